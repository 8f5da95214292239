"""The recording itself as a clock: where somebody speaks, and when each word of a transcript is said."""
