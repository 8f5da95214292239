"""Word timings: words with their times as speech recognition (ASR) and editors export them; one module per source."""
