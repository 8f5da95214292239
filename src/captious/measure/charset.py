"""Sets of characters that a platform can show, written as in the brackets of a regular expression."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ANY = "any"
"""The value for no restriction."""


class AllowedCharacters:
    """The characters that are allowed.

    Args:
        text: ``"any"``, or characters and ranges: ``"A-Za-z0-9 !?"``. A hyphen at the beginning or the end is
            literal. A space is always allowed.

    Raises:
        ValueError: a range that runs backwards; the message is meant to follow the name of a key.
    """

    __slots__ = ("__dict__", "_ranges", "any")

    def __init__(self, text: str) -> None:
        self.any = text == ANY
        self._ranges = () if self.any else tuple(_ranges(text))

    @cached_property
    def outside(self) -> re.Pattern[str]:
        """A pattern for one character that is not allowed, other than a line end; it never matches for ``"any"``."""
        if self.any:
            return re.compile(r"(?!)")
        inside = "".join(f"{re.escape(first)}-{re.escape(last)}" for first, last in self._ranges)
        return re.compile(f"[^ \\r\\n{inside}]")


def _ranges(text: str) -> Iterator[tuple[str, str]]:
    position = 0
    while position < len(text):
        first = text[position]
        if position + 2 < len(text) and text[position + 1] == "-":
            last = text[position + 2]
            if last < first:
                raise ValueError(f"has a range that runs backwards ({first}-{last})")
            yield first, last
            position += 3
        else:
            yield first, first
            position += 1
