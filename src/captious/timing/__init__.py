"""From words and units to times: estimates from the text alone, and times that a cue can keep."""
