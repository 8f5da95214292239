"""Rules about the timing of cues."""
