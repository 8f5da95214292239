"""An episode to read: turns, paragraphs, chapters, and mentions."""
