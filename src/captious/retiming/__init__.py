"""Captions that exist already get other times; their words and breaks stay."""
