"""Rules about tags."""

from __future__ import annotations

RULES: tuple[str, ...] = ("disallowed_tag", "unbalanced_tags", "unsupported_position", "disallowed_italics")
