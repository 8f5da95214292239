"""A quotation is opened and never closed, or closed and never opened.

## Why it matters

Without its second mark, the viewer cannot tell where the quotation begins or ends, and the speaker goes on.

A quotation may run over many cues, and be opened again at the start of lines in between, as publishers do with
paragraphs.
Marks of all kinds count: straight and curly ones, „German“ and «French» ones, and two commas or apostrophes typed for
one.
A double mark after a figure outside of a quotation stands for inches, and one between Hebrew letters is no quotation
mark.

## Fails

`She said "I will come.` with no other quotation mark in the ten cues that follow, or with the next one in the middle of
a line and before a word.

## Passes

`She said "I will come."`, in one cue or over several, `it was in "2017".` and `a 5" disk`.

## Fix safety

There is no fix: a program cannot tell where the quotation ends.

## Sources

- Subtitle Edit, "Add missing quotes"; Aegisub's ua.QC.
- The Chicago Manual of Style, quotations of several paragraphs: a mark opens each, and one closes the last.
- That ten cues are the reach is our own advice.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from captious.checks.model import Group, Rule
from captious.checks.text_findings import Place, beyond_ascii, report
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_REACH = 10
"""In how many cues a quotation closes or is opened again."""
_DEEPEST = 3
"""Quotations within quotations."""
_MARK = re.compile(
    "\"+|[“”„‟«»＂]|,,(?=[^\\s,])|‚‚|(?<![\\w'])''(?!')|(?<=[^\\s'\\d])''(?!')|’’|‘‘|(?<!`)``(?=[^\\s`])"
)
_OPENING = ("„", ",,", "‚‚", "``", "«")
_TAG = re.compile(
    r"</?(?:i|b|u|s|c|v|font|ruby|rt|lang|[0-9])(?:[\s.:][^<>]*)?/?>|\{\\[^{}]*\}|\{/?[iub]\}", re.IGNORECASE
)
_BEFORE_OPENING = frozenset("([{-–—/‘'’¿¡=*♪“„«\"\0")
_AFTER_CLOSING = frozenset(".,;:!?)]}-–—…'’*/♪”»\"\0")
_HEBREW = re.compile("[\u05d0-\u05ea]")


class _Mark(NamedTuple):
    """A quotation mark.

    Args:
        cue: 0-based number of its cue.
        start: where it begins in the source.
        end: one past its end.
        side: ``"opens"``, ``"closes"``, or empty where its place tells nothing.
        kind: ``"straight"``, ``"curly"`` or ``"angle"``.
        first: whether its line begins with it.
        number: whether a figure is right before it.
    """

    cue: int
    start: int
    end: int
    side: str
    kind: str
    first: bool
    number: bool


def check(subject: Subject) -> Iterator[Finding]:
    """The double quotation marks of ``subject`` without a partner."""
    source = subject.source
    if '"' not in source and "''" not in source and beyond_ascii(subject).isdisjoint("“”„‟«»＂"):
        return
    reader = _Reader()
    for _, group in groupby(_marks(subject), key=lambda mark: mark.cue):
        reader.read(list(group))
    reader.give_up()
    yield from report(RULE, subject, sorted(reader.places, key=lambda place: place.start), "")


def _marks(subject: Subject) -> Iterator[_Mark]:
    for index, cue in enumerate(subject.cues):
        if not cue.lines or not _MARK.search(cue.text):
            continue
        for start, end in subject.line_spans(index):
            line = subject.source[start:end]
            if "<" in line or "{" in line:
                line = _TAG.sub(lambda tag: "\0" * len(tag[0]), line)
            first = len(line) - len(line.lstrip("\0 \t-–—"))
            for match in _MARK.finditer(line):
                mark = _read(line, match, index, start, first=match.start() == first)
                if mark is not None:
                    yield mark
                if mark is not None and match[0] == '""':
                    yield mark


def _read(line: str, match: re.Match[str], index: int, start: int, *, first: bool) -> _Mark | None:
    """A mark of a line, whose tags are NULs; ``None`` for an empty string, for code and within a Hebrew word."""
    text = match[0]
    before = line[max(match.start() - 200, 0) : match.start()].rstrip("\0")[-1:]
    after = line[match.end() : match.end() + 200].lstrip("\0")[:1]
    kind = "straight" if text[0] in "\"'＂" else "angle" if text[0] in "«»" else "curly"
    if text[0] == '"' and (
        len(text) > 2 or (len(text) == 2 and not before.isalnum() and not after.isalnum())
    ):
        return None
    if _HEBREW.match(before) and _HEBREW.match(after):
        return None
    outside_before = not before or before.isspace() or before in _BEFORE_OPENING
    outside_after = not after or after.isspace() or after in _AFTER_CLOSING
    side = ""
    if outside_before is not outside_after:
        side = "opens" if outside_before else "closes"
    if text in _OPENING and not (text == "«" and side == "closes"):
        side = "opens"
    elif not side and text in ("”", "»"):
        side = "closes"
    # inches may be written with a space: 5 "
    figure = before if side else line[max(match.start() - 9, 0) : match.start()].rstrip(" \0")[-1:]
    place = (start + match.start(), start + match.end())
    return _Mark(index, *place, side, kind, first, figure.isnumeric())


class _Reader:
    """Finds the partner of each mark, cue by cue."""

    def __init__(self) -> None:
        self.places: list[Place] = []
        self._opened: list[_Mark] = []
        self._stray: _Mark | None = None
        self._seen = 0
        self._closed = False

    def read(self, marks: list[_Mark]) -> None:
        """The marks of one cue."""
        cue = marks[0].cue
        if cue - self._seen > _REACH and marks[0].side != "closes":
            self.give_up()
        self._seen = cue
        marks = self._without_inches(marks)
        idle = not self._opened and self._stray is None
        if idle and len(marks) % 2 == 0 and any(mark.side != "opens" for mark in marks):
            return  # whatever their places tell, each has its partner
        for mark in marks:
            if (mark.side or ("closes" if self._opened else "opens")) == "closes":
                self._close(mark)
            else:
                self._open(mark)

    def give_up(self) -> None:
        """No partner comes any more."""
        if self._stray is not None:
            self._lose(self._stray, "closed, but never opened")
        # of marks within marks, one that closes may stand for two
        if self._opened and not self._closed:
            self._lose(self._opened[0], "opened, but never closed")
        self._opened.clear()
        self._stray, self._closed = None, False

    def _open(self, mark: _Mark) -> None:
        if self._stray is not None:
            self._lose(self._stray, "closed, but never opened")
            self._stray = None
        alike = bool(self._opened) and mark.kind == self._opened[-1].kind
        if alike and mark.first:
            return  # a paragraph of the same quotation
        if alike and mark.kind != "angle":
            self._lose(self._opened.pop(), "opened, but never closed")
        self._closed = self._closed and bool(self._opened)
        if len(self._opened) < _DEEPEST:
            self._opened.append(mark)

    def _close(self, mark: _Mark) -> None:
        if self._opened:
            self._opened.pop()
            self._closed = True
        elif self._stray is None:
            # its first mark may have the space on the wrong side; then the next one closes, too
            self._stray = mark
        else:
            self._stray = None

    def _lose(self, mark: _Mark, what: str) -> None:
        self.places.append(Place(mark.cue, mark.start, mark.end, f"a quotation is {what}"))

    def _without_inches(self, marks: list[_Mark]) -> list[_Mark]:
        """The marks without those that stand for inches: after a figure, and not the end of a quotation."""
        kept: list[_Mark] = []
        for number, mark in enumerate(marks):
            if mark.number and mark.kind == "straight" and mark.side != "opens":
                if not self._opened and not any(other.side == "opens" for other in kept):
                    continue
                following = marks[number + 1 : number + 2]
                odd = (len(kept) + len(marks) - number) % 2 == 1
                if odd and following and following[0].side == "closes":
                    continue
            kept.append(mark)
        return kept


RULE = Rule("TXT020", "unmatched-quotes", Severity.INFO, Group.DEFAULT, check, __doc__)
