"""Segmentation: turns to caption units, where each cue ends and where each line in it ends."""
