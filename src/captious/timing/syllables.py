"""The length of a word in speech, as syllables counted from its letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from captious.measure.scripts import letters_apart

_VOWELS = re.compile(r"[aeiouyαεηιουω]+|[аеиоуыэюяіє]")
_RUNS = re.compile(r"[^\W\d_]+|[0-9]+")
_SILENT_E = re.compile(r"(?<=[a-z][^aeiouy\W\d])e(?:s|d)?$")
_SPOKEN_ENDING = re.compile(r"(?:[td]ed|[^aeiouy]le|[cgsxz]es|[cs]hes)$")

_HANGUL = re.compile("[\uac00-\ud7a3]")
_KANA = re.compile("[\u3041-\u30ff]")
_KANJI = re.compile("[\u3400-\u9fff]")
_SMALL_KANA = frozenset("ぁぃぅぇぉゃゅょゎァィゥェォャュョヮ")
_KANJI_MORAE = 2.0
"""Most readings of a Chinese character in Japanese have one or two morae in compounds, and more where it stands alone.
Our own choice: no count was available."""

SOUND_SYLLABLES = 3.0
"""Laughter or another sound, in syllables: about two thirds of a second. Our own choice, for want of data."""


@lru_cache(maxsize=65536)
def count_syllables(word: str) -> float:
    """Count the syllables of a word, by a rule of thumb; at least 1 for any spoken word, 0 for bare punctuation.

    Vowel groups are counted, a silent final *e* is not; a digit counts one, each letter of a word in capitals
    without vowels counts one; letters of scripts without Latin, Cyrillic or Greek vowels count one each, half for
    scripts that write consonants only.

    Sources:
        On an hour-long podcast a count from letters times cues as well as a pronouncing dictionary does (within
        8% either way): docs/guide/timing.md. What letters and pauses add is in `captious.timing.pauses`.
    """
    runs = _RUNS.findall(_unaccented(word))
    if _KANA.search(word):
        return float(sum(_count_morae(run) for run in runs))
    return float(sum(map(_count_run, runs)))


def _count_morae(run: str) -> float:
    """Morae of a run of Japanese: a small kana belongs to the one before it, a Chinese character has about two."""
    morae = 0.0
    for part in letters_apart(run):
        if _KANJI.match(part):
            morae += _KANJI_MORAE
        elif part not in _SMALL_KANA:
            morae += 1.0 if _KANA.match(part) else _count_run(part)
    return morae


def _unaccented(word: str) -> str:
    """The word without apostrophes and accents; an accented *e* becomes an *a*, because it is never silent."""
    plain: list[str] = []
    # a syllable of Hangul is one letter here, and would be three
    if _HANGUL.search(word):
        return word
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
