"""Output: findings, figures and manual pages as text, for people and for programs."""
