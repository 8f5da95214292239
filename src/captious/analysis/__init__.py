"""What is known about a caption file, below the rules."""
