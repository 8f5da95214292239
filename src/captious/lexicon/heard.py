"""Whether a text in brackets describes a sound: *[laughs]*, *(Musik)*, *[BLANK_AUDIO]*; names and asides do not."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from captious.lexicon.load import known_languages, load_lexicon

if TYPE_CHECKING:
    from captious.lexicon.model import Lexicon

MOST_WORDS = 10
"""A longer bracket is an aside."""
PUNCTUATION = ".,!?…;:\"'“”‘’♪ "
_BETWEEN_WORDS = re.compile(r"[\s_]+")
_LONG_STEM = 5
"""Letters of a stem, such as ``applau``, that stands for a sound in any language; shorter ones begin names, too."""


def is_sound(text: str, lexicon: Lexicon) -> bool:
    """Whether a text in brackets describes a sound: it is short, and the word list has one of its words."""
    words = text.split()
    return 0 < len(words) <= MOST_WORDS and any(is_sound_word(word, lexicon) for word in words)


def is_sound_word(word: str, lexicon: Lexicon) -> bool:
    """Whether a word, in upper or lower case, is in the list of sounds."""
    plain = word.strip(PUNCTUATION).lower()
    if plain in lexicon.sounds:
        return True
    return any(plain[:length] + "*" in lexicon.sounds for length in range(2, min(len(plain), 30) + 1))


def is_heard(text: str, lexicon: Lexicon) -> bool:
    """Whether a text in brackets tells what is heard, what language is spoken or what is played, and names nobody.

    Machines and people write *[MUSIC]* in texts of any language: English words count in all of them, and where the
    language is unknown those of all word lists.

    Args:
        text: without the brackets.
        lexicon: the word lists of the text's language.
    """
    if is_sound(text, lexicon):
        return True
    words = [word.strip(PUNCTUATION).lower() for word in _BETWEEN_WORDS.split(text)]
    words = [word for word in words if word and not word[0].isdigit()]
    if not words or len(words) > MOST_WORDS:
        return not words and any(map(str.isdigit, text))
    sounds, stems, remarks = _words_of(lexicon.language if lexicon.known else None)
    return (
        words[-1] in remarks
        or "_".join(words) in remarks
        or any(word in sounds or word.startswith(stems) for word in words)
    )


@cache
def _words_of(language: str | None) -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """The words for sounds, the stems of more of them, and the words of remarks that count in a language."""
    languages = {"en", language} if language is not None else known_languages()
    lexicons = [load_lexicon(name) for name in sorted(languages)]
    listed = frozenset[str]().union(*(each.sounds for each in lexicons))
    stems = (word[:-1] for word in listed if word.endswith("*") and len(word) > _LONG_STEM)
    remarks = frozenset[str]().union(*(each.remarks for each in lexicons))
    return frozenset(word for word in listed if not word.endswith("*")), tuple(sorted(stems)), remarks
