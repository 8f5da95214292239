"""Rules about reading speed."""

from __future__ import annotations

RULES: tuple[str, ...] = ()
