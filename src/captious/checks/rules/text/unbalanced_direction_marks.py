"""A direction mark that begins a stretch of text is not closed on its line, or one that closes it has none to close.

## Why it matters

Players lay out each line of a caption by itself, so what begins on one line does not reach the next.
A mark that is not closed turns the text after it around wherever lines are put together: in a transcript, a web page, a
list of search results.

## Fails

- An embedding or override (U+202A, U+202B, U+202D, U+202E), or an isolate (U+2066 to U+2068), without its end on the
  same line.
- An end (U+202C, U+2069) without a beginning.
- A pair around both lines of a caption.

## Passes

- Pairs that open and close on one line, also within each other.
- Marks without a pair: U+200E, U+200F, U+061C.
- An embedding at the start of each line that no line closes, in a file of many such lines: some programs write it, and
  the end of the line closes it.

## Fix safety

The fix closes each line and opens the next one again, or removes an end that closes nothing.
It may change the order in which a player shows the text, so it is unsafe.

## Sources

- Unicode Standard Annex 9, sections 2 and 3.3.2: embeddings, overrides and isolates end with their paragraph.
- W3C, Unicode controls vs. markup for bidi support: every control that opens needs the one that closes it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from captious.analysis.text_fits import change_text
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.measure.direction import closing_mark, is_paired, read_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding

_PAIRED = re.compile("[\u202a-\u202e\u2066-\u2069]")
_TAG = re.compile(r"<[^<>\n]{0,200}>")
_AT_START = "\u202a\u202b\u2066\u2067\u2068"
_FEWEST_LINES = 10
_MOST_LINES = 20
_MOST_MARKS = 50
_NAMES = {
    "\u202a": "left-to-right embedding",
    "\u202b": "right-to-left embedding",
    "\u202c": "end of an embedding",
    "\u202d": "left-to-right override",
    "\u202e": "right-to-left override",
    "\u2066": "left-to-right isolate",
    "\u2067": "right-to-left isolate",
    "\u2068": "isolate",
    "\u2069": "end of an isolate",
}


class _Line(NamedTuple):
    """A line with marks: its place in the source, and the offsets of those that have no partner on it."""

    start: int
    end: int
    opened: tuple[int, ...]
    closing: tuple[int, ...]


def check(subject: Subject) -> Iterator[Finding]:
    """The direction marks of ``subject`` without a partner on their line."""
    if subject.source.isascii() or _PAIRED.search(subject.source) is None:
        return
    cues = sorted({index for index, _ in subject.matches(_PAIRED)})
    every = {index: _lines(subject, index) for index in cues}
    unbalanced = {
        index: lines for index, lines in every.items() if any(line.opened or line.closing for line in lines)
    }
    if _is_habit(subject, unbalanced):
        return
    for index, lines in unbalanced.items():
        yield _finding(subject, index, lines)


def _lines(subject: Subject, index: int) -> list[_Line]:
    return [_line(subject.source, start, end) for start, end in subject.line_spans(index)]


def _line(source: str, start: int, end: int) -> _Line:
    text = source[start:end]
    if is_paired(text):
        return _Line(start, end, (), ())
    opened, closing = read_pairs(text)
    return _Line(
        start, end, tuple(start + place for place in opened), tuple(start + place for place in closing)
    )


def _is_habit(subject: Subject, unbalanced: dict[int, list[_Line]]) -> bool:
    """Whether many lines begin with an embedding that the end of the line closes, and nothing else is unbalanced."""
    lines = [line for each in unbalanced.values() for line in each if line.opened or line.closing]
    return len(lines) >= _FEWEST_LINES and all(
        len(line.opened) == 1
        and not line.closing
        and subject.source[line.opened[0]] in _AT_START
        and not _TAG.sub("", subject.source[line.start : line.opened[0]]).strip()
        for line in lines
    )


def _finding(subject: Subject, index: int, lines: list[_Line]) -> Finding:
    source = subject.source
    place = min(offset for line in lines for offset in (*line.opened, *line.closing))
    mark = source[place]
    closes = any(place in line.closing for line in lines)
    over = any(line.opened for line in lines) and any(line.closing for line in lines)
    if closes:
        what = "closes nothing"
    elif over and len(lines) > 1:
        what = "is closed on another line"
    else:
        what = "is not closed"
    return RULE.at(
        subject.span(place, place + 1),
        f"direction mark U+{ord(mark):04X} ({_NAMES[mark]}) {what}",
        index=index,
        fix=change_text(subject, index, edits, "Balance the direction marks of each line", safe=False)
        if (edits := _balanced(source, lines))
        else None,
    )


def _balanced(source: str, lines: list[_Line]) -> list[tuple[int, int, str]]:
    """The edits that balance each line of a cue; none for one with very many lines or marks."""
    edits: list[tuple[int, int, str]] = []
    carried: list[str] = []
    few = (
        len(lines) <= _MOST_LINES
        and sum(len(line.opened) + len(line.closing) for line in lines) <= _MOST_MARKS
    )
    for number, line in enumerate(lines if few else ()):
        later = [source[place] for other in lines[number + 1 :] for place in other.closing]
        own = list(line.closing)
        opened_above = "".join(carried)
        # an end on this line closes what a line above opened
        while own and carried and closing_mark(carried[-1]) == source[own[0]]:
            carried.pop()
            own.pop(0)
        edits += [(place, place + 1, "") for place in own]
        if opened_above:
            edits.append((line.start, line.start, opened_above))
        # what begins at the end of a line holds nothing
        empty = [place for place in line.opened if not _TAG.sub("", source[place + 1 : line.end]).strip()]
        edits += [(place, place + 1, "") for place in empty]
        opened = [source[place] for place in line.opened if place not in empty]
        ends = "".join(closing_mark(mark) for mark in reversed([*carried, *opened]))
        if ends:
            place = line.start + len(source[line.start : line.end].rstrip())
            edits.append((place, place, ends))
        # only what a line below closes was meant to go on
        carried = [mark for mark in [*carried, *opened] if closing_mark(mark) in later]
    return edits


RULE = Rule(
    "TXT022", "unbalanced-direction-marks", Severity.INFO, Group.DEFAULT, check, __doc__, fix="unsafe"
)
