"""What a file with a transcript is, and its text as plain lines: one module per kind of file."""
