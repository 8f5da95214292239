"""Rules about tags."""

from __future__ import annotations

RULES: tuple[str, ...] = ()
