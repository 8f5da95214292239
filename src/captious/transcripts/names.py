"""The shape of a speaker's name."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.lexicon import Lexicon

LONGEST_NAME = 6
"""Most tokens of a name, titles and particles included."""
_LONGEST_NICK = 5
"""Words of a name in a chat."""


def _word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# vowels and tones of Thai, Hindi and their like are marks on the letter before them
_WORD = re.compile(
    r"[^\W\d_][\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0d7f"
    r"\u0e31-\u0e4e\u0eb1-\u0ece\u102b-\u103e\u17b4-\u17d3'’.&-]*",
    re.UNICODE,
)
_MACHINE = re.compile(r"(?:SPEAKER|speaker|Speaker|SPK|spk|S)_?[0-9]{1,3}", re.ASCII)
_DIARISED = frozenset(
    {"speaker", "participant", "interviewer", "interviewee", "guest", "host", "caller", "sprecher"}
)
_NUMBERED = frozenset(
    ("speaker", "participant", "interviewer", "interviewee", "guest", "host", "caller", "sprecher", "person", "man",
     "woman", "male", "female", "voice", "member", "student", "reporter", "panelist", "locutor", "hablante", "orador",
     "intervenant", "locuteur", "spreker", "talare", "osoba", "unidentified")
)  # fmt: skip
_ROLES = frozenset(
    ("man", "woman", "men", "women", "boy", "girl", "child", "children", "kids", "male", "female", "narrator",
     "announcer", "interviewer", "interviewee", "host", "guest", "speaker", "voice", "all", "both", "crowd",
     "audience", "reporter", "moderator", "caller", "presenter", "student", "teacher")
)  # fmt: skip
_OFFICES = frozenset(
    ("chairman", "chairwoman", "chairperson", "chair", "vice", "court", "witness", "clerk", "reporter", "president",
     "speaker", "judge", "justice", "secretary", "commissioner", "director", "congressman", "congresswoman",
     "delegate", "deputy", "acting", "prime", "minister", "lords", "operator", "moderator", "videographer",
     "interpreter", "bailiff", "foreperson", "registrar", "defendant", "plaintiff", "prosecutor", "attorney",
     "solicitor", "counsel", "marshal", "sergeant", "mediator", "arbitrator", "host", "announcer", "narrator")
)  # fmt: skip
"""Offices that label those who hold them, with an article or before a name: *THE COURT*, *Chairman Lind*."""
_ELIDED = re.compile(r"(?:[^\W\d_]{1,4}['’]|(?:al|el|as|ar|ash|an|ad)-)(?=[^\W\d_])(.)", re.UNICODE)
"""What a surname may begin with in small letters: ``d'Arc``, ``dell'Orto``, ``al-Amin``."""
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
    next previous also anyway
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


PAIRS = (
    ("q", "a"), ("p", "r"), ("f", "a"), ("q", "r"), ("d", "r"), ("v", "a"), ("o", "p"),
    ("question", "answer"), ("questioner", "answerer"), ("frage", "antwort"), ("pregunta", "respuesta"),
    ("pergunta", "resposta"), ("question", "réponse"), ("domanda", "risposta"), ("vraag", "antwoord"),
    ("fråga", "svar"), ("pytanie", "odpowiedź"),
)  # fmt: skip
"""Labels for question and answer, in letters and in words."""


def find_pair(keys: Iterable[str]) -> tuple[str, str] | None:
    """The labels for questions and answers, if a text has both and does not count with letters.

    Args:
        keys: folded names, one for each label.
    """
    times = Counter(keys)
    for pair in PAIRS:
        if all(times[key] for key in pair):
            others = sum(count for key, count in times.items() if len(key) == 1 and key not in pair)
            if 5 * others <= times[pair[0]] + times[pair[1]]:
                return pair
    return None


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
    if core.removeprefix("#").isdecimal():
        return last and core.isascii() and len(core) <= 4
    if _WORD.fullmatch(core) is None:
        return False
    if core[0].islower():
        elided = _ELIDED.match(core)
        return elided is not None and elided[1].isupper()
    if core.endswith("."):
        return is_initial(core) or is_title(core, titles) or core.rstrip(".").lower() in _SUFFIXES
    return True


def is_diarised(words: list[str]) -> bool:
    """Whether a name is one that programs give to voices: ``SPEAKER_00``, ``Speaker 2``."""
    return is_machine_name(words[-1]) or (
        len(words) == 2 and words[1].isdecimal() and words[0].lower() in _DIARISED
    )


def is_numbered(words: list[str]) -> bool:
    """Whether a name is a role with a number: ``Speaker 2``, ``UNIDENTIFIED PERSON #1``."""
    return words[-1].removeprefix("#").isdecimal() and any(word.lower() in _NUMBERED for word in words[:-1])


def is_role(words: list[str]) -> bool:
    """Whether a name is a role: ``man``, ``male narrator``, ``female #1``."""
    roles = [word.lower() for word in words if not word.lstrip("#").isdecimal()]
    return 0 < len(roles) <= 3 and all(word in _ROLES for word in roles)


def is_office(words: list[str]) -> bool:
    """Whether a name is an office, with or without an article: ``THE WITNESS``, ``The Prime Minister``."""
    rest = words[1:] if words[0].lower() == "the" else words
    return 0 < len(rest) <= 3 and all(word.lower().rstrip(".") in _OFFICES for word in rest)


def leads_name(token: str, titles: frozenset[str]) -> bool:
    """Whether a token is a title or an office before a name: ``MR.``, ``Chairman``, ``Senator``."""
    return is_title(token, titles) or (token[:1].isupper() and token.rstrip(".").lower() in _OFFICES)


def is_plausible(words: list[str], lexicon: Lexicon, *, once: bool = False) -> bool:
    """Whether words of the right shape can be a whole name: ``Note``, ``And``, ``My Show`` and ``Part 2`` cannot.

    Args:
        words: the name.
        lexicon: articles and function words of the language.
        once: whether it occurs only once, so that it may be page metadata, such as ``Guest``.
    """
    first = words[0].rstrip(".,").lower()
    if words[-1].removeprefix("#").isdecimal():
        return is_numbered(words)
    if is_office(words) and (len(words) > 1 or not once):
        return True
    if first in _NOT_NAMES or (once and first in _HEADER_KEYS):
        return False
    if len(words) == 1:
        return first not in lexicon.function_words
    return words[0].lower() not in lexicon.articles


def name_length(words: list[str], titles: frozenset[str]) -> int:
    """The number of words in a name, without titles."""
    return sum(not is_title(word, titles) for word in words)


def shown_name(name: str) -> str:
    """A name as it is shown: with spaces where a chat has underscores, ``Anna_Lind``."""
    words = name.split("_")
    if len(words) > 1 and all(word[:1].isupper() and word[1:2].islower() for word in words):
        return " ".join(words)
    return name


def is_nick_name(words: list[str]) -> bool:
    """Whether words in angle brackets are what somebody is called in a chat."""
    text = "".join(words)
    if len(words) > _LONGEST_NICK or not any(map(str.isalpha, text)) or text[0] in "/!?":
        return False
    return "://" not in text and "=" not in text and not re.search(r"\w@\w", text)
