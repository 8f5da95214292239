"""Rules about who speaks, and how that is shown."""

from __future__ import annotations

RULES: tuple[str, ...] = ()
