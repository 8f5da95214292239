"""Caption files as a whole: statistics, and differences between two."""
