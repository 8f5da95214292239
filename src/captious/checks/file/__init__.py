"""Rules about the file itself: encoding, line ends, name."""

from __future__ import annotations

RULES: tuple[str, ...] = ("unused_suppression",)
