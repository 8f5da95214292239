"""Rules about descriptions of sounds and music."""
