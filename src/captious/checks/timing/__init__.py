"""Rules about when cues are shown."""

from __future__ import annotations

RULES: tuple[str, ...] = (
    "non_positive_duration",
    "cue_out_of_order",
    "overlapping_cues",
    "short_duration",
    "long_duration",
    "small_gap",
    "forbidden_gap",
    "off_frame",
    "beyond_media",
    "long_silence",
    "beside_shot_change",
)
