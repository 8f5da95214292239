"""Generates the JSON Schema of captious.toml."""

from __future__ import annotations

import json

from captious.config.schema import config_schema


def schema_page() -> str:
    """The schema as indented JSON, from the table of keys and the rules' options."""
    return json.dumps(config_schema(), indent=2, ensure_ascii=False) + "\n"
