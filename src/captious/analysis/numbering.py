"""Renumbering of SubRip cues: 1, 2, 3 …"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.core.finding import Edit, Fix
from captious.formats.srt.issues import BLANK_LINE_IN_TEXT, ODD_INDEX
from captious.formats.srt.numbers import INDEX, has_words, read_number

if TYPE_CHECKING:
    from captious.analysis.subject import Subject
    from captious.core.cue import Cue
    from captious.core.finding import Finding

_may_be_number = re.compile(r"\D{0,20}\d{1,40}\D{0,40}|\W{0,3}[IVXLCDM]{1,9}\W{0,3}").fullmatch


class Numbering:
    """The numbers that the cues of a subject should have, and the fix that writes all of them.

    All findings about numbers share one fix, so that a file is right after one round, whatever its numbers were.
    A broken cue counts as one. What follows it keeps its numbers if they go on from what is above: nobody knows how
    many cues were lost.
    """

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._numbers = _numbers(subject)
        self._fix = self._write_all()

    def fix(self, _: Subject, finding: Finding) -> Fix | None:
        """The fix for one finding; ``None`` where nothing is certain."""
        if finding.code == ODD_INDEX.code and finding.cue is not None and self._says_more(finding.cue - 1):
            start, end = finding.span.start, finding.span.end
            number = str(self._numbers[finding.cue - 1])
            return Fix((Edit(start, end, number),), False, "Write the number alone")
        return self._fix

    def _write_all(self) -> Fix | None:
        subject = self._subject
        cues = range(len(subject.cues))
        if _holds_lone_number(subject) or not all(map(self._stays_number, cues)):
            # with numbers above all cues, a line would be read in another way: as a number, or as text
            return None
        edits = [edit for index in cues if (edit := self._edit(index)) is not None]
        return Fix(tuple(edits), True, "Number the cues of the file from 1") if edits else None

    def _edit(self, index: int) -> Edit | None:
        subject = self._subject
        cue, number = subject.cues[index], self._numbers[index]
        if cue.span is None:
            return None
        begin = cue.span.start
        if cue.id is None:
            newline = subject.document.newline
            # directly below text, a number would be read as more of it
            gap = newline if self._is_below_text(index) else ""
            return Edit(begin, begin, f"{gap}{number}{newline}")
        if self._says_more(index) or _plain(cue) == number:
            return None
        place = subject.source.index(cue.id, begin)
        return Edit(place, place + len(cue.id), str(number))

    def _is_below_text(self, index: int) -> bool:
        """Whether the line above a cue is neither blank nor the timing line of a cue without text."""
        line = self._subject.cue_span(index).line - 2
        if line < 0 or not self._subject.source_lines.texts[line].strip():
            return False
        return (
            index == 0 or bool(self._subject.cues[index - 1].text) or line + 1 != self._times_line(index - 1)
        )

    def _times_line(self, index: int) -> int:
        return self._subject.times_span(index).line

    def _says_more(self, index: int) -> bool:
        """Whether the line of a number holds words, too."""
        cue_id = self._subject.cues[index].id
        return cue_id is not None and not cue_id.isdecimal() and has_words(cue_id)

    def _stays_number(self, index: int) -> bool:
        """Whether a line with words is still read as a number when the others are written."""
        cue_id = self._subject.cues[index].id or ""
        return not self._says_more(index) or read_number(cue_id, (self._numbers[index],)) is not None


def renumber(subject: Subject, finding: Finding) -> Fix | None:
    """The fix for a finding about the number of a cue."""
    return subject.once(Numbering).fix(subject, finding)


def _numbers(subject: Subject) -> list[int]:
    """The number of each cue."""
    broken = [one.before for one in subject.document.broken]
    numbers, number, place = [], 0, 0
    for index, cue in enumerate(subject.cues):
        before = number
        while place < len(broken) and broken[place] <= index:
            number, place = number + 1, place + 1
        written = _plain(cue)
        number = written if number > before and written is not None and written > before else number + 1
        numbers.append(number)
    return numbers


def _plain(cue: Cue) -> int | None:
    match = INDEX(cue.id) if cue.id is not None else None
    return int(match[1]) if match is not None else None


def _holds_lone_number(subject: Subject) -> bool:
    """Whether a line below a blank one in the text of a cue would be read as a number if others were written."""
    return any(
        finding.cue is not None and any(map(_may_be_number, subject.cues[finding.cue - 1].text.split("\n")))
        for finding in subject.reported.get(BLANK_LINE_IN_TEXT.code, ())
    )
