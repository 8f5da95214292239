"""What stands around a transcript on its page and is not part of what was said."""
