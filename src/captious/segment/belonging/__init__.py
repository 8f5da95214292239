"""Which words belong together: a small network over words, taught hidden punctuation and syntax, run with numpy."""
