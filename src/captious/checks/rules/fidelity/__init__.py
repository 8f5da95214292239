"""Rules that compare the captions with a transcript or with ASR output; skipped without either."""
