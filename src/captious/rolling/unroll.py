"""Captions that roll or grow, with each word of them once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from captious.core.clock import vtt_time
from captious.core.numbers import count
from captious.formats.srt.markup import visible_lines
from captious.rolling.translation import find_translation
from captious.rolling.units import Unroller
from captious.rolling.zones import find_zones

if TYPE_CHECKING:
    from collections.abc import Mapping

    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.rolling.units import Unit
    from captious.rolling.zones import Zone


@dataclass(frozen=True, slots=True)
class Rolling:
    """Captions that roll.

    Args:
        zones: where, in order.
        units: all captions as they are without rolling, in order, those outside of the zones as they were.
        repeated: how many rows are shown more than once.
        shown_again: words that are there again because of it.
        again: for each cue (0-based) with such words, these.
        corrected: words at the end of a text that later cues have otherwise, each with the 0-based number of its cue.
    """

    zones: tuple[Zone, ...]
    units: tuple[Unit, ...]
    repeated: int
    shown_again: int
    again: Mapping[int, tuple[str, ...]]
    corrected: tuple[tuple[int, str], ...] = ()

    @property
    def summary(self) -> str:
        """What they do, for messages."""
        if not self.repeated:
            return "rolling captions: each row stays while the next one comes"
        kind = (
            "captions that grow" if all(zone.grows for zone in self.zones) else "automatic rolling captions"
        )
        again = count(self.shown_again, "word")
        return f"{kind}: {count(self.repeated, 'row')} shown again, with {again}"

    @property
    def cues(self) -> frozenset[int]:
        """The cues (0-based) that roll."""
        return frozenset(index for zone in self.zones for index in range(zone.first, zone.end))


def find_rolling(document: Document) -> Rolling | None:
    """Find where captions roll or grow, and what they are without that; ``None`` where they do not.

    Args:
        document: of any format, with its cues in order.
    """
    translation = find_translation(document.cues)
    zones = find_zones(document, translation)
    if not zones:
        return None
    work = Unroller(document, translation)
    at = 0
    for zone in zones:
        work.copy(at, zone.first)
        work.unroll(zone)
        at = zone.end
    work.copy(at, len(document.cues))
    return Rolling(
        tuple(zones), tuple(work.units), work.repeated, work.shown_again, work.again, tuple(work.corrected)
    )


def unrolled(document: Document, rolling: Rolling | None, *, timed: bool = False) -> Document:
    """The document with each word once.

    Args:
        document: the document.
        rolling: from `find_rolling`; ``None`` = it does not roll.
        timed: whether the times of words are written into the text of WebVTT, where they are known and not there yet.
    """
    if rolling is None:
        return document
    from captious.formats.vtt.text import visible  # late: hardly any file rolls

    numbered = all(cue.id == str(number) for number, cue in enumerate(document.cues, 1))
    cues: list[Cue] = []
    for unit in rolling.units:
        cue = document.cues[unit.index]
        text = _with_times(unit) if timed and document.format == "vtt" else unit.text
        lines, speaker = visible(text) if document.format == "vtt" else (visible_lines(text), cue.speaker)
        made = replace(cue, end_ms=unit.end_ms, text=text, lines=lines, speaker=speaker)
        cues.append(replace(made, id=str(len(cues) + 1)) if numbered else made)
    kept = {unit.index for unit in rolling.units}
    places = [0, *accumulate(index in kept for index in range(len(document.cues)))]
    notes = tuple(
        replace(note, before=places[note.before]) if note.before > 0 else note for note in document.notes
    )
    broken = tuple(replace(one, before=places[one.before]) for one in document.broken)
    return replace(document, cues=tuple(cues), notes=notes, broken=broken)


def _with_times(unit: Unit) -> str:
    """The text of a unit with the time at which each word came, unless it has such times."""
    if "<" in unit.text or not any(time is not None for time in unit.words_ms[1:]):
        return unit.text
    text, at = "", 0
    latest = unit.start_ms
    for word, time in zip(unit.text.split(), unit.words_ms, strict=False):
        place = unit.text.index(word, at)
        if time is not None and latest < time < unit.end_ms:
            text += f"{unit.text[at:place]}<{vtt_time(time)}>{word}"
            latest = time
        else:
            text += unit.text[at : place + len(word)]
        at = place + len(word)
    return text + unit.text[at:]
