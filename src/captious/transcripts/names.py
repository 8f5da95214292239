"""The shape of a speaker's name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from captious.lexicon import Lexicon

LONGEST_NAME = 6
"""Most tokens of a name, titles and particles included."""


def _word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# vowels and tones of Thai and Hindi are marks on the letter before them
_WORD = re.compile(
    r"[^\W\d_][\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0d7f\u0e31-\u0e4e'’.&-]*", re.UNICODE
)
_MACHINE = re.compile(r"(?:SPEAKER|speaker|Speaker|SPK|spk|S)_?[0-9]{1,3}", re.ASCII)
_NUMBERED = frozenset(
    {"speaker", "participant", "interviewer", "interviewee", "guest", "host", "caller", "sprecher"}
)
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?){1,3}", re.UNICODE)
_PARTICLES = _word_set(
    """
    de del della der den des di da do dos du la le el al bin ibn ben van von zu zum ter ten te af av
    y e i & 't 's
    """
)
_SUFFIXES = _word_set(
    """
    jr sr ii iii iv phd ph.d psyd psy.d md m.d mba esq dds rn jd cpa pe
    """
)
# What a colon follows in prose …
_NOT_NAMES = _word_set(
    """
    first second third fourth fifth finally firstly secondly lastly one two three
    note notes warning example examples tip tips ps p.s nb n.b update edit edited disclaimer spoiler
    caveat quote source sources summary conclusion result results problem solution pros cons step
    rule lesson reminder fact correction translation question questions answer sidenote remember
    meaning hint idea point option today tomorrow yesterday monday tuesday wednesday thursday friday
    saturday sunday http https
    """
)
_SECTIONS = frozenset(
    ("break", "jingle", "outro", "intro", "ad", "ads", "sponsor", "sponsors", "music", "movie extract")
)
# … and in the head of a page.
_HEADER_KEYS = _word_set(
    """
    title subject date episode duration length runtime published recorded recording aired posted
    updated url link links file filename interview transcript podcast show season chapter part topic
    topics tags category categories speakers participants guests hosts attendees author authors by
    location language version transcribed transcriber summary description keywords isbn email phone
    host guest
    """
)


def is_header_key(token: str) -> bool:
    """Whether a token is the key of a page's metadata, with its colon: ``Date:``"""
    return token.endswith(":") and token[:-1].lower() in _HEADER_KEYS


def is_section_name(name: str) -> bool:
    """Whether a label names a part of a show and not a person: ``Break``, ``Jingle``."""
    return name.lower() in _SECTIONS


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Normalise a name for comparison: case, kind of apostrophe and amount of spaces do not count."""
    return " ".join(name.replace("’", "'").casefold().split())


def is_particle(token: str) -> bool:
    """Whether a token is a small word within names: ``von``, ``de la``."""
    return token in _PARTICLES


def is_machine_name(token: str) -> bool:
    """Whether a token is a name as diarisation gives it: ``SPEAKER_00``, ``S1``."""
    return _MACHINE.fullmatch(token) is not None


def is_title(token: str, titles: frozenset[str]) -> bool:
    """Whether a token is a title that leads a name: ``Dr.``"""
    return token[:1].isupper() and token.rstrip(".").lower() in titles


def is_initial(token: str) -> bool:
    """Whether a token is an initial with its dot: ``B.``, ``J.R.``"""
    return _INITIAL.fullmatch(token) is not None and not token[0].islower()


def is_name_word(token: str, *, last: bool, following: str, titles: frozenset[str]) -> bool:
    """Whether a token can be part of a name.

    Args:
        token: as written, without the colon that ends the label.
        last: whether it is the last token of the name.
        following: the token after it, empty for the last.
        titles: words that lead names, which may end with a dot.
    """
    if token in _PARTICLES:
        return not last
    core = token
    if core.endswith(","):
        core = core[:-1]
        if last or following.rstrip(".,").lower() not in _SUFFIXES:
            return False
    if is_machine_name(core):
        return True
    if core.isdecimal():
        return last and core.isascii() and len(core) <= 3
    if _WORD.fullmatch(core) is None or core[0].islower():
        return False
    if core.endswith("."):
        return is_initial(core) or is_title(core, titles) or core.rstrip(".").lower() in _SUFFIXES
    return True


def is_numbered(words: list[str]) -> bool:
    """Whether a name is a role with a number: ``Speaker 2``."""
    return len(words) == 2 and words[1].isdecimal() and words[0].lower() in _NUMBERED


def is_plausible(words: list[str], lexicon: Lexicon, *, once: bool = False) -> bool:
    """Whether words of the right shape can be a whole name: ``Note``, ``And``, ``My Show`` and ``Part 2`` cannot.

    Args:
        words: the name.
        lexicon: articles and function words of the language.
        once: whether it occurs only once, so that it may be page metadata, such as ``Guest``.
    """
    first = words[0].rstrip(".,").lower()
    if words[-1].isdecimal():
        return is_numbered(words)
    if first in _NOT_NAMES or (once and first in _HEADER_KEYS):
        return False
    if len(words) == 1:
        return first not in lexicon.function_words
    return words[0].lower() not in lexicon.articles


def name_length(words: list[str], titles: frozenset[str]) -> int:
    """The number of words in a name, without titles."""
    return sum(not is_title(word, titles) for word in words)
