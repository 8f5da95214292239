"""Markup of another format in the text of captions: found with its place, and read as what was meant."""
