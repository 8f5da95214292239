"""Rules about the syntax of SubRip and WebVTT, as their readers report it."""
