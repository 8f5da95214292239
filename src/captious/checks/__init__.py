"""The rules, one module each, and the runner that applies them to a caption file."""
