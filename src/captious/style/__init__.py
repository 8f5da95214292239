"""Style guides: TOML files in, frozen profiles out."""
