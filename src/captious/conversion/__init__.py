"""Caption files from one format to another, with a list of what does not come along."""
