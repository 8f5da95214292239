"""Rules about tags and positions."""
