"""Captions that roll or grow: where they do, and each word of them once."""
