"""Rules about the file itself: encoding, line endings, name."""
