"""Rules about what the formats allow; they speak for the faults the readers report."""
