"""SubRip (.srt): no standard, so it is read the way players read it, and each liberty taken is reported."""
