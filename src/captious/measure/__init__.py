"""The numbers captions are judged by: width and speed. Breaking, timing, checking and fixing share them."""
