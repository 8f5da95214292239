"""Rules about when cues are shown."""
