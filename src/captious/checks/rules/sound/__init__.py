"""Rules about sounds and music."""
