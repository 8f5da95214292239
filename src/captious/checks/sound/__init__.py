"""Rules about sounds and music."""

from __future__ import annotations

RULES: tuple[str, ...] = ("sound_form", "music_mark", "sound_case", "long_sound_cue")
