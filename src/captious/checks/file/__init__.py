"""Rules about the file itself: encoding, line ends, name."""

from __future__ import annotations

RULES: tuple[str, ...] = (
    "not_utf8",
    "byte_order_mark",
    "invisible_characters",
    "mixed_line_ends",
    "wrong_file_ending",
    "no_cues",
    "missing_final_newline",
    "unused_suppression",
    "nul_character",
    "blank_lines_at_end",
    "trailing_blanks",
)
