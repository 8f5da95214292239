"""Applies the fixes of findings to a source text, checks again, and stops when nothing changes.

A fix is data on a finding, and this engine is the only code that applies it. Fixes of one round do not overlap; the
others wait for the next round, in which the changed text is checked again.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from captious.checks.settings import check_reading
from captious.core.display import short_repr
from captious.errors import FixError
from captious.fixing.guard import key_of, regretted_fixes
from captious.formats.encoding import stating_utf8

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from captious.checks.settings import CheckSettings
    from captious.core.document import Document
    from captious.core.finding import Edit, Finding
    from captious.fixing.guard import Key
    from captious.formats.base import Format

MOST_ROUNDS = 50
"""Most rounds before fixing is given up; real files take fewer than 10."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """The result of fixing a source.

    Args:
        source: the text, fixed.
        applied: the findings whose fixes were applied, in that order.
        left: the findings that remain.
        rounds: how many rounds changed something.
        reencode: whether to write the file as UTF-8 without byte order mark, whatever it was before.
    """

    source: str
    applied: tuple[Finding, ...]
    left: tuple[Finding, ...]
    rounds: int
    reencode: bool = False

    __repr__ = short_repr


_FEW_HELD = 4
"""From more fixes held back on, all of a cue are: each time takes as long as fixing the file."""


class _Pass(NamedTuple):
    """One attempt at a source: what it was and what became of it."""

    before: Document
    found: tuple[Finding, ...]
    after: Document
    fixed: Fixed


def fix_source(
    source: str,
    *,
    caption_format: Format,
    settings: CheckSettings,
    unsafe: bool = False,
    guarded: bool = True,
    path: str | None = None,
    encoding: str = "utf-8",
    bom: bool = False,
) -> Fixed:
    """Applies fixes until none is left.

    What safe fixes make of the source is compared with it (`captious.fixing.contract`). Where a viewer would see
    something else than the contract allows, or a cue got an issue that it did not have, the fixes of that cue are
    left out, and their findings say that they are unsafe.

    Args:
        source: a decoded caption file.
        caption_format: its format.
        encoding: encoding of the file it came from.
        bom: whether the file began with a byte order mark.
        settings: the settings to check with.
        unsafe: whether to apply unsafe fixes, too.
        guarded: whether to compare; tests of rules do without, since every rule has to keep the contract by itself.
        path: its name, for rules about names and for errors.

    Returns:
        The fixed text, or the source itself if there is nothing to fix or no cue in it. Text outside of the edits
        stays as it is, character for character.

    Raises:
        FixError: the fixes do not settle; leave the source as it was.
    """
    run = partial(
        _settle,
        caption_format=caption_format,
        settings=settings,
        unsafe=unsafe,
        path=path,
        encoding=encoding,
        bom=bom,
    )
    held: frozenset[Key] = frozenset()
    while True:
        tried = run(source, held=held)
        if unsafe or not guarded or not tried.fixed.applied:
            return tried.fixed
        regretted = _regretted(tried, settings, all_of_them=len(held) > _FEW_HELD) - held
        if not regretted:
            return _fixed_twice(tried, run, settings) if held else tried.fixed
        held |= regretted


def _regretted(tried: _Pass, settings: CheckSettings, *, all_of_them: bool) -> frozenset[Key]:
    return regretted_fixes(
        tried.before, tried.found, tried.after, tried.fixed, settings, all_of_them=all_of_them
    )


def _fixed_twice(once: _Pass, run: Callable[..., _Pass], settings: CheckSettings) -> Fixed:
    """What fixing again makes of a result, with nothing held back: so a second run finds nothing to do.

    A fix that was held back because of another one can be right where that one is done.
    """
    twice = run(once.fixed.source, held=frozenset())
    if not twice.fixed.applied:
        return once.fixed
    fixed = replace(twice.fixed, applied=(*once.fixed.applied, *twice.fixed.applied))
    both = _Pass(once.before, once.found, twice.after, fixed)
    if _regretted(twice, settings, all_of_them=True) or _regretted(both, settings, all_of_them=True):
        return once.fixed
    return fixed


def _settle(
    source: str,
    *,
    caption_format: Format,
    settings: CheckSettings,
    unsafe: bool,
    held: frozenset[Key],
    path: str | None,
    encoding: str,
    bom: bool,
) -> _Pass:
    applied: list[Finding] = []
    original, seen = source, {source}
    first: tuple[Document, tuple[Finding, ...]] | None = None
    for rounds in range(MOST_ROUNDS):
        reading = caption_format.read(
            source, frame_rate=settings.recording.frame_rate, language=settings.language
        )
        document = replace(reading.document, encoding=encoding, bom=bom)
        findings = check_reading(replace(reading, document=document), settings, path=path)
        if held:
            findings = tuple(
                _held_back(finding) if key_of(finding) in held else finding for finding in findings
            )
        first = first or (document, findings)
        # a reader skips a byte order mark at the start of the text, and counts its offsets without it
        text = reading.source
        mark = source[: len(source) - len(text)]
        chosen = _choose(findings, text, unsafe=unsafe)
        changed = mark + apply_edits(text, _edits(chosen))
        if changed == source:
            if not first[0].cues and not document.cues:
                # no fix revealed a cue: the file may have the wrong name, or belong to another program
                return _Pass(*first, first[0], Fixed(original, (), first[1], 0))
            left = tuple(finding for finding in findings if not _reencodes(finding))
            applied += [finding for finding in findings if _reencodes(finding)]
            reencode = len(left) < len(findings)
            source = stating_utf8(source) if reencode else source
            fixed = Fixed(source, tuple(applied), left, rounds, reencode)
            return _Pass(*first, document, fixed)
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
        hint="Nothing was changed. Please report the file; --ignore CODE for one of these rules fixes the rest.",
    )


def _held_back(finding: Finding) -> Finding:
    return replace(finding, fix=replace(finding.fix, safe=False)) if finding.fix is not None else finding


def apply_edits(source: str, edits: Iterable[Edit]) -> str:
    """The source with the edits applied, which do not overlap; in any order."""
    parts: list[str] = []
    position = 0
    for edit in sorted(set(edits), key=lambda edit: (edit.start, edit.end, edit.text)):
        parts += (source[position : edit.start], edit.text)
        position = edit.end
    return "".join([*parts, source[position:]])


def _edits(findings: Iterable[Finding]) -> list[Edit]:
    """The edits of findings; a fix shared by several findings, which can be a megabyte, counts once."""
    fixes = {id(finding.fix): finding.fix for finding in findings if finding.fix is not None}
    return [edit for fix in fixes.values() for edit in fix.edits]


def _reencodes(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.reencode


def _choose(findings: Iterable[Finding], source: str, *, unsafe: bool) -> list[Finding]:
    """The findings to fix in this round: those whose edits overlap no edit chosen before.

    One rule a round fixes a cue, and its neighbours wait: two fixes that are each right for the current times can be
    wrong together. The fixes of one rule within a cue belong together, because a text with a hundred bare ampersands
    must not take a hundred rounds.
    """
    taken = _Taken()
    busy: dict[int, str] = {}
    shared: set[int] = set()  # fixes chosen already: the findings of a cue can share one
    chosen: list[Finding] = []
    for finding in findings:
        if finding.fix is None or not (finding.fix.safe or unsafe):
            continue
        if id(finding.fix) in shared:
            chosen.append(finding)
            continue
        if all(source[edit.start : edit.end] == edit.text for edit in finding.fix.edits):
            continue  # nothing would change, and other fixes would wait in vain
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
    """The edits chosen so far, none of which overlap."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._edits: list[Edit] = []

    def take(self, edits: Iterable[Edit]) -> bool:
        """Adds all of the edits, or none if one overlaps another edit; two identical edits count as one."""
        wanted = sorted(set(edits), key=lambda edit: (edit.start, edit.end))
        if any(_overlap(one, other) for one, other in pairwise(wanted)) or (
            self._edits and not all(map(self._is_free, wanted))
        ):
            return False
        if not self._edits:
            # no search needed for the first fix, which can hold a million edits
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
            if _overlap(edit, self._edits[following]):
                return False
            following += 1
        return not any(_overlap(edit, other) for other in around)


def _overlap(one: Edit, other: Edit) -> bool:
    if one == other:
        return False
    if one.start == one.end or other.start == other.end:
        # an insertion overlaps the text around it and edits that begin or end at its place
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end
