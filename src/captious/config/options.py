"""Options of rules: values from a file checked against the dataclass of the rule, and its JSON Schema."""

from __future__ import annotations

import types
import typing
from dataclasses import MISSING
from functools import cache
from typing import TYPE_CHECKING, Any

from captious.errors import PluginError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from captious.checks.model import Rule

_NAMES = {bool: "true or false", str: "a string", int: "a whole number", float: "a number"}
_SCHEMA_TYPES = {bool: "boolean", str: "string", int: "integer", float: "number"}
OFF = "none"
"""The value for an option that is off, as in style files."""


@cache
def option_types(rule: Rule) -> Mapping[str, Any]:
    """The options of a rule and the type of each."""
    if rule.options is None:
        return {}
    # annotations are strings: the names of the module resolve them
    kinds = typing.get_type_hints(rule.options)
    for name, kind in kinds.items():
        if not _is_read(kind):
            raise PluginError(
                f"the rule {rule.code} {rule.name} has an option that no configuration can hold: {name}, {kind}",
                hint="Types of options: bool, str, int, float, Literal, a tuple or frozenset of one, or one | None.",
            )
    return kinds


def _is_read(kind: Any) -> bool:
    """Whether an option of this type can be read."""
    arguments = typing.get_args(kind)
    origin = typing.get_origin(kind)
    if origin is typing.Literal:
        return True
    if origin in (types.UnionType, typing.Union):
        others = [argument for argument in arguments if argument is not types.NoneType]
        return len(others) == 1 and len(arguments) == 2 and _is_read(others[0])
    if origin in (tuple, frozenset):
        return bool(arguments) and _is_read(arguments[0])
    return kind in _SCHEMA_TYPES


def read_value(value: object, kind: Any) -> object:
    """Converts a value from a TOML file to the type of an option.

    Raises:
        ValueError: the wrong type; the message names the right one.
    """
    arguments = typing.get_args(kind)
    origin = typing.get_origin(kind)
    if origin is typing.Literal:
        if value not in arguments:
            raise ValueError(f"one of {', '.join(map(repr, arguments))}")
        return value
    if origin in (types.UnionType, typing.Union):
        (kind,) = (argument for argument in arguments if argument is not types.NoneType)
        return None if value == OFF else read_value(value, kind)
    if origin in (tuple, frozenset):
        if not isinstance(value, list):
            raise ValueError("a list")
        made = [read_value(item, arguments[0]) for item in value]
        return tuple(made) if origin is tuple else frozenset(made)
    # in Python bool is a subclass of int, in a file it is not; a whole number is a valid float
    right = isinstance(value, int | float) if kind is float else isinstance(value, kind)
    if not right or isinstance(value, bool) != (kind is bool):
        raise ValueError(_NAMES[kind])
    return value


def options_schema(rule: Rule) -> dict[str, object]:
    """The JSON Schema of a rule's table."""
    properties: dict[str, object] = {}
    for item in rule.option_fields:
        schema = _type_schema(option_types(rule)[item.name])
        if item.default is not MISSING:
            default = item.default
            schema["default"] = list(default) if isinstance(default, tuple | frozenset) else default
            if default is None:
                schema["default"] = OFF
        properties[item.name] = schema
    return {
        "type": "object",
        "description": f"{rule.code}: {rule.summary}",
        "additionalProperties": False,
        "properties": properties,
    }


def _type_schema(kind: Any) -> dict[str, object]:
    arguments = typing.get_args(kind)
    origin = typing.get_origin(kind)
    if origin is typing.Literal:
        return {"enum": list(arguments)}
    if origin in (types.UnionType, typing.Union):
        (kind,) = (argument for argument in arguments if argument is not types.NoneType)
        return {"anyOf": [_type_schema(kind), {"const": OFF}]}
    if origin in (tuple, frozenset):
        return {"type": "array", "items": _type_schema(arguments[0])}
    return {"type": _SCHEMA_TYPES[kind]}
