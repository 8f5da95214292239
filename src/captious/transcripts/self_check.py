"""A last look at what is going to be spoken: what is left of a notation that was not understood."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.core.numbers import count
from captious.measure.sentence_marks import LABEL_COLONS
from captious.plain import quoted
from captious.transcripts.model import Remark, is_spoken
from captious.transcripts.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.transcripts.model import Turn, Word

_STAMP = re.compile(
    r"\W*[0-9]{1,3}:[0-5][0-9]:[0-5][0-9](?:[.,:;][0-9]{1,3})?\W*|[\[(<{]+[0-9]{1,3}:[0-5][0-9](?:[.,][0-9]{1,3})?[\])>}]+\W?"
    r"|[0-9]{1,3}:[0-5][0-9][.,][0-9]{1,3}|-->",
    re.ASCII,
)
_TAG = re.compile(
    r"</?(?:p|br|div|span|b|i|u|em|strong|a|ul|ol|li|h[1-6]|table|tr|td|th|script|style|img|font|section|article|body|html"
    r"|head|meta|blockquote|cite|time|nav|footer|iframe|sup|sub|small|code|pre)(?:\s|/?>|$)|<!--|-->.|^/?>$",
    re.IGNORECASE,
)
_KEY = re.compile(
    r"(?:layout|title|subtitle|date|tags?|categor(?:y|ies)|permalink|slug|description|draft|image|published|author|excerpt"
    r"|episode_number|audio_url|duration|guid|summary|keywords|transcript_by|speakers?):"
)
_FEWEST_KEYS = 2
_KEYS_WITHIN = 200
"""Words from the start that the head of a page may reach into."""
_NAME_ENDS = (*LABEL_COLONS, ";", "；")
_LONGEST_NAME = 4
_ALIKE_SHARE = 0.3
"""Share of the lines; in a trial on 50 real files none that was read right reached it."""
_AT_START_SHARE = 0.8
_FEWEST_LINES = 12
_NUMBER = re.compile(r"[0-9]+")
_SHOWN = 40
_MOST_NAMES = 3
_FEWEST_REPEATED = 8


@dataclass(slots=True)
class _Suspicion:
    """What may have been misread: how often, and where first."""

    what: str
    cause: str
    line: int = 0
    times: int = 0
    example: str = ""

    def add(self, word: Word, text: str) -> None:
        if not self.times:
            self.line, self.example = word.line, text
        self.times += 1

    def remark(self) -> Remark:
        message = f"captioned as speech, {self.what}: {quoted(self.example, limit=_SHOWN)}; {self.cause}"
        return Remark("warning", message, self.line, self.times)


def check_spoken(turns: Sequence[Turn]) -> list[Remark]:
    """Warnings of words that nobody may have said: times, tags, marks, keys, names, and lines that begin alike.

    Args:
        turns: as they will be captioned.

    Returns:
        At most one warning of a kind, with the line of the first and how many there are.
    """
    found = [*_check_words(turns), *_check_names(turns), *_check_keys(turns), *_check_repeats(turns)]
    alike = _check_lines(turns)
    return found if alike is None or found else [alike]


def _check_words(turns: Sequence[Turn]) -> Iterator[Remark]:
    stamps = _Suspicion(
        "what looks like times", "if they are, take them out of the file: their notation is not known"
    )
    braces = _Suspicion("braces", "if it is code, data or a template, take it out of the file")
    tags = _Suspicion("what looks like tags", "if they are, take them out of the file")
    marks = _Suspicion("marks of Markdown", "if they are, take them out; naming a text file .md does it, too")
    for turn in turns:
        for word in turn.words:
            text = word.text
            if word.sound or text.isalnum():
                continue
            if ":" in text or "-->" in text:
                if _STAMP.fullmatch(text):
                    stamps.add(word, text)
            elif "{" in text or "}" in text:
                braces.add(word, text)
            if "<" in text and _TAG.search(text):
                tags.add(word, text)
            elif "**" in text or "](" in text or "```" in text or text in ("__", "##", "###", "####"):
                marks.add(word, text)
    for each in (stamps, braces, tags, marks):
        if each.times:
            yield each.remark()


def _check_names(turns: Sequence[Turn]) -> Iterator[Remark]:
    """Names of speakers that stand where a label may stand, within a turn."""
    names = {fold(turn.speaker): turn.speaker for turn in turns if turn.speaker is not None}
    firsts = Counter(name.split()[0] for name in names if " " in name)
    names |= {
        fold(name.split()[0]): name
        for name in list(names.values())
        if " " in name and firsts[fold(name).split()[0]] == 1
    }
    if not names:
        return
    found: dict[str, _Suspicion] = {}
    for turn in turns:
        for begin, end in _line_starts(turn.words):
            for at in range(begin, min(end, begin + _LONGEST_NAME)):
                text = turn.words[at].text
                if not text.endswith(_NAME_ENDS):
                    continue
                written = " ".join(word.text for word in turn.words[begin : at + 1]).rstrip(
                    "".join(_NAME_ENDS)
                )
                if (name := names.get(fold(written))) is not None:
                    cause = f"if it is a label, begin a new line with “{name}:” there"
                    each = found.setdefault(
                        name, _Suspicion("a speaker’s name at the start of a line", cause)
                    )
                    each.add(turn.words[begin], f"{written}{text[-1]}")
                break
    yield from (each.remark() for each in list(found.values())[:_MOST_NAMES])


def _line_starts(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where a line or a sentence begins, up to the end of the turn."""
    for index in range(1, len(words)):
        before = words[index - 1]
        if words[index].line != before.line or before.text.endswith((".", "?", "!", "…")):
            yield index, len(words)


def _check_keys(turns: Sequence[Turn]) -> Iterator[Remark]:
    """Keys of the head of a page among the first words."""
    keys = _Suspicion(
        "what looks like the head of a page", "take it out of the file, or put it between lines of ---"
    )
    passed = 0
    for turn in turns:
        for word in turn.words:
            if _KEY.fullmatch(word.text):
                keys.add(word, word.text)
            passed += 1
        if passed > _KEYS_WITHIN:
            break
    if keys.times >= _FEWEST_KEYS:
        yield keys.remark()


def _check_repeats(turns: Sequence[Turn]) -> Iterator[Remark]:
    """Turns that say word for word what the one above says, under the same name."""
    repeats = _Suspicion("a turn that repeats the one above", "if it is there twice, take one out")
    for before, turn in pairwise(turns):
        if before.speaker != turn.speaker or len(turn.words) < _FEWEST_REPEATED:
            continue
        if [word.text for word in before.words] == [word.text for word in turn.words]:
            repeats.add(turn.words[0], " ".join(word.text for word in turn.words[:_FEWEST_REPEATED]))
    if repeats.times:
        yield repeats.remark()


def _check_lines(turns: Sequence[Turn]) -> Remark | None:
    """A warning where many lines begin with the same word, which may be a label or a mark of them."""
    starts: Counter[str] = Counter()
    anywhere: Counter[str] = Counter()
    first: dict[str, Word] = {}
    lines = 0
    at = None
    for turn in turns:
        for word in turn.words:
            # numbers that count are alike: #1, #2
            shape = (word.text if word.text.isalpha() else _NUMBER.sub("0", word.text)).casefold()
            anywhere[shape] += 1
            if word.line == at:
                continue
            at = word.line
            if not is_spoken(word):
                continue
            lines += 1
            starts[shape] += 1
            first.setdefault(shape, word)
    if lines < _FEWEST_LINES:
        return None
    shape, times = starts.most_common(1)[0]
    # a word such as "So" stands within lines as well, and one with a comma is no label
    answer = shape[:-1].isalpha() and shape.endswith((",", ".", "?", "!", "…"))
    if answer or times < _ALIKE_SHARE * lines or times < _AT_START_SHARE * anywhere[shape]:
        return None
    word = first[shape]
    message = (
        f"{times} of {count(lines, 'line')} begin alike: {quoted(word.text, limit=_SHOWN)};"
        " if it is a label or a mark, it is captioned as speech"
    )
    return Remark("warning", message, word.line)
