"""Caption files looked at as a whole: their figures, and what changed between two."""
