"""Configuration: which style and which rules check which file, read from TOML files and the command line."""
