"""Everything a value holds as a text, for keys of what is kept: values that differ have texts that do."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass


def identity(value: object) -> str:
    """A value in full. Its ``repr`` will not do: that is for reading, and leaves out most of a long value."""
    if is_dataclass(value) and not isinstance(value, type):
        held = ",".join(f"{field.name}={identity(getattr(value, field.name))}" for field in fields(value))
    elif isinstance(value, Mapping):
        held = ",".join(f"{identity(key)}:{identity(each)}" for key, each in value.items())
    elif isinstance(value, AbstractSet):
        held = ",".join(sorted(map(identity, value)))
    elif isinstance(value, tuple | list):
        held = ",".join(map(identity, value))
    else:
        return repr(value)
    return f"{type(value).__qualname__}({held})"
