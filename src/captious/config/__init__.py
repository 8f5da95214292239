"""Configuration: which style and which rules judge which file, read from TOML files and the command line."""
