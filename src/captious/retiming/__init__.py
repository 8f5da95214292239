"""Give existing captions other times; their words and breaks stay."""
