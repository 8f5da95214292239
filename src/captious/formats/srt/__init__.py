"""SubRip (.srt): without a standard, so it is read as players read it, and each liberty taken is reported."""
