"""Read numbers with their sources from a style file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from captious.style.limits import Basis, Confidence, Limit, ReadingTable
from captious.style.values import OFF, as_number, as_text, one_of, unknown, wrong_type

if TYPE_CHECKING:
    from captious.style.source import KeyPath, StyleSource

_LIMIT_SHAPE = 'Write { value = 42, source = "where it is published", basis = "guide" }.'
_TABLE_SHAPE = (
    "Write { chars = [12, 36], times_ms = [1000, 3000], tolerance_percent = 0, "
    'source = "…", basis = "guide" }.'
)
_ORIGIN = ("source", "basis")
_OPTIONAL = ("read", "confidence")
_WHOLE = ("_ms", "_chars", "_frames", "lines")
_POSITIVE = ("_cps", "_wpm", "_sps", "_chars", "_frames", "lines", "_duration_ms", "_per_word")


def read_limit(value: object, *, source: StyleSource, key: KeyPath) -> Limit:
    """Read a limit: ``{ value, source, basis }``, and ``read`` and ``confidence`` if present.

    Raises:
        StyleError: a part missing, unknown or of the wrong type.
    """
    name = ".".join(key)
    parts = _parts(value, ("value", *_ORIGIN), _LIMIT_SHAPE, Limit, source=source, key=key)
    number = as_number(parts["value"], source=source, key=(*key, "value"))
    if key[-1].endswith(_WHOLE) and number != int(number):
        raise source.error(f"{name} is {number:g}, not a whole number", key=key)
    if key[-1].endswith(_POSITIVE) and number == 0:
        raise source.error(f"{name} is 0", key=key, hint=f'Write "{OFF}" to switch an optional limit off.')
    return Limit(number, **_origin(parts, source=source, key=key))


def read_reading_table(value: object, *, source: StyleSource, key: KeyPath) -> ReadingTable:
    """Read a table of characters and times, with its source.

    Raises:
        StyleError: a part missing, unknown or of the wrong type; rows that do not rise.
    """
    name = ".".join(key)
    wanted = ("chars", "times_ms", "tolerance_percent", *_ORIGIN)
    parts = _parts(value, wanted, _TABLE_SHAPE, ReadingTable, source=source, key=key)
    columns: list[tuple[float, ...]] = []
    for part in ("chars", "times_ms"):
        numbers = parts[part]
        if not isinstance(numbers, list):
            raise wrong_type(numbers, list, source=source, key=(*key, part))
        columns.append(tuple(as_number(number, source=source, key=(*key, part)) for number in numbers))
    chars, times_ms = columns
    if len(chars) != len(times_ms) or not chars:
        raise source.error(f"{name} differs in length: chars {len(chars)}, times_ms {len(times_ms)}", key=key)
    if sorted(set(chars)) != list(chars) or sorted(times_ms) != list(times_ms):
        raise source.error(f"{name} does not rise from row to row", key=key)
    tolerance = as_number(parts["tolerance_percent"], source=source, key=(*key, "tolerance_percent"))
    if tolerance >= 100:
        raise source.error(f"{name}.tolerance_percent is {tolerance:g}, not under 100", key=key)
    return ReadingTable(chars, times_ms, tolerance, **_origin(parts, source=source, key=key))


def _parts(
    value: object, wanted: tuple[str, ...], shape: str, kind: type, *, source: StyleSource, key: KeyPath
) -> dict[str, Any]:
    name = ".".join(key)
    if not isinstance(value, dict):
        if value == OFF:
            raise source.error(f"{name} cannot be switched off", key=key, hint=shape)
        raise wrong_type(value, kind, source=source, key=key, hint=shape)
    for part in value:
        if part not in (*wanted, *_OPTIONAL):
            raise unknown(f"key in {name}", part, (*wanted, *_OPTIONAL), source=source, key=(*key, part))
    for part in wanted:
        if part not in value:
            raise source.error(f"{name} has no {part}", key=key, hint=shape)
    return value


def _origin(parts: dict[str, Any], *, source: StyleSource, key: KeyPath) -> dict[str, Any]:
    made: dict[str, Any] = {
        "source": as_text(parts["source"], source=source, key=(*key, "source")),
        "basis": cast("Basis", one_of(parts["basis"], Basis, source=source, key=(*key, "basis"))),
    }
    if "read" in parts:
        made["read"] = read_date(parts["read"], source=source, key=(*key, "read"))
    if "confidence" in parts:
        made["confidence"] = one_of(parts["confidence"], Confidence, source=source, key=(*key, "confidence"))
    return made


def read_date(value: object, *, source: StyleSource, key: KeyPath) -> str:
    """Read when a source was read: ``"2026"``, ``"2026-11"`` or ``"2026-11-25"``.

    Raises:
        StyleError: it has another form.
    """
    import re  # a few microseconds, and only here

    text = as_text(value, source=source, key=key)
    if not re.fullmatch(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?", text):
        raise source.error(
            f"{'.'.join(key)} is {text!r}, not a date",
            key=key,
            hint='Write "2026", "2026-11" or "2026-11-25".',
        )
    return text
