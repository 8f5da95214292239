"""Rules about what the captions say against what was said; silent without a transcript and without timed words."""
