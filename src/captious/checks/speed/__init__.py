"""Rules about reading speed."""

from __future__ import annotations

RULES: tuple[str, ...] = (
    "too_fast",
    "too_many_words_per_minute",
    "too_little_time_per_word",
    "below_reading_table",
    "too_slow",
    "above_optimum_speed",
)
