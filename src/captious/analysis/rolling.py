"""Captions that roll or grow, in a file that is checked: what that explains, and the edits that unroll them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from captious.analysis.edits import move_end
from captious.core.finding import Edit, Fix
from captious.formats.frames import in_frames
from captious.rolling.unroll import find_rolling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding
    from captious.rolling.units import Unit
    from captious.rolling.unroll import Rolling

_OVERLAPS = frozenset({"TIM003"})
_EXPLAINED = frozenset(
    ("TIM003", "TIM004", "TIM006", "TIM007", "TIM008", "TIM013", "TXT001", "TXT016", "LAY002", "LAY003", "LAY004",
     "LAY005", "LAY006", "LAY007", "LAY008", "LAY009", "LAY010", "LAY011", "LAY012")
)  # fmt: skip
"""Rules about how long cues last, what they repeat and where their lines break, all of which is due to the rolling."""
_BLANK_ROWS = frozenset({"FIL011", "SRT017"})
"""Rules about blank lines with spaces: rows of the screen on which nothing is yet."""
_ABOUT_SPEED = "SPD"
_KEEP_FIXES = ("SRT", "VTT", "FIL", "LAY013")
"""Rules about the file, whose fixes change no row: a row that is changed in one cue and not in the next no longer
rolls, and all its words are there twice."""


def rolling_of(subject: Subject) -> Rolling | None:
    """How the captions of a file roll or grow; ``None`` if they do not. Use ``subject.once(rolling_of)``."""
    return find_rolling(subject.document)


def skip_explained(subject: Subject, findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that rolling explains; the others in such cues have no fix until it is gone."""
    rolling = subject.once(rolling_of)
    if rolling is None:
        return list(findings)
    repeating = {index for zone in rolling.zones if zone.repeats for index in range(zone.first, zone.end)}
    overlapping = rolling.cues - repeating
    begins = [cue.span.start if cue.span is not None else 0 for cue in subject.cues]
    kept: list[Finding] = []
    for finding in findings:
        if finding.code in _BLANK_ROWS and bisect_right(begins, finding.span.start) - 1 in repeating:
            continue
        index = finding.cue - 1 if finding.cue is not None else -1
        if index in repeating:
            if finding.code in _EXPLAINED or finding.code.startswith(_ABOUT_SPEED):
                continue
            if finding.fix is not None and not finding.code.startswith(_KEEP_FIXES):
                kept.append(replace(finding, fix=None))
                continue
        elif index in overlapping and finding.code in _OVERLAPS:
            continue
        kept.append(finding)
    return kept


def unroll(subject: Subject, rolling: Rolling) -> Fix | None:
    """The unsafe fix that leaves each word once; ``None`` if the times cannot be written."""
    if in_frames(subject.reading):
        return None
    units = {unit.index: unit for unit in rolling.units}
    edits: list[Edit] = []
    for index in sorted(rolling.cues & units.keys()):
        changed = _change(subject, index, units[index])
        if changed is None:
            return None
        edits += changed
    edits += _removals(subject, [index for index in sorted(rolling.cues) if index not in units])
    edits += _numbers(subject, list(units))
    if not edits:
        return None
    return Fix(tuple(sorted(edits, key=lambda edit: edit.start)), False, "Show each row once")


def _change(subject: Subject, index: int, unit: Unit) -> list[Edit] | None:
    """The edits within a cue that stays; ``None`` if its end cannot be found."""
    cue = subject.cues[index]
    edits: list[Edit] = []
    if unit.end_ms != cue.end_ms:
        moved = move_end(subject, index, unit.end_ms, "")
        if moved is None:
            return None
        edits += moved.edits
    if unit.text != cue.text:
        start, end = subject.text_starts[index], subject.cue_span(index).end
        edits.append(Edit(start, end, unit.text.replace("\n", subject.document.newline)))
    end, below = subject.cue_span(index).end, _past_blanks(subject, index)
    if below < len(subject.source) and subject.source[end:below].strip("\r\n"):
        # a row of blanks, for the row that was to come
        edits.append(Edit(end, below, subject.document.newline * 2))
    return edits


def _removals(subject: Subject, indexes: list[int]) -> list[Edit]:
    """The edits that remove cues, each with the blank lines before what follows it."""
    source = subject.source
    edits = [Edit(subject.cue_span(index).start, _past_blanks(subject, index), "") for index in indexes]
    if edits and edits[-1].end == len(source):
        # the file ends as it did
        start = edits.pop().start
        while edits and edits[-1].end == start:
            start = edits.pop().start
        newline = subject.document.newline if source[-1] in "\r\n" else ""
        edits.append(Edit(len(source[:start].rstrip()), len(source), newline))
    return edits


def _past_blanks(subject: Subject, index: int) -> int:
    """The place after the blank lines below a cue."""
    source, end = subject.source, subject.cue_span(index).end
    while end < len(source) and source[end].isspace():
        end += 1
    while end < len(source) and source[end - 1] in " \t":
        end -= 1
    return end


def _numbers(subject: Subject, kept: list[int]) -> Iterator[Edit]:
    """The edits that number the cues that stay, if all were numbered from 1 on."""
    if any(cue.id != str(number) for number, cue in enumerate(subject.cues, 1)):
        return
    for number, index in enumerate(kept, 1):
        cue = subject.cues[index]
        start = subject.cue_span(index).start
        if cue.id != str(number) and cue.id is not None and subject.source.startswith(cue.id, start):
            yield Edit(start, start + len(cue.id), str(number))
