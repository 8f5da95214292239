"""Fixing: the fixes that findings carry, applied until nothing is left to fix."""
