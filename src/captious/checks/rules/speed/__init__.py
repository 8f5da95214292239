"""Rules about reading speed."""
