"""Rules about speaker labels, voices and dialogue dashes."""
