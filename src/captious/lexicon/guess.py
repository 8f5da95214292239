"""Guess the language of a text from its function words: cheap, and ``None`` when unsure."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MOST_WORDS = 2000
"""Words read; more change nothing."""
_FEWEST_WORDS = 16
_LEAST_SHARE = 0.33
"""Least share of function words. In freely licensed human captions it is 0.47 to 0.55 in the languages with word
lists, and for the nearest of them at most 0.14 in thirteen other languages in Latin script."""
_LEAST_LEAD = 1.3
"""Least ratio of the evidence for the first language to that for the second."""
_MOST_LETTERS = 4000
_FEWEST_LETTERS = 12
_SCRIPTS = (
    # kana make a text Japanese, though most of its letters may be Chinese
    ("ja", re.compile("[\u3041-\u30ff]"), 0.1),
    ("zh", re.compile("[\u3400-\u9fff]"), 0.6),
    ("ko", re.compile("[\uac00-\ud7a3]"), 0.6),
    ("th", re.compile("[\u0e01-\u0e2e]"), 0.6),
    ("he", re.compile("[\u05d0-\u05ea]"), 0.6),
    ("hi", re.compile("[\u0904-\u0939]"), 0.6),
    ("el", re.compile("[\u0370-\u03ff\u1f00-\u1fff]"), 0.6),
    ("hy", re.compile("[\u0531-\u0587]"), 0.6),
    ("ka", re.compile("[\u10a0-\u10ff\u1c90-\u1cbf]"), 0.6),
    ("am", re.compile("[\u1200-\u135a]"), 0.6),
    ("km", re.compile("[\u1780-\u17b3]"), 0.6),
    ("lo", re.compile("[\u0e81-\u0eae]"), 0.6),
    ("my", re.compile("[\u1000-\u102a]"), 0.6),
    ("si", re.compile("[\u0d80-\u0dc6]"), 0.6),
    ("ta", re.compile("[\u0b85-\u0bb9]"), 0.6),
    ("te", re.compile("[\u0c05-\u0c39]"), 0.6),
    ("kn", re.compile("[\u0c85-\u0cb9]"), 0.6),
    ("ml", re.compile("[\u0d05-\u0d3a]"), 0.6),
    ("gu", re.compile("[\u0a85-\u0ab9]"), 0.6),
    ("pa", re.compile("[\u0a05-\u0a39]"), 0.6),
    ("or", re.compile("[\u0b05-\u0b39]"), 0.6),
    ("bn", re.compile("[\u0985-\u09b9]"), 0.6),
    ("bo", re.compile("[\u0f40-\u0f6c]"), 0.6),
    ("dv", re.compile("[\u0780-\u07a5]"), 0.6),
)
"""Scripts used mostly by one language. Arabic and Cyrillic are used by many."""
_CLINGING = ".,;:!?…\"'“”‘’„«»‹›()[]{}¿¡-–—♪#>*"


def guess_language(words: Iterable[str]) -> str | None:
    """Guess the language of a text.

    A word in the lists of several languages is evidence for each of them in proportion. The same words always
    give the same answer.

    Args:
        words: as in the text, in any case, with or without punctuation; only the first few thousand are read.
            Words without letters do not count.

    Returns:
        The primary subtag of a language with word lists; ``None`` for too few words, for names and numbers,
        and where no language is clearly ahead.
    """
    sample = list(islice(words, _MOST_WORDS))
    script = language_of_script("".join(sample)[:_MOST_LETTERS])
    if script is not None:
        return script
    languages = _languages_of_words()
    total = 0
    hits: dict[str, int] = {}
    evidence: dict[str, float] = {}
    for raw in sample:
        word = raw.strip(_CLINGING).lower().replace("’", "'")
        if not word or not word[0].isalpha():
            continue
        total += 1
        for language in (having := languages.get(word, ())):
            hits[language] = hits.get(language, 0) + 1
            evidence[language] = evidence.get(language, 0.0) + 1 / len(having)
    if total < _FEWEST_WORDS or not evidence:
        return None
    ranked = sorted(evidence, key=lambda language: (-evidence[language], language))
    first = ranked[0]
    if hits[first] < _LEAST_SHARE * total:
        return None
    if len(ranked) > 1 and evidence[first] < _LEAST_LEAD * evidence[ranked[1]]:
        return None
    return first


def function_word_shares(words: Iterable[str]) -> tuple[int, dict[str, float]]:
    """How many words a text has, and the share of them that are function words of each language with word lists.

    Args:
        words: as for `guess_language`. A word in the lists of several languages counts for each of them.
    """
    languages = _languages_of_words()
    total, hits = 0, dict.fromkeys(sorted({tag for tags in languages.values() for tag in tags}), 0)
    for raw in islice(words, _MOST_WORDS):
        word = raw.strip(_CLINGING).lower().replace("’", "'")
        if word and word[0].isalpha():
            total += 1
            for language in languages.get(word, ()):
                hits[language] += 1
    return total, {language: number / max(total, 1) for language, number in hits.items()}


def language_of_script(text: str) -> str | None:
    """The language of most letters of a text, if their script belongs to one only."""
    if text.isascii():
        return None
    letters = sum(map(str.isalpha, text))
    for language, script, least in _SCRIPTS:
        if letters >= _FEWEST_LETTERS and len(script.findall(text)) >= least * letters:
            return language
    return None


@cache
def _languages_of_words() -> Mapping[str, tuple[str, ...]]:
    from captious.lexicon.function_words import (
        FUNCTION_WORDS,
    )  # late: only a file of unknown language needs it

    languages: dict[str, tuple[str, ...]] = {}
    for language, words in FUNCTION_WORDS.items():
        for word in words.split():
            languages[word] = (*languages.get(word, ()), language)
    return languages
