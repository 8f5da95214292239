"""Rules: what can be wrong with a caption file, one module a rule, and the runner that applies them."""
