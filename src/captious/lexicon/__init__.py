"""Word lists by language: words that should not end a line, units after a number, fillers."""

from __future__ import annotations

from captious.lexicon.load import known_languages, load_lexicon
from captious.lexicon.model import Lexicon

__all__ = ["Lexicon", "known_languages", "load_lexicon"]
