"""The fix engine: applies the fixes of findings until none is left."""
