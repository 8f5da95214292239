"""The input of the search: words with widths, times and costs, and the limits of a cue; and the form of its result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits that every cue keeps.

    Args:
        width: most characters in a line.
        lines: most lines in a cue, at least 1.
        one_line_if_fits: whether a text that fits on one line stays on one; more lines are never used than needed.
        min_ms: shortest time on screen.
        max_ms: longest time on screen; ``None`` for no limit.
        max_cps: most characters per second; ``None`` for no limit.
        label_apart: whether the label stands on a line of its own.
        cue_width: most characters in a cue, spaces between its words included; ``None`` for as many as its lines hold.
        words: most words in a cue, the label's included; ``None`` for no limit.
    """

    width: float
    lines: int
    one_line_if_fits: bool
    min_ms: float
    max_ms: float | None
    max_cps: float | None
    label_apart: bool = False
    cue_width: float | None = None
    words: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A turn as the search takes it; all sequences have one entry per word.

    Args:
        widths: characters of each word; none is wider than a line.
        silent: how many of the first words are the label: shown but not spoken, so they do not count for speed.
        cue_costs: cost of ending a cue after each word, infinity where none may end; may be negative.
        line_costs: the same for a line inside a cue.
        sentence_ends: whether a sentence ends with each word, and how much it counts where that is within a line.
        starts_ms: when each word starts to be said, never falling.
        ends_ms: when it ends.
        space: characters of the space between two words.
    """

    widths: Sequence[float]
    silent: int
    cue_costs: Sequence[float]
    line_costs: Sequence[float]
    sentence_ends: Sequence[float]
    starts_ms: Sequence[int]
    ends_ms: Sequence[int]
    space: float


Lines = tuple[int, ...]
"""The line ends of a cue: one past the last word of each line, so the last entry ends the cue."""
