"""Applies the fixes of findings to a source text, checks again, and stops when nothing changes.

There is one engine and no fixer has a life of its own: a fix is data on a finding. Fixes of one round do not
overlap; the others wait for the next round, when their findings are made again from the changed text.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.checks.settings import check_reading
from captious.errors import FixError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.checks.settings import CheckSettings
    from captious.core.finding import Edit, Finding
    from captious.formats.base import CaptionFormat

MOST_ROUNDS = 50
"""Rounds after which fixing counts as endless; the longest seen on real files is under 10."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What fixing made of a source.

    Args:
        source: the text, fixed.
        applied: the findings whose fixes were applied, in the order they were.
        left: what is still found.
        rounds: how many times something was changed.
        reencode: whether the file is to be written as UTF-8 without byte order mark, whatever it was before.
    """

    source: str
    applied: tuple[Finding, ...]
    left: tuple[Finding, ...]
    rounds: int
    reencode: bool = False


def fix_source(
    source: str,
    *,
    caption_format: CaptionFormat,
    settings: CheckSettings,
    unsafe: bool = False,
    path: str | None = None,
    encoding: str = "utf-8",
    bom: bool = False,
) -> Fixed:
    """Applies every fix there is, until none is left.

    Args:
        source: a decoded caption file.
        caption_format: its format.
        encoding: encoding of the file it came from.
        bom: whether that began with a byte order mark.
        settings: the settings to check with.
        unsafe: whether fixes that change words or cues are wanted too.
        path: its name, for rules about names and for errors.

    Returns:
        The fixed text; the source itself, if there is nothing to fix or no cue in it. What no edit touches stays as
        it is, character for character.

    Raises:
        FixError: the fixes never settle. The source is to be left as it was then.
    """
    applied: list[Finding] = []
    seen = {source}
    untouched: Fixed | None = None
    for rounds in range(MOST_ROUNDS):
        reading = caption_format.read(source)
        reading = replace(reading, document=replace(reading.document, encoding=encoding, bom=bom))
        findings = check_reading(reading, settings, path=path)
        if not rounds and not reading.document.cues:
            untouched = Fixed(source, (), findings, 0)
        # a reader sets a mark at the start of the text aside, and counts its offsets without it
        text = reading.document.source or ""
        mark = source[: len(source) - len(text)]
        chosen = _choose(findings, text, unsafe=unsafe)
        changed = mark + apply_edits(text, _edits(chosen))
        if changed == source:
            if untouched is not None and not reading.document.cues:
                # no fix brought a cue to light: its name may be wrong, or its content another program's
                return untouched
            left = tuple(finding for finding in findings if not _reencodes(finding))
            applied += [finding for finding in findings if _reencodes(finding)]
            return Fixed(source, tuple(applied), left, rounds, len(left) < len(findings))
        if changed in seen:
            break
        seen.add(changed)
        applied += chosen
        source = changed
    names = ", ".join(sorted({finding.code for finding in chosen}))
    raise FixError(
        f"fixes do not settle after {rounds + 1} rounds: {names}",
        path=path,
        line=chosen[0].span.line,
        hint="Nothing was changed. Please report the file; --ignore one of these rules fixes the rest.",
    )


def apply_edits(source: str, edits: Iterable[Edit]) -> str:
    """The source with edits made that do not overlap; in any order."""
    parts: list[str] = []
    position = 0
    for edit in sorted(set(edits), key=lambda edit: (edit.start, edit.end, edit.text)):
        parts += (source[position : edit.start], edit.text)
        position = edit.end
    return "".join([*parts, source[position:]])


def _edits(findings: Iterable[Finding]) -> list[Edit]:
    """The edits of findings; a fix that several share, which can be of a megabyte, counts once."""
    fixes = {id(finding.fix): finding.fix for finding in findings if finding.fix is not None}
    return [edit for fix in fixes.values() for edit in fix.edits]


def _reencodes(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.reencode


def _choose(findings: Iterable[Finding], source: str, *, unsafe: bool) -> list[Finding]:
    """The findings to fix in this round: those whose edits meet no edit chosen before.

    A cue is fixed by one rule a round, and its neighbours wait: two fixes that are each right for the times
    they saw can be wrong together. One rule's fixes within a cue are made for each other, and a text with a
    hundred bare ampersands must not take a hundred rounds.
    """
    taken = _Taken()
    busy: dict[int, str] = {}
    shared: set[int] = set()  # fixes taken already, for the findings of a cue can share one
    chosen: list[Finding] = []
    for finding in findings:
        if finding.fix is None or not (finding.fix.safe or unsafe):
            continue
        if id(finding.fix) in shared:
            chosen.append(finding)
            continue
        if all(source[edit.start : edit.end] == edit.text for edit in finding.fix.edits):
            continue  # nothing would change, and the others would have waited for nothing
        if finding.cue is not None and (
            finding.cue - 1 in busy
            or finding.cue + 1 in busy
            or busy.get(finding.cue, finding.code) != finding.code
        ):
            continue
        if not taken.take(finding.fix.edits):
            continue
        chosen.append(finding)
        shared.add(id(finding.fix))
        if finding.cue is not None:
            busy[finding.cue] = finding.code
    return chosen


class _Taken:
    """The stretches of the source that edits have been chosen for, none meeting another."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._edits: list[Edit] = []

    def take(self, edits: Iterable[Edit]) -> bool:
        """Takes all of the edits, or none if one meets another edit; the very same edit twice is one."""
        wanted = sorted(set(edits), key=lambda edit: (edit.start, edit.end))
        if any(_meets(one, other) for one, other in pairwise(wanted)) or (
            self._edits and not all(map(self._is_free, wanted))
        ):
            return False
        if not self._edits:
            # nothing to go between: a fix can hold a million edits
            self._starts, self._edits = [edit.start for edit in wanted], wanted
            return True
        for edit in wanted:
            place = bisect_left(self._starts, edit.start)
            if place < len(self._edits) and self._edits[place] == edit:
                continue
            self._starts.insert(place, edit.start)
            self._edits.insert(place, edit)
        return True

    def _is_free(self, edit: Edit) -> bool:
        place = bisect_left(self._starts, edit.start)
        around = self._edits[max(place - 1, 0) : place + 2]
        following = place
        while following < len(self._edits) and self._starts[following] <= edit.end:
            if _meets(edit, self._edits[following]):
                return False
            following += 1
        return not any(_meets(edit, other) for other in around)


def _meets(one: Edit, other: Edit) -> bool:
    if one == other:
        return False
    if one.start == one.end or other.start == other.end:
        # an insertion meets what surrounds it and what begins or ends at its place
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end
