"""What a reader leaves out, collected while it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.formats.base import Loss, quote

if TYPE_CHECKING:
    from collections.abc import Mapping

GUESSED_ENDS = "end times (guessed)"
"""End times that a file does not state."""


class LeftOut:
    """Collects losses: what, in how many cues, the first of them and an example."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[set[int], int, str]] = {}

    def add(self, what: str, number: int = 0, example: str = "") -> None:
        """Adds a loss.

        Args:
            what: its name in the plural.
            number: 1-based number of its cue; 0 if it belongs to the file.
            example: an example as written.
        """
        numbers, _, _ = self._found.setdefault(what, (set(), number, example))
        if number:
            numbers.add(number)

    def add_text(self, what: str, number: int, text: str) -> None:
        """Adds the loss of words, which are quoted."""
        self.add(what, number, quote(text.strip()))

    def renumber(self, numbers: Mapping[int, int]) -> None:
        """Gives cues other numbers, by their old ones: those of a file that is not in the order of its times."""
        self._found = {
            what: ({numbers.get(old, old) for old in of}, numbers.get(first, first), example)
            for what, (of, first, example) in self._found.items()
        }

    def losses(self) -> tuple[Loss, ...]:
        """The losses, in the order in which the first of each was found."""
        return tuple(
            Loss(what, len(numbers), first if numbers else 0, example)
            for what, (numbers, first, example) in self._found.items()
        )
