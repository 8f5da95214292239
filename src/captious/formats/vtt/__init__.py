"""WebVTT (.vtt), by the algorithms of the W3C's WebVTT 1 recommendation."""
