"""File discovery: walk folders, match patterns, ask git for earlier versions."""
