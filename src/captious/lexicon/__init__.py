"""Word lists by language: what may end a line, what follows a number, what is only a hesitation."""

from __future__ import annotations

from captious.lexicon.load import known_languages, load_lexicon
from captious.lexicon.model import Lexicon

__all__ = ["Lexicon", "known_languages", "load_lexicon"]
