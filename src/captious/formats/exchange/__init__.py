"""Formats captions are handed over in: each to WebVTT cues and from them, and what it cannot hold.

WebVTT holds more than any other, so its documents are what all of them are read into and written from.
"""
