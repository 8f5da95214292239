"""Configuration: the style and rules for each file, from TOML files and the command line."""
