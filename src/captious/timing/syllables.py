"""How long a word takes to say, counted in syllables from its letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_VOWELS = re.compile(r"[aeiouyαεηιουω]+|[аеиоуыэюяіє]")
_RUNS = re.compile(r"[^\W\d_]+|[0-9]+")
_SILENT_E = re.compile(r"(?<=[a-z][^aeiouy\W\d])e(?:s|d)?$")
_SPOKEN_ENDING = re.compile(r"(?:[td]ed|[^aeiouy]le|[cgsxz]es|[cs]hes)$")

SOUND_SYLLABLES = 3.0
"""Laughter or another sound, in syllables: about two thirds of a second. Our own choice; nothing is known of it."""


@lru_cache(maxsize=65536)
def count_syllables(word: str) -> float:
    """Syllables of a word, by a rule of thumb; at least 1 for anything that is said, 0 for bare punctuation.

    Vowel groups are counted, a silent final *e* is not; a digit counts one, each letter of a word in capitals
    without vowels counts one; letters of scripts without Latin, Cyrillic or Greek vowels count one each, half for
    scripts that write consonants only.

    Sources:
        On an hour-long podcast a count from letters times cues as well as a pronouncing dictionary does (within
        8 % either way); pauses at punctuation bought nothing: docs/guide/timing.md.
    """
    return float(sum(_count_run(run) for run in _RUNS.findall(_unaccented(word))))


def _unaccented(word: str) -> str:
    """The word without apostrophes and accents; an accented *e* becomes an *a*, because it is never silent."""
    plain: list[str] = []
    for character in unicodedata.normalize("NFD", word):
        if not unicodedata.combining(character):
            if character not in "'’":
                plain.append(character)
        elif plain and plain[-1] in "eE":
            plain[-1] = "a"
    return "".join(plain)


def _count_run(run: str) -> float:
    if run[0] in "0123456789":
        return float(len(run))
    lower = run.lower()
    groups = len(_VOWELS.findall(lower))
    if not groups:
        if lower.isascii() or len(run) < 2:
            # no vowel: spelled out if in capitals (PhD, NLP), one murmur if not (hm, mhm)
            return float(len(run)) if run.isupper() else 1.0
        return len(run) if unicodedata.east_asian_width(run[0]) in "WF" else max(1.0, len(run) / 2)
    if groups > 1 and _SILENT_E.search(lower) and not _SPOKEN_ENDING.search(lower):
        groups -= 1
    return float(groups)
