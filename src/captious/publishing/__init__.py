"""Pages and texts for people, made of transcripts and captions: what the commands and the library share."""
