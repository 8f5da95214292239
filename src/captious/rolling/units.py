"""What is new in each cue of captions that roll or grow."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from captious.rolling.links import APART_MS, UNLINKED, Kind, Link, fold, is_flash, link, shared_words
from captious.rolling.rows import after_words, rows_of, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.core.document import Document
    from captious.rolling.rows import Row
    from captious.rolling.translation import Translation
    from captious.rolling.zones import Zone

_MOST_ROWS = 20
"""Most units that rows on screen can be of."""


@dataclass(slots=True)
class Unit:
    """A caption of which every word is new.

    Args:
        index: the cue (0-based) that showed it first.
        start_ms: when that was.
        end_ms: when it had been on screen, or the next one began.
        text: its text with markup.
        words_ms: when each of its words came, if that is known.
        rows: its rows, each as shown and with its markup, while it is made.
    """

    index: int
    start_ms: int
    end_ms: int
    text: str
    words_ms: list[int | None] = field(default_factory=list)
    rows: list[tuple[str, str]] = field(default_factory=list)


class Unroller:
    """Goes through the cues and collects what is new in each."""

    def __init__(self, document: Document, translation: Translation | None) -> None:
        self.document = document
        self.translation = translation
        self.units: list[Unit] = []
        self.repeated = self.shown_again = 0
        self.corrected: list[tuple[int, str]] = []
        self.again: dict[int, tuple[str, ...]] = {}

    def copy(self, first: int, end: int) -> None:
        """Takes cues as they are."""
        for index in range(first, end):
            cue = self.document.cues[index]
            self.units.append(Unit(index, cue.start_ms, cue.end_ms, cue.text))

    def unroll(self, zone: Zone) -> None:
        """Takes what is new in the cues of a zone."""
        if not zone.repeats:
            for index in range(zone.first, zone.end):
                self._stop(self.document.cues[index].start_ms, since=zone.first)
                self.copy(index, index + 1)
            return
        self.shown: list[str] = []
        self.others: list[str] = []  # the rows of a translation
        self.owners: list[Unit] = []  # the unit of each row that is shown
        self.was_flash = False
        self.words: list[str] = []
        for index in range(zone.first, zone.end):
            self._add(index, zone)

    def _stop(self, start_ms: int, *, since: int = 0) -> None:
        """Ends the unit before where the next begins."""
        if self.units and self.units[-1].index >= since:
            self.units[-1].end_ms = min(self.units[-1].end_ms, max(start_ms, self.units[-1].start_ms))

    def _add(self, index: int, zone: Zone) -> None:
        cue = self.document.cues[index]
        before = self.document.cues[index - 1] if index > zone.first else cue
        rows = rows_of(cue, self.document.format)
        if not before.start_ms <= cue.start_ms < before.end_ms + APART_MS:
            self.shown, self.owners, self.others, self.words = [], [], [], []
        flash = is_flash(cue)
        if not rows:
            if not flash:
                self.copy(index, index + 1)
            elif self.owners:
                self.owners[-1].end_ms = max(self.owners[-1].end_ms, cue.end_ms)
            self.shown, self.owners, self.others, self.words = [], [], [], []
            return
        own = rows
        if self.translation is not None:
            own = [rows[place] for place in self.translation.own_rows([row.shown for row in rows])]
        if zone.slides:
            self._slide(index, own)
            return
        found = self._link(own, flash=flash, zone=zone)
        again = self.owners[found.first :] if found.kind is not Kind.NONE else []
        if found.kind in (Kind.GROWS, Kind.CORRECTS):
            again = self._grow(index, own[: found.rows], found)
        elif found.kind is not Kind.NONE:
            self.repeated += found.rows
            self.again[index] = tuple(word for row in own[: found.rows] for word in row.shown.split())
            self.shown_again += len(self.again[index])
            again = again[: found.rows]
        dropped = own[: found.rows]
        new = [row for row in rows if row not in dropped and row.shown not in self.others]
        self.repeated += len(rows) - len(new) - len(dropped)
        last = self.owners[-1] if self.owners else None
        if any(row in new for row in own) or (new and last is None):
            if found.kind is not Kind.NONE:
                self._stop(cue.start_ms)
            last = self._new(index, rows, new)
        elif last is not None:
            if new:
                last.text += "\n" + text_of(cue.text, new)
                last.rows += [(row.shown, text_of(cue.text, [row])) for row in new]
            last.end_ms = max(last.end_ms, cue.end_ms)
        self.shown = [row.shown for row in own]
        self.others = [row.shown for row in rows if row not in own]
        self.was_flash = flash
        self.owners = [*again, *([last] * (len(own) - len(again)) if last is not None else [])]

    def _slide(self, index: int, rows: Sequence[Row]) -> None:
        """Takes the words of a cue that are not at the end of what was shown."""
        cue = self.document.cues[index]
        words = [word for row in rows for word in row.shown.split()]
        shared = shared_words(self.words, words)
        self.words = words
        if shared:
            self.repeated += 1
            self.shown_again += shared
            self.again[index] = tuple(words[:shared])
            self._stop(cue.start_ms)
        new: list[Row] = []
        for row in rows:
            size = len(row.shown.split())
            if shared < size:
                new.append(after_words(cue.text, row, shared) if shared else row)
            shared = max(shared - size, 0)
        if new:
            self.owners = [self._new(index, rows if new == rows else (), new)]
        elif self.owners:
            self.owners[-1].end_ms = max(self.owners[-1].end_ms, cue.end_ms)

    def _link(self, rows: Sequence[Row], *, flash: bool, zone: Zone) -> Link:
        if not rows:
            return UNLINKED
        shown = [row.shown for row in rows]
        found = link(self.shown, shown, flash=flash, grows=zone.grows)
        alone = found.kind is Kind.SAME and len(shown) == 1 and not zone.grows and not self.was_flash
        # the same row alone again, which has not moved: said again, as far as anything tells
        return UNLINKED if alone else found

    def _new(self, index: int, rows: Sequence[Row], new: Sequence[Row]) -> Unit:
        cue = self.document.cues[index]
        is_whole = len(new) == len(rows) == cue.text.count("\n") + 1
        made = Unit(index, cue.start_ms, cue.end_ms, cue.text if is_whole else "")
        made.rows = [(row.shown, text_of(cue.text, [row])) for row in new]
        made.words_ms = _times_of(made.rows, [cue.start_ms], None)
        if not is_whole:
            made.text = text_of(cue.text, new)
        self.units.append(made)
        return made

    def _grow(self, index: int, rows: Sequence[Row], found: Link) -> list[Unit]:
        """Gives the unit whose text goes on the text that it has become; returns the owners of the rows."""
        cue = self.document.cues[index]
        owners, shown = self.owners[found.first :], self.shown[found.first :]
        last = owners[-1]
        above = sum(len(row.split()) for row, owner in zip(shown, owners, strict=True) if owner is not last)
        first = skipped = 0
        while skipped < above:
            skipped += len(rows[first].shown.split())
            first += 1
        if skipped > above:
            # wrapped anew across units: they are one
            last, first = owners[0], 0
            gone = {id(owner) for owner in owners} - {id(last)}
            self.units[-_MOST_ROWS:] = [unit for unit in self.units[-_MOST_ROWS:] if id(unit) not in gone]
        own = rows[first:]
        kept = last.rows[: len(last.rows) - sum(owner is last for owner in owners)]
        was = [word for row in shown for word in row.split()]
        now = [word for row in rows for word in row.shown.split()]
        self.repeated += len(shown)
        self.shown_again += len(was)
        self.again[index] = tuple(was)
        if found.kind is Kind.CORRECTS:
            known = {fold(word) for word in now}
            lost = [word for word in was if fold(word) not in known]
            if lost:
                self.corrected.append((index, " ".join(lost)))
        last.rows = [*kept, *((row.shown, text_of(cue.text, [row])) for row in own)]
        last.text = "\n".join([*(text for _, text in kept), text_of(cue.text, own)])
        last.end_ms = max(last.end_ms, cue.end_ms)
        last.words_ms = _times_of(last.rows, last.words_ms, cue.start_ms)
        return [*owners[:first], *([last] * len(own))]


def _times_of(
    rows: Sequence[tuple[str, str]], known_ms: list[int | None], next_ms: int | None
) -> list[int | None]:
    """When the words of rows came: the first ones as known, the next at a time."""
    words = sum(len(row.split()) for row, _ in rows)
    more: list[int | None] = [next_ms, *([None] * words)]
    return [*known_ms, *more][:words]
