"""What a TTML file holds and a WebVTT document does not, counted once for each caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.formats.base import Loss

if TYPE_CHECKING:
    from collections.abc import Mapping

    from captious.formats.exchange.ttml.tree import Tree

_LONGEST = 40


class Losses:
    """What is lost of a file."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._of_captions: dict[str, dict[int, str]] = {}
        self._of_file: dict[str, list[tuple[int, str]]] = {}

    def add(self, what: str, example: str, caption: int) -> None:
        """Lists something of a caption that is kept.

        Args:
            what: its name in the plural.
            example: as written; empty if the name is enough.
            caption: the caption, as known to `all`.
        """
        self._of_captions.setdefault(what, {}).setdefault(caption, _short(example))

    def drop(self, what: str, example: str, offset: int) -> None:
        """Lists something that is in no caption, with its place in the file."""
        self._of_file.setdefault(what, []).append((offset, _short(example)))

    def all(self, numbers: Mapping[int, int]) -> tuple[Loss, ...]:
        """All of them.

        Args:
            numbers: the 1-based number of each caption in the document.
        """
        found = []
        for what, captions in self._of_captions.items():
            places = sorted((numbers[caption], example) for caption, example in captions.items())
            cues = {number for number, _ in places}
            found.append(Loss(what, len(cues), *places[0]))
        for what, dropped in self._of_file.items():
            offset, example = dropped[0]
            text = f"line {self._tree.line(offset)}"
            if example:
                text += f": {example}"
            if len(dropped) > 1:
                text += f"; {len(dropped) - 1:,} more"
            found.append(Loss(what, example=text))
        return tuple(found)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
