"""Rules about when cues are shown."""

from __future__ import annotations

RULES: tuple[str, ...] = ("overlapping_cues",)
