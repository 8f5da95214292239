"""Rules about lines and where they break."""

from __future__ import annotations

RULES: tuple[str, ...] = (
    "line_too_long",
    "too_many_lines",
    "cue_too_long",
    "needless_line_break",
    "weak_line_end",
    "unbalanced_lines",
    "orphan_word",
    "sentence_end_inside_line",
    "split_across_cues",
    "too_wide_for_vertical_video",
    "split_name_or_number",
    "awkward_line_break",
)
