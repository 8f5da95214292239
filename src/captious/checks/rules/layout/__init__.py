"""Rules about lines and line breaks."""
