"""There is a space between a word and the punctuation mark after it.

## Why it matters

The punctuation mark can wrap to the next line on its own, and it looks like a typing error.

In French, `; : ! ?` follow a no-break space, so these four are only reported if the language is known and is not
French.
What does not belong to the word before it is not reported: an ellipsis, a quotation that begins with two commas, a name
such as ".NET", a smiley, an operator such as ":=", code, ratios and times written with spaces, lists of single letters,
and Chinese or Japanese text.

## Fails

"Are you sure ?", "Yes , I am ." and "At last ,that is all ."

## Passes

"Are you sure?", in French "Vraiment ?", and "2 : 1".

## Fix safety

The space is removed, or moved behind the mark if a word follows the mark directly: "last ,that" becomes "last, that".
Two words that a space separates stay separated, and no mark and no letter changes.
But the viewer sees another space than before, and what looks like a slip may be meant, so the fix is unsafe.

## Sources

- Subtitle Edit, "Fix unneeded spaces"; a public Netflix linter has the same check (NF-PUNCT-SPACE).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.checks.text_findings import Place, primary_language, report
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding
    from captious.lexicon import Lexicon


_LETTER = "A-Za-z\u00c0-\u024f\u0370-\u052f"
_SPACE = re.compile(
    rf"(?<=[{_LETTER}0-9”’»])(?P<space>[ \xa0]{{1,9}})(?P<marks>,(?!,)|\.(?!\.)|[;:]|[!?]{{1,5}})"
)
_GATE = re.compile(r" [,.;:!?]")
_FRENCH = frozenset({"", "fr", "br"})
"""Languages that have a space before ``; : ! ?``; without a language the file may be French."""
_TAG = re.compile(r"</?[A-Za-z0-9][^<>]{0,80}>|\{\\[^{}]{0,60}\}")
_TOKEN_BEFORE = re.compile(r"[^\s]*\Z")
_TOKEN_AFTER = re.compile(r"[^\s]*")
_WORD = re.compile(rf"[\"'“‘«„(\[¿¡]?(?P<word>[{_LETTER}]+(?:['’][{_LETTER}]+)*)")
_ENDS = re.compile(r"(?:[\"'”’»]+|[)\]])?(?:\s|\Z)")
_CODE = re.compile(r"[=<>{}\\|@#$^~`_/*&+\[\]]|\w\(|\)\w")
_COMMANDS = frozenset(
    ("add", "apt", "build", "cd", "cp", "docker", "find", "git", "grep", "install", "ls", "mv", "npm", "pip", "python",
     "run", "rm", "sh", "tree")
)  # fmt: skip
"""Commands that take the current folder, a lone full stop."""
_CJK = re.compile("[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]")


def check(subject: Subject) -> Iterator[Finding]:
    """The spaces of ``subject`` before punctuation."""
    if _GATE.search(subject.source) or "\xa0" in subject.source:
        yield from report(RULE, subject, _places(subject), "Put the space where it belongs", safe=False)


def _places(subject: Subject) -> Iterator[Place]:
    french = primary_language(subject) in _FRENCH
    greek = primary_language(subject) == "el"
    source = subject.source
    for index, match in subject.matches(_SPACE):
        marks = match["marks"]
        if (french and marks[0] in ";:!?") or (greek and marks == ";"):
            continue
        begin = max(subject.text_starts[index], match.start() - 60)
        before = _TAG.sub("", source[begin : match.start()])
        after = _TAG.sub("", source[match.end() : min(subject.cue_span(index).end, match.end() + 60)])
        text = _write(marks, before, after, subject.lexicon)
        if text is not None:
            yield Place(index, *match.span(), f'space before "{marks[0]}"', text)


def _write(marks: str, before: str, after: str, lexicon: Lexicon) -> str | None:
    """The marks without the space before them, with one behind them where a word follows; ``None`` = no issue."""
    last = _token(_TOKEN_BEFORE, before)
    if _CODE.search(last) or _CJK.search(before[-15:] + after[:15]):
        return None
    following = after.lstrip(" \t\xa0")
    token = _token(_TOKEN_AFTER, following)
    if _CODE.search(token) or following[:1] in (",", ".", ";", ":", "!", "?", "="):
        return None
    if (last[-1:].isdigit() and token[:1].isdigit()) or (_is_letter(last) and _is_letter(token)):
        return None
    if _ENDS.match(after):
        smiley = marks in (";", ":") and after[:1] in (")", "]", "'")
        return None if smiley or (marks == "." and _is_folder(before, following)) else marks
    word = _WORD.match(after)
    return f"{marks} " if word is not None and _goes_on(marks, word["word"], last, lexicon) else None


def _token(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[0] if match is not None else ""


def _is_letter(token: str) -> bool:
    """Whether a token is a single letter: a variable, an item of a list."""
    return len(token.strip(",.;:!?")) == 1 and token[:1].isalpha()


def _is_folder(before: str, following: str) -> bool:
    """Whether a lone full stop may be the folder of a command, or stand before a small letter for another reason."""
    return following[:1].islower() or not _COMMANDS.isdisjoint(before.lower().split())


def _goes_on(marks: str, word: str, last: str, lexicon: Lexicon) -> bool:
    """Whether a word right behind the marks is the next word of the text, and no name such as *.NET* or *!Kung*."""
    common = word.lower() in lexicon.function_words
    if len(word) == 1 and marks in {";", ":"}:
        return False  # a smiley
    if marks in {",", ";"}:
        return len(word) > 1 or common
    if marks in {".", ":"}:
        return common and (marks == ":" or (word[0].isupper() and not (len(word) > 1 and word.isupper())))
    return common or (word[0].isupper() and word[1:].islower() and last.lower() not in lexicon.function_words)


RULE = Rule(
    "TXT003",
    "space-before-punctuation",
    Severity.WARNING,
    Group.DEFAULT,
    check,
    __doc__,
    fix="unsafe",
)
