"""Where captions roll or grow: not every row that is there again is shown again, people repeat themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from captious.rolling.links import (
    APART_MS,
    CLOSE_MS,
    Kind,
    fold,
    is_flash,
    is_said_again,
    link,
    overlaps_rolling,
    slides,
)
from captious.rolling.rows import collapsed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.rolling.translation import Translation

_ENOUGH = 3
"""Cues in a row that go on from the one before, from which they roll. Two occur in songs and in dialogue."""
_NEAR = 4
"""Most cues between two stretches that are one."""
_SLIDING = 4
"""One step in so many within a row shows that rows are joined."""
_MOST_OF_IT, _PART = 0.6, 0.3


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of cues that roll.

    Args:
        first: its first cue (0-based).
        end: the cue after its last.
        grows: whether text goes on within its rows, as in live captions.
        slides: whether rows begin with the last words of the one before, because a program joined rows.
        repeats: whether rows are shown again; otherwise its cues only overlap, each with a row of its own.
        scrolls: whether they overlap in a region that scrolls, as is meant.
    """

    first: int
    end: int
    grows: bool = False
    slides: bool = False
    repeats: bool = True
    scrolls: bool = False


class _Run(NamedTuple):
    """Cues that go on from each other: the first (0-based), the one after the last, and how."""

    first: int
    end: int
    flashes: int
    blanks: int
    rolls: int
    grown: int
    slid: int
    texts: int

    @property
    def is_sure(self) -> bool:
        steps = self.rolls + self.grown + self.slid
        return (
            (self.flashes > 0 and steps > 0)
            # moments of one text only are what a recogniser makes up where nobody speaks
            or (self.flashes > 1 and self.blanks > 0)
            or (steps >= _ENOUGH and self.texts >= _ENOUGH)
            or (self.grown > 1 and not self.slid)
        )


def find_zones(document: Document, translation: Translation | None) -> list[Zone]:
    """Find the stretches of a document that roll, in order.

    Args:
        document: the document.
        translation: where rows are a translation of others; ``None`` = nowhere.
    """
    cues = document.cues
    if len(cues) < _ENOUGH:
        return []
    kinds = _kinds(cues, translation)
    zones = _repeating(cues, kinds)
    if not zones:
        zones = _blinking(cues, kinds)
    taken = [False] * len(cues)
    for zone in zones:
        taken[zone.first : zone.end] = [True] * (zone.end - zone.first)
    return sorted([*zones, *_overlapping(document, taken)], key=lambda zone: zone.first)


def _kinds(cues: Sequence[Cue], translation: Translation | None) -> list[Kind]:
    """How each cue goes on from the one before."""
    kinds = [Kind.NONE] * len(cues)
    shown: Sequence[str] = ()
    for index, cue in enumerate(cues):
        rows: Sequence[str] = cue.lines
        if translation is not None:
            rows = [rows[place] for place in translation.own_rows(rows)]
        if not rows:
            kinds[index] = Kind.BLANK if is_flash(cue) and not cue.lines else Kind.NONE
        elif shown and _is_next(cues[index - 1], cue):
            kinds[index] = _kind(shown, rows, cues[index - 1], cue)
        shown = rows
    return kinds


def _kind(shown: Sequence[str], rows: Sequence[str], one: Cue, other: Cue) -> Kind:
    start = rows[0][:1].casefold()
    flash = is_flash(other)
    found = Kind.NONE
    if any(row[:1].casefold() == start for row in shown):
        found = link(list(map(collapsed, shown)), list(map(collapsed, rows)), flash=flash).kind
    if found is Kind.NONE and slides(shown, rows, flash=flash):
        found = Kind.SLIDES
    by_words = found in (Kind.GROWS, Kind.CORRECTS, Kind.SLIDES)
    return Kind.NONE if by_words and other.start_ms - one.end_ms > CLOSE_MS else found


def _is_next(one: Cue, other: Cue) -> bool:
    return one.start_ms <= other.start_ms < one.end_ms + APART_MS


def _repeating(cues: Sequence[Cue], kinds: Sequence[Kind]) -> list[Zone]:
    runs = list(_runs(cues, kinds))
    if not runs:
        return []
    sure = [run.is_sure for run in runs]
    flashes = any(run.flashes for run in runs if run.is_sure)
    linked = sum(run.rolls + run.grown + run.slid for run in runs)
    if flashes:
        # where others have a moment between their rows, rows without it are said again
        sure = [run.is_sure or run.flashes + run.blanks > 0 for run in runs]
    elif linked > _ENOUGH and linked >= _MOST_OF_IT * (len(cues) - 1):
        # the same text again and again is a refrain
        sure = [run.is_sure or run.texts > 1 or run.grown > 0 for run in runs]
    else:
        for order in (range(1, len(runs)), range(len(runs) - 2, -1, -1)):
            for number in order:
                beside = number - order.step
                sure[number] |= sure[beside] and _distance(runs[number], runs[beside]) <= 0
    zones: list[Zone] = []
    was_sure = False
    for run, is_sure in zip(runs, sure, strict=True):
        if is_sure:
            slid = _SLIDING * run.slid >= run.rolls + run.grown + run.flashes + run.slid
            grows = not slid and run.grown > run.flashes + run.blanks
            above = zones[-1] if was_sure else None
            if (
                above is not None
                and run.first - above.end <= _NEAR
                and (above.grows, above.slides) == (grows, slid)
            ):
                zones[-1] = Zone(above.first, run.end, grows, slid)
            else:
                zones.append(Zone(max(run.first, above.end if above else 0), run.end, grows, slid))
        was_sure = is_sure
    return zones


def _distance(one: _Run, other: _Run) -> int:
    return max(one.first, other.first) - min(one.end, other.end)


def _runs(cues: Sequence[Cue], kinds: Sequence[Kind]) -> list[_Run]:
    runs: list[_Run] = []
    index = 1
    while index < len(kinds):
        if kinds[index] is Kind.NONE:
            index += 1
            continue
        first = index - 1
        counts = dict.fromkeys(Kind, 0)
        texts: set[tuple[str, ...]] = set()
        while index < len(kinds) and kinds[index] is not Kind.NONE:
            kind = kinds[index]
            if kind in (Kind.GROWS, Kind.SLIDES) and _is_said_again(cues[index], kind):
                index += 1
                continue
            counts[kind] += 1
            if kind in (Kind.ROLLS, Kind.GROWS, Kind.SLIDES):
                texts.add(cues[index].lines)
            index += 1
        flashes, blanks, rolls, grown, slid = (
            counts[kind] for kind in (Kind.FLASH, Kind.BLANK, Kind.ROLLS, Kind.GROWS, Kind.SLIDES)
        )
        runs.append(_Run(first, index, flashes, blanks, rolls, grown, slid, len(texts)))
    return runs


def _is_said_again(cue: Cue, kind: Kind) -> bool:
    """Whether words at the start of a cue may be there again because they are said again and again."""
    words = [fold(word) for line in cue.lines for word in line.split()]
    return is_said_again(words, whole=kind is Kind.GROWS)


def _blinking(cues: Sequence[Cue], kinds: Sequence[Kind]) -> list[Zone]:
    """The zone of a file whose rows never stay, but with a blank cue of a moment after each."""
    blank = [index for index, kind in enumerate(kinds) if kind is Kind.BLANK and is_flash(cues[index])]
    if len(blank) < _ENOUGH or len(blank) < _PART * len(cues):
        return []
    return [Zone(max(blank[0] - 1, 0), min(blank[-1] + 2, len(cues)))]


def _overlapping(document: Document, taken: Sequence[bool]) -> list[Zone]:
    """The stretches in which each cue stays while the next row comes, and nothing is shown again."""
    cues = document.cues
    scrolls = _scrolling(document)
    rows = overlaps_rolling(cues)
    zones: list[Zone] = []
    index = 0
    while index < len(cues):
        first, sure = index, 0
        while index + 1 < len(cues) and not taken[index] and _stays(cues, index):
            sure += rows[index]
            index += 1
        in_region = first < index and all(scrolls[first : index + 1])
        if in_region or (sure >= _ENOUGH and sure >= _MOST_OF_IT * (index - first)):
            zones.append(Zone(first, index + 1, repeats=False, scrolls=in_region))
        index = max(index, first + 1)
    return zones


def _stays(cues: Sequence[Cue], index: int) -> bool:
    one, other = cues[index], cues[index + 1]
    return one.start_ms < other.start_ms < one.end_ms and one.settings == other.settings


def _scrolling(document: Document) -> list[bool]:
    """For each cue, whether it is in a region that scrolls, where the cues before stay above it."""
    if not any("scroll" in region.settings for region in document.regions):
        return [False] * len(document.cues)
    from captious.formats.vtt.regions import parse_region  # late: hardly any file has regions
    from captious.formats.vtt.settings import parse_settings

    regions = tuple(parse_region(region.settings) for region in document.regions)
    known: dict[str, bool] = {}
    for cue in document.cues:
        if cue.settings not in known:
            region = parse_settings(cue.settings, regions).region
            known[cue.settings] = region is not None and region.scroll == "up"
    return [known[cue.settings] for cue in document.cues]
