"""Rules about sounds and music."""

from __future__ import annotations

RULES: tuple[str, ...] = ()
