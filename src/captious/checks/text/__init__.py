"""Rules about the words and marks on screen."""

from __future__ import annotations

RULES: tuple[str, ...] = ()
