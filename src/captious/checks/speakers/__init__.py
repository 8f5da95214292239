"""Rules about who speaks, and how that is shown."""

from __future__ import annotations

RULES: tuple[str, ...] = (
    "dialogue_dash_style",
    "two_speakers_in_line",
    "dash_in_single_speaker_cue",
    "label_style",
    "missing_label",
    "repeated_label",
    "inconsistent_name",
    "missing_voice",
    "misplaced_label",
    "stray_arrows",
    "two_speakers_in_cue",
)
