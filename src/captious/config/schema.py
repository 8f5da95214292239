"""The JSON Schema of configuration files, for editors that complete and check TOML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.registry import all_rules
from captious.config.keys import FILES, KEYS
from captious.config.options import options_schema
from captious.formats.base import Use
from captious.formats.registry import names

if TYPE_CHECKING:
    from captious.config.keys import Key

ID = "https://json.schemastore.org/captious.json"
"""The name under which a catalogue of schemas would have it; a name, and not yet an address."""

_TEXTS: dict[str, object] = {"type": "array", "items": {"type": "string"}}


def config_schema() -> dict[str, object]:
    """The schema as JSON values; its keys come from `captious.config.keys` and the options of the rules."""
    override = {
        "type": "object",
        "additionalProperties": False,
        "required": [FILES.name],
        "properties": {key.name: _schema(key) for key in (FILES, *KEYS) if key.override},
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": ID,
        "title": "Configuration of captious",
        "type": "object",
        "additionalProperties": False,
        "properties": {key.name: _schema(key) for key in KEYS},
        "definitions": {
            "selectors": {"type": "array", "items": {"anyOf": [{"enum": _selectors()}, {"type": "string"}]}},
            "override": override,
            "rules": {
                "type": "object",
                "additionalProperties": False,
                "properties": {rule.name: options_schema(rule) for rule in all_rules()},
            },
        },
    }


def _selectors() -> list[str]:
    rules = all_rules()
    families = sorted({rule.code[:3] for rule in rules})
    return ["ALL", *families, *(rule.code for rule in rules), *(rule.name for rule in rules)]


def _schema(key: Key) -> dict[str, object]:
    common: dict[str, object] = {"description": key.about}
    match key.kind:
        case "selectors":
            # draft 7, which most editors use, ignores keys beside a $ref
            return {**common, "allOf": [{"$ref": "#/definitions/selectors"}]}
        case "patterns" | "paths":
            return {**common, **_TEXTS}
        case "ignores":
            selectors = {"$ref": "#/definitions/selectors"}
            return {**common, "type": "object", "additionalProperties": selectors}
        case "overrides":
            return {**common, "type": "array", "items": {"$ref": "#/definitions/override"}}
        case "rules":
            return {**common, "allOf": [{"$ref": "#/definitions/rules"}]}
        case "rate":
            return {**common, "type": ["string", "number"]}
        case "flag":
            return {**common, "type": "boolean", **_default(key)}
        case "number":
            return {**common, "type": "integer", "minimum": 1, "maximum": key.most, **_default(key)}
        case "choice":
            return {**common, "enum": list(key.choices), **_default(key)}
        case "limits":
            amount = {"type": ["integer", "number", "string"]}
            return {**common, "type": "object", "additionalProperties": amount}
        case "texts":
            return {**common, **_TEXTS}
        case "table":
            return {
                **common,
                "type": "object",
                "additionalProperties": False,
                "properties": {own.name: _schema(own) for own in key.keys},
            }
        case "format":
            return {**common, "enum": list(names(Use.CHECK))}
        case _:
            return {**common, "type": "string"}


def _default(key: Key) -> dict[str, object]:
    return {} if key.default is None else {"default": key.default}
