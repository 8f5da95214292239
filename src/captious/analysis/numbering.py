"""Renumbering of SubRip cues: 1, 2, 3 …"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from captious.core.finding import Edit, Fix
from captious.formats.srt.issues import INDEX_ORDER, MISSING_INDEX, ODD_INDEX, REPEATED_INDEX

if TYPE_CHECKING:
    from captious.analysis.subject import Subject
    from captious.core.finding import Finding

_NUMBER = re.compile(r"[0-9]{1,10}", re.ASCII)
_ISSUES = (MISSING_INDEX, ODD_INDEX, REPEATED_INDEX, INDEX_ORDER)


class Numbering:
    """Renumbers the cues of one subject.

    Each finding about a number fixes the cues from its own up to the next finding, so that all fixes together
    touch each cue once and a file whose numbers begin at 5 is right after one round.
    """

    def __init__(self, subject: Subject) -> None:
        found = (subject.reported.get(issue.code, ()) for issue in _ISSUES)
        self._wrong = sorted(finding.cue or 1 for findings in found for finding in findings)

    def fix(self, subject: Subject, finding: Finding) -> Fix | None:
        """The fix for one finding; ``None`` if its cues have the right numbers already."""
        first = finding.cue or 1
        following = bisect_right(self._wrong, first)
        last = self._wrong[following] - 1 if following < len(self._wrong) else len(subject.cues)
        edits = [
            edit for index in range(first, last + 1) if (edit := _edit(subject, index, finding)) is not None
        ]
        if not edits:
            return None
        return Fix(tuple(edits), True, f"Renumber the cues from {first} on")


def _edit(subject: Subject, index: int, finding: Finding) -> Edit | None:
    cue = subject.cues[index - 1]
    if cue.span is None:
        return None
    begin = cue.span.start
    if cue.id is None:
        return Edit(begin, begin, f"{index}{subject.document.newline}")
    if finding.cue == index and finding.code == ODD_INDEX.code:
        return Edit(finding.span.start, finding.span.end, str(index))
    match = _NUMBER.search(subject.source, begin)
    if match is None or int(match[0]) == index:
        return None
    return Edit(match.start(), match.end(), str(index))
