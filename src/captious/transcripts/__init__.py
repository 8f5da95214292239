"""From plain text to turns: who says what, in clean words, and what was left out."""
