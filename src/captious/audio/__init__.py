"""Times from a recording: voice activity detection (VAD), and forced alignment of a transcript."""
