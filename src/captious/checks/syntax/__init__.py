"""Rules about what the formats allow; they speak for the faults the readers report."""

from __future__ import annotations

RULES: tuple[str, ...] = ()
