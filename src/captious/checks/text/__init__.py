"""Rules about the words and marks on screen."""

from __future__ import annotations

RULES: tuple[str, ...] = (
    "empty_cue",
    "odd_whitespace",
    "space_before_punctuation",
    "repeated_punctuation",
    "repeated_word",
    "ellipsis_style",
    "dash_style",
    "quote_style",
    "unmatched_brackets",
    "all_caps",
    "sentence_case",
    "disallowed_character",
    "garbled_characters",
    "number_style",
    "filler_word",
    "repeated_cue",
    "missing_inverted_mark",
    "mixed_script",
    "missing_space_after_punctuation",
    "unmatched_quotes",
)
