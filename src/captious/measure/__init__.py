"""The numbers captions are checked against: width and speed, shared by segmentation, timing, checks and fixes."""
