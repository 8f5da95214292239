"""There is no space between a punctuation mark and the word after it.

## Why it matters

"Well,I never" reads as one word at first.
It is also counted as one word, so the reading speed is wrong.

URLs, file names, numbers and code are not reported: anything with a slash, an @, several dots or a capital within a
word.
Names that end in a mark, such as "Yahoo!", are not reported, nor are marks of exclamation or question before a small
letter that begins no common word.

## Fails

"Well,I never!" and "Is it?Yes."

## Passes

"3,000", "example.com", "Node.js", "Yahoo!Mail".

## Fix safety

A space is added.
No word changes, but the viewer sees a space that was not there, so the fix is unsafe.
It is left out where it would make the line too long or the cue too fast.
A full stop between two words may be part of a name, so it has no fix.

## Sources

- Subtitle Edit, "Fix missing spaces".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.checks.text_findings import Place, report
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding
    from captious.lexicon import Lexicon


_LETTER = "A-Za-z\u00c0-\u024f\u0370-\u052f"
# one pattern for each punctuation mark: it begins with the mark itself, which is found fast
_MARKS = tuple(re.compile(rf"{re.escape(mark)}(?<=[{_LETTER}][{_LETTER}].)(?=[{_LETTER}])") for mark in ",?!")
_STOP = re.compile(r"\.(?<=[a-z][a-z].)(?=[A-Z][a-z])")
_WORD = re.compile(rf"[{_LETTER}'’]+")
_HUMP = re.compile("[a-z][A-Z]")
_NAMES = frozenset(
    ("yahoo!", "joomla!", "jeopardy!", "wham!", "yum!", "which?", "guess?", "oliver!", "oklahoma!")
)
"""Names that end in a mark."""
_SPECIAL = re.compile(r"[/@=&_<>\\#{}()\[\]]|\.[^.]*\.|www")


def check(subject: Subject) -> Iterator[Finding]:
    """The punctuation marks of ``subject`` that a word follows directly."""
    places = [place for pattern in (*_MARKS, _STOP) for place in _places(subject, pattern)]
    places.sort(key=lambda place: place.start)
    yield from report(RULE, subject, places, "Add the missing space", safe=False)


def _places(subject: Subject, pattern: re.Pattern[str]) -> Iterator[Place]:
    source = subject.source
    for index, match in subject.matches(pattern):
        place = match.end()
        before = source[max(place - 40, subject.text_starts[index]) : place].split()[-1]
        after = source[place : min(place + 40, subject.cue_span(index).end)].split()[0]
        if _SPECIAL.search(before + after):
            continue
        mark = match[0]
        if not _is_sentence(mark, before, after, subject.lexicon):
            continue
        text = f"{mark} " if mark != "." else None
        yield Place(index, match.start(), place, f'no space after "{mark}"', text)


def _is_sentence(mark: str, before: str, after: str, lexicon: Lexicon) -> bool:
    """Whether a mark between two words ends what the first belongs to, and is no part of a name."""
    first, second = _last_word(before[:-1]), _first_word(after)
    if mark == ".":
        return not _HUMP.search(first) and not _HUMP.search(second)
    if mark in "!?":
        named = f"{first.lower()}{mark}" in _NAMES
        return not named and (second[:1].isupper() or second.lower() in lexicon.function_words)
    return True


def _last_word(text: str) -> str:
    return _WORD.findall(text)[-1] if _WORD.search(text) else ""


def _first_word(text: str) -> str:
    match = _WORD.match(text)
    return match[0] if match is not None else ""


RULE = Rule(
    "TXT019",
    "missing-space-after-punctuation",
    Severity.WARNING,
    Group.DEFAULT,
    check,
    __doc__,
    fix="unsafe",
)
