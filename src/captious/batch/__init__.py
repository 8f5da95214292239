"""The same commands over many files: what is to be done, what was done, and who does it."""
