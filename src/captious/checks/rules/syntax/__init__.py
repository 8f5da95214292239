"""Rules about what the formats allow; they speak for the issues the readers report."""
