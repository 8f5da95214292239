"""Convert caption files from one format to another, with a list of losses."""
