"""A right-to-left line begins with the punctuation mark that belongs at its end.

## Why it matters

Arabic, Hebrew and Persian captions made for players that only know text from left to right have the full stop typed
before the line, so that it appears at the left end.
Every player that lays out such text rightly shows it at the right end, before the first word.

## Fails

- `.שלום לכולם`
- `؟كيف حالك`
- `- .שלום` after a dash or a label.

## Passes

- `שלום לכולם.`
- `...שלום` and `…سلام` where other lines of the file end with their marks: the sentence goes on from the caption
  before.
- `.NET` and other words in Latin letters.
- A mark at the start of a line below one without a mark: it may belong to that one.

Where more lines of the file begin with a mark than end with one, the file was typed that way.
Then an ellipsis at the start of a line is reported, too, and a dialogue dash at its end.

## Fix safety

The fix moves the marks to the end of the line, and a dash to its start.
It changes what players show, so it is unsafe.

## Sources

- Unicode Standard Annex 9, the bidirectional algorithm: marks between the start of a line and a word follow the line.
- Subtitle Edit, "Reverse RTL start/end"; Netflix timed text guides for Arabic and Hebrew.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from captious.analysis.label_candidates import PREFIX
from captious.analysis.subject import MOST_IN_A_CUE
from captious.analysis.text_fits import change_text
from captious.checks.model import Group, Rule
from captious.core.finding import Fix, Severity
from captious.measure.direction import RIGHT_TO_LEFT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding

_MARKS = ".,!?:;،؛؟…"
_DASHES = "-–—‐"
_DIRECTION = "\u061c\u200f\u202b\u202c\u2067\u2069"
"""Marks of this direction, and the ends of pairs: others would make the line one from left to right."""
_SIDES = f"(?:{PREFIX}[{_DIRECTION}]{{0,3}}){{0,2}}"
_QUOTES = "\"'“”„‘’«»״׳"
_LINE = re.compile(
    rf"{_SIDES}(?P<dash>[{_DASHES}][ \t]?)?"
    r"(?:(?:>>|&gt;&gt;)[ \t]?)?"
    r"(?:\[[^\[\]\n]{1,40}\]:?[ \t]?|\([^()\n]{1,40}\):?[ \t]?|[^\W\d_][^\n:.,!?؟،…<>]{0,30}:[ \t])?"
    rf"(?P<marks>[{re.escape(_MARKS)}]{{0,4}})(?P<space>[ \t]?)[{_QUOTES}(\[]{{0,2}}(?P<letter>[{RIGHT_TO_LEFT}])"
)
_TAIL = re.compile(
    rf"(?P<marks>[{re.escape(_MARKS)}]*)(?P<quotes>[{_QUOTES})\]]{{0,3}})(?P<more>[{re.escape(_MARKS)}]*)"
    rf"(?P<dash>[ \t]?[{_DASHES}])?(?:[ \t{_DIRECTION}]|</?[^<>]{{0,40}}>){{0,6}}$"
)
_LETTER = re.compile(f"[{RIGHT_TO_LEFT}]")
_FIXING = "Move the marks to the other end"
_LONGEST = 1000
"""Characters at either end of a line that are read: a line can be a megabyte."""


class _Row(NamedTuple):
    """A right-to-left line: its cue, the place of the marks at its start, and what is at its end.

    Args:
        index: 0-based number of the cue.
        marks: start and end of the marks at its start, with a space after them; equal for none.
        written: these marks.
        ended: whether it ends with a mark.
        tail: where marks at its end belong.
        head: where its dash belongs.
        dash: start and end of a dash at its end; equal for none.
        dashed: whether it begins with a dash.
    """

    index: int  # type: ignore[assignment] # tuple has a method of that name
    marks: tuple[int, int]
    written: str
    ended: bool
    tail: int
    head: int
    dash: tuple[int, int]
    dashed: bool

    @property
    def is_wrong(self) -> bool:
        """Whether it begins with a mark and ends with none; an ellipsis may go on from the line before."""
        return bool(self.written) and not self.ended and not self.is_ellipsis

    @property
    def is_ellipsis(self) -> bool:
        """Whether the marks at its start are an ellipsis."""
        return ".." in self.written or "…" in self.written


def check(subject: Subject) -> Iterator[Finding]:
    """The right-to-left lines of ``subject`` that begin with the mark of their end."""
    if subject.source.isascii() or _LETTER.search(subject.source) is None:
        return
    rows = [_rows(subject, index) for index in range(len(subject.cues))]
    every = [row for lines in rows for row in lines if row is not None]
    wrong = sum(row.is_wrong for row in every)
    if not wrong:
        return
    typed = wrong > sum(row.ended for row in every)
    found: list[tuple[_Row, Fix | None]] = []
    fixes: list[Fix] = []
    above: _Row | None = None
    for index, lines in enumerate(rows):
        misplaced = []
        for row in lines:
            if row is not None and (
                _is_typed(row) if typed else row.is_wrong and (above is None or above.ended)
            ):
                misplaced.append(row)
            above = row
        if misplaced:
            fix = change_text(
                subject, index, _edits(subject, misplaced, lines, typed=typed), _FIXING, safe=False
            )
            fixes += () if fix is None else (fix,)
            found += ((row, fix) for row in misplaced[:MOST_IN_A_CUE])
    # of a file typed that way, all cues are fixed at once: each tells of the others
    edits = tuple(edit for fix in fixes for edit in fix.edits)
    whole = Fix(edits, False, f"{_FIXING} in all captions") if typed and edits else None
    for row, fix in found:
        yield RULE.at(
            subject.span(row.marks[0], row.marks[0] + len(row.written)),
            f'"{row.written}" at the start of a right-to-left line belongs at its end',
            index=row.index,
            fix=whole if typed and fix is not None else fix,
        )


def _is_typed(row: _Row) -> bool:
    return bool(row.written) and not row.ended


def _edits(
    subject: Subject, misplaced: Sequence[_Row], lines: Sequence[_Row | None], *, typed: bool
) -> list[tuple[int, int, str]]:
    """What moves the marks of some lines of a cue to the other end, and dashes with them."""
    edits: list[tuple[int, int, str]] = []
    # one dash at the end may be an interruption
    chosen = frozenset(misplaced)
    dialogue = typed and sum(row is not None and row.dash[0] < row.dash[1] for row in lines) == len(lines)
    for row in lines:
        if row is None:
            continue
        if row in chosen:
            edits += [(*row.marks, ""), (row.tail, row.tail, row.written[::-1])]
        if dialogue and not row.dashed and (row in chosen or len(lines) > 1):
            start, end = row.dash
            edits += [(row.head, row.head, subject.source[start:end][::-1]), (start, end, "")]
    return _joined(edits)


def _joined(edits: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Edits in order, those that touch as one."""
    joined: list[tuple[int, int, str]] = []
    for start, end, text in sorted(edits):
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end, joined[-1][2] + text)
        else:
            joined.append((start, end, text))
    return joined


def _rows(subject: Subject, index: int) -> list[_Row | None]:
    """The lines of a cue; ``None`` for one that is not from right to left."""
    text = subject.cues[index].text
    if text.isascii() or not text:
        return []
    return [_row(subject, index, start, end) for start, end in subject.line_spans(index)]


def _row(subject: Subject, index: int, start: int, end: int) -> _Row | None:
    source = subject.source
    match = _LINE.match(source, start, min(end, start + _LONGEST))
    if match is None:
        return None
    # from the last letter, not from the start: a long line must not be searched from every place
    letters = source[max(end - _LONGEST, match.start("letter")) : end]
    tail = _TAIL.search(letters)
    if tail is None:
        return None
    offset = end - len(letters)
    ended = bool(tail["marks"] or tail["more"])
    place = offset + (tail.end("more"))
    dash = (offset + tail.start("dash"), offset + tail.end("dash")) if tail["dash"] else (end, end)
    return _Row(
        index,
        (match.start("marks"), match.end("space") if match["marks"] else match.start("marks")),
        match["marks"],
        ended,
        place,
        match.start("dash") if match["dash"] else _head(source, start, end),
        dash,
        bool(match["dash"]),
    )


def _head(source: str, start: int, end: int) -> int:
    match = re.compile(_SIDES).match(source, start, end)
    return match.end() if match is not None else start


RULE = Rule(
    "TXT021", "punctuation-at-wrong-end", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="unsafe"
)
