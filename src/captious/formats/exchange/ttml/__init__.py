"""TTML: read with its timing, styles and agents; written as the text profile of IMSC 1.1."""
