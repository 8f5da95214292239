"""Rules about the file itself: encoding, line ends, name."""
