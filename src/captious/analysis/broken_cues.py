"""Cues that could not be read: no safe fix touches their lines, or the time in which they may be shown."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from captious.formats.vtt.issues import BAD_TIMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.analysis.subject import Subject
    from captious.core.finding import Edit, Finding

_MOVE_TIMES = ("TIM", "SPD")
"""Codes of the rules that move times."""


def keep_off_broken(subject: Subject, findings: Iterable[Finding]) -> list[Finding]:
    """The findings, without the safe fixes that come too near to a cue that could not be read.

    Its lines tell people what is lost, and where: only line endings may change in them. The cue above does not move,
    for nobody knows how long it is alone on screen. A fix that makes the times readable is what they wait for.
    """
    off = _Distance(subject)
    return [
        replace(finding, fix=None)
        if finding.fix is not None
        and finding.fix.safe
        and finding.code != BAD_TIMES.code
        and any(
            off.is_too_near(edit, moves=finding.code.startswith(_MOVE_TIMES)) for edit in finding.fix.edits
        )
        else finding
        for finding in findings
    ]


class _Distance:
    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._spans = [cue.span for cue in subject.document.broken]
        self._starts = [span.start for span in self._spans]
        above = sorted({cue.before - 1 for cue in subject.document.broken if cue.before})
        self._times = [subject.times_span(index) for index in above]
        self._times_starts = [span.start for span in self._times]

    def is_too_near(self, edit: Edit, *, moves: bool) -> bool:
        """Whether an edit touches a broken cue, or ``moves`` the cue above it."""
        place = bisect_right(self._starts, edit.end) - 1
        if place >= 0 and edit.start <= self._spans[place].end:
            changed = self._subject.source[edit.start : edit.end] + edit.text
            return not edit.text or bool(changed.strip("\r\n"))
        place = bisect_right(self._times_starts, edit.start) - 1
        return moves and place >= 0 and edit.start < self._times[place].end
