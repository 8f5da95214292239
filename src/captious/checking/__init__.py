"""Files checked and fixed, in one process or in many."""
