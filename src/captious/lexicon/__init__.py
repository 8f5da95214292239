"""What captious knows of languages: word classes, abbreviations, titles, fillers. Data files, no rules."""
