"""An interview as a text to be read: turns, paragraphs, chapters, and what is mentioned in it."""
