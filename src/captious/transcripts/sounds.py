"""Noises and laughter, distinguished from spoken words and reduced to a bare description."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from captious.transcripts.timestamps import parse_timestamp

if TYPE_CHECKING:
    from captious.lexicon import Lexicon

LAUGHTER = "laughs"
"""The description of laughter that is spelled out ("Hehehe.")."""

_LONGEST = 10
"""Most tokens of a bracketed description; a longer bracket is an aside."""
_PAIRS = {"[": "]", "(": ")", "*": "*", "{": "}"}
_TRAILING = ".,!?…;:"


@dataclass(frozen=True, slots=True)
class Sound:
    """A sound found in a text.

    Args:
        text: the bare description.
        end: index one past its last token.
        spelled: whether it was laughter spelled out and not a description in brackets.
        timestamp: a time that stood in the brackets, as written; empty if none did.
    """

    text: str
    end: int
    spelled: bool = False
    timestamp: str = ""


def match_sound(texts: list[str], at: int, end: int, lexicon: Lexicon) -> Sound | None:
    """Find the sound that begins at a token.

    Square brackets, braces and asterisks hold a sound when one of their words is known as one; round brackets
    hold asides too, so there the first or the last word must be, and nothing may be a function word, unless all of it
    is in capitals, as radio prints ``(SOUNDBITE OF MUSIC)``. Laughter
    spelled out is a word of laughing syllables and nothing but closing punctuation.

    Args:
        texts: the tokens.
        at: index of the token to begin at.
        end: index to stop before.
        lexicon: the words that describe sounds, and laughing syllables.
    """
    first = texts[at]
    if first[0] in _PAIRS:
        return _in_brackets(texts, at, end, lexicon)
    if first[0].isalpha() and (pattern := _laughter(lexicon.laughter)) and pattern.fullmatch(first):
        return Sound(LAUGHTER, at + 1, spelled=True)
    return None


def _in_brackets(texts: list[str], at: int, end: int, lexicon: Lexicon) -> Sound | None:
    opener = texts[at][0]
    closer = _PAIRS[opener]
    for last in range(at, min(end, at + _LONGEST)):
        token = texts[last].rstrip(_TRAILING)
        if token.endswith(closer) and (last > at or len(token) > 1):
            break
        if closer in token and last > at:
            return None
    else:
        return None
    inner = " ".join(texts[at : last + 1]).rstrip(_TRAILING)[1:-1].strip()
    words = inner.split()
    timestamps = [word for word in words if parse_timestamp(word) is not None]
    words = [word for word in words if parse_timestamp(word) is None]
    if not words or any(bracket in inner for bracket in "[](){}"):
        return None
    plain = [word.strip(_TRAILING + "\"'“”‘’").lower() for word in words]
    known = [_is_sound_word(word, lexicon.sounds) for word in plain]
    if opener == "(" and not (inner.isupper() and any(known)):
        if not (known[0] or known[-1]) or any(word in lexicon.function_words for word in plain[:-1]):
            return None
        if len(plain) > 4:
            return None
    elif not any(known):
        return None
    return Sound(" ".join(words).strip(_TRAILING), last + 1, timestamp=" ".join(timestamps))


def _is_sound_word(word: str, sounds: frozenset[str]) -> bool:
    if word in sounds:
        return True
    return any(word[:length] + "*" in sounds for length in range(3, len(word) + 1))


@cache
def _laughter(syllables: frozenset[str]) -> re.Pattern[str] | None:
    """Two or more of one syllable; a stretched one ("haaaha") counts, a lone one ("ha") is an interjection."""
    if not syllables:
        return None
    stretched = ("".join(f"{re.escape(letter)}+" for letter in syllable) for syllable in sorted(syllables))
    either = "|".join(f"(?:{syllable}){{2,20}}{syllable[0]}?" for syllable in stretched)
    return re.compile(rf"(?=.{{1,40}}$)(?:{either})[{re.escape(_TRAILING)}—–-]{{0,4}}", re.IGNORECASE)
