"""Rules about who speaks, and how that is shown."""
