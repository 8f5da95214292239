"""Plain text to turns: who says what, in clean words, with everything left out accounted for."""
