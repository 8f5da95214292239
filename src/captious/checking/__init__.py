"""Checking and fixing files, in one process or several."""
