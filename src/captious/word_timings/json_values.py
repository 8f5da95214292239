"""Parsed JSON that knows the place of every value, for errors that say what is wrong and where."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.errors import WordsError

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_MS = 1000 * 3600 * 1000
"""No recording lasts a thousand hours: a larger number is not a time."""
_MOST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a JSON file.

    Args:
        data: the parsed value.
        source: the kind of file, for errors.
        path: its place, such as ``results.channels[0]``; empty for the whole file.
    """

    data: object
    source: str
    path: str = ""

    def at(self, key: str) -> Value:
        """The value under a key of an object.

        Raises:
            WordsError: it is not an object, or has no such key.
        """
        found = self.maybe(key)
        if found is None:
            raise WordsError(f"{self.source}: {self._join(key)} is missing")
        return found

    def maybe(self, key: str) -> Value | None:
        """The value under a key of an object, ``None`` if there is none or it is ``null``.

        Raises:
            WordsError: it is not an object.
        """
        if not isinstance(self.data, dict):
            raise self.wrong("an object")
        data = self.data.get(key)
        return None if data is None else Value(data, self.source, self._join(key))

    def first(self, *keys: str) -> Value | None:
        """The value under the first of some keys that the object has."""
        return next((found for key in keys if (found := self.maybe(key)) is not None), None)

    def each(self) -> Iterator[Value]:
        """The members of a list.

        Raises:
            WordsError: it is not a list.
        """
        if not isinstance(self.data, list):
            raise self.wrong("a list")
        for number, data in enumerate(self.data):
            yield Value(data, self.source, f"{self.path}[{number}]")

    def text(self) -> str:
        """A string.

        Raises:
            WordsError: it is not a string.
        """
        if not isinstance(self.data, str):
            raise self.wrong("a string")
        return self.data

    def label(self) -> str:
        """A string, or a whole number as one: how sources name speakers.

        Raises:
            WordsError: it is neither.
        """
        if isinstance(self.data, int) and not isinstance(self.data, bool):
            return str(self.data)
        return self.text()

    def number(self) -> float:
        """A number, or a string that holds one.

        Raises:
            WordsError: it is neither, or not finite.
        """
        data = self.data
        if isinstance(data, str):
            try:
                data = float(data)
            except ValueError:
                raise self.wrong("a number") from None
        if isinstance(data, bool) or not isinstance(data, int | float):
            raise self.wrong("a number")
        try:
            number = float(data)
        except OverflowError:  # JSON allows whole numbers of any length
            raise self.wrong("a number") from None
        if not math.isfinite(number):
            raise self.wrong("a number")
        return number

    def seconds(self) -> int:
        """A time in seconds, as milliseconds.

        Raises:
            WordsError: it is not a number, negative, or out of range.
        """
        return self._time(1000, "seconds")

    def milliseconds(self) -> int:
        """A time in milliseconds.

        Raises:
            WordsError: it is not a number, negative, or out of range.
        """
        return self._time(1, "milliseconds")

    def wrong(self, wanted: str) -> WordsError:
        """The error for a value of the wrong kind."""
        shown = repr(self.data)
        shown = shown if len(shown) <= _MOST_SHOWN else f"{shown[: _MOST_SHOWN - 1]}…"
        return WordsError(f"{self.source}: {self.path or 'the file'} is {shown}, not {wanted}")

    def _time(self, factor: float, unit: str) -> int:
        number = self.number() * factor
        if not 0 <= number <= _LONGEST_MS:
            raise self.wrong(f"a time in {unit}")
        return round(number)

    def _join(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key


def has(data: object, *path: str | int) -> bool:
    """Whether parsed JSON has a value at a path of keys and list indices."""
    for key in path:
        if isinstance(key, int):
            if not isinstance(data, list) or len(data) <= key:
                return False
            data = data[key]
        else:
            if not isinstance(data, dict) or key not in data:
                return False
            data = data[key]
    return True
