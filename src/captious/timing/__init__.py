"""Words and units to times: estimates from the text alone, word timings, and times that fit a style."""
