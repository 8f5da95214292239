"""Rules about lines and where they break."""

from __future__ import annotations

RULES: tuple[str, ...] = ("line_too_long",)
