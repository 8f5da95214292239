"""From turns to caption units: where a cue ends, and where a line inside it ends."""
