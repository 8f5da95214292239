"""Rules about the words and marks on screen."""
