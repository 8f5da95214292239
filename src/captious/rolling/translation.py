"""Rows that translate others: they are new in each cue, even where they translate rows that are shown again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.measure.scripts import main_script_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.core.cue import Cue

_FEWEST = 3
_TWO_LANGUAGES = 0.4
"""Share of cues with rows in two scripts, from which one of them is a translation."""
_IN_ALL = 0.9
_ONE_SIDE = 0.9
"""Share of cues in which a translation is on the same side of what it translates."""


@dataclass(frozen=True, slots=True)
class Translation:
    """Where the rows of a translation are.

    Args:
        script: their script.
        is_below: whether they are below what they translate.
    """

    script: str
    is_below: bool

    def own_rows(self, rows: Sequence[str]) -> list[int]:
        """The places of those rows of a cue that are no translation.

        A row on its side is one in any script: some words are not translated.
        """
        own = [place for place, row in enumerate(rows) if main_script_of(row) != self.script]
        if len(own) == len(rows) > 1:
            return own[:-1] if self.is_below else own[1:]
        return own


def find_translation(cues: Sequence[Cue]) -> Translation | None:
    """Find the rows that translate the others of their cue; ``None`` if there are none."""
    several = [cue for cue in cues if len(cue.lines) > 1]
    if len(several) < _FEWEST or all(line.isascii() for cue in several[:100] for line in cue.lines):
        return None
    scripts = [[main_script_of(line) for line in cue.lines] for cue in cues]
    mixed = sum(len({script for script in each if script is not None}) > 1 for each in scripts)
    if mixed < _TWO_LANGUAGES * len(cues):
        return None
    total: Counter[str] = Counter()
    repeated: Counter[str] = Counter()
    for index in range(1, len(cues)):
        for line, script in zip(cues[index].lines, scripts[index], strict=True):
            if script is not None:
                total[script] += 1
                repeated[script] += line in cues[index - 1].lines
    if len(total) < 2:
        return None
    first, second = sorted(total, key=lambda script: -repeated[script] / total[script])[:2]
    # a row of another script that rolls is shown again as often as the others are
    rarer = 1.25 if mixed >= _IN_ALL * len(cues) else 2
    if rarer * repeated[second] * total[first] >= repeated[first] * total[second]:
        return None
    sides = [each.index(second) > each.index(first) for each in scripts if first in each and second in each]
    below = sum(sides)
    if max(below, len(sides) - below) < _ONE_SIDE * len(sides):
        return None
    return Translation(second, is_below=2 * below > len(sides))
