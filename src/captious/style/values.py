"""Parsed values of a style file, and errors for wrong ones."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, get_args

from captious.style.limits import Limit, ReadingTable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from captious.style.source import KeyPath, StyleSource

Values = dict[str, dict[str, object]]
"""Checked values: section, then key."""

OFF = "none"
"""The value that switches an optional limit off."""

_NAMES = {
    bool: "true or false",
    str: "a string",
    float: "a number",
    Limit: "a limit",
    ReadingTable: "a table of characters and times",
    dict: "a table",
    list: "a list of numbers",
}


def as_table(value: object, *, source: StyleSource, key: KeyPath) -> dict[str, object]:
    """Check that a value is a table.

    Raises:
        StyleError: it is not.
    """
    if not isinstance(value, dict):
        raise wrong_type(value, dict, source=source, key=key)
    return value


def as_text(value: object, *, source: StyleSource, key: KeyPath) -> str:
    """Check that a value is a non-empty string.

    Raises:
        StyleError: it is not.
    """
    if not isinstance(value, str):
        raise wrong_type(value, str, source=source, key=key)
    if not value.strip():
        raise source.error(f"{'.'.join(key)} is empty", key=key)
    return value


def unknown(what: str, name: str, known: Iterable[str], *, source: StyleSource, key: KeyPath) -> Exception:
    """The error for an unknown name, with the nearest known ones as its hint."""
    return source.error(f"unknown {what}: {name}", key=key, hint=suggestion(name, known))


def suggestion(name: str, known: Iterable[str]) -> str:
    """Suggest the known name most like a misspelt one, or list all of them."""
    from difflib import get_close_matches  # late: only for a misspelt name

    names = list(known)
    close = get_close_matches(name, names, n=1)
    return f"Did you mean {close[0]}?" if close else f"Known: {', '.join(names)}."


def as_number(value: object, *, source: StyleSource, key: KeyPath) -> float:
    """Check that a value is a number.

    Raises:
        StyleError: it is not, or out of range.
    """
    # bool is a kind of int in Python, but not in a style file
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise wrong_type(value, float, source=source, key=key)
    if not 0 <= value <= 1_000_000_000 or math.isnan(value):
        raise source.error(f"{'.'.join(key)} is {value}, not between 0 and 1000000000", key=key)
    return value


def one_of(value: object, kind: Any, *, source: StyleSource, key: KeyPath) -> str:
    """Check that a value is one of those of a `Literal`.

    Raises:
        StyleError: it is not.
    """
    arguments = get_args(kind)
    if value not in arguments:
        choices = ", ".join(f'"{choice}"' for choice in arguments)
        raise source.error(f"{'.'.join(key)} is {_shown(value)}, not one of {choices}", key=key)
    return str(value)


def wrong_type(
    value: object, kind: type, *, source: StyleSource, key: KeyPath, hint: str | None = None
) -> Exception:
    """The error for a value of the wrong type."""
    return source.error(f"{'.'.join(key)} is {_shown(value)}, not {_NAMES[kind]}", key=key, hint=hint)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a table"
    return "a list" if isinstance(value, list) else repr(value)
