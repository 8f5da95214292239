"""The numbers captions are checked against: width and speed. Breaking, timing, checking and fixing share them."""
