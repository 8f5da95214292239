"""Words with their times, read from what speech recognition and editors export; one module a source."""
