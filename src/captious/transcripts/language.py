"""The language of a text. The only module that knows langdetect."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from captious.errors import OptionError
from captious.lexicon.guess import language_of_script
from captious.transcripts.language_names import LANGUAGE_NAMES, LONG_CODES

if TYPE_CHECKING:
    from langdetect import DetectorFactory

UNKNOWN = "und"
"""ISO 639-2 code for a language that could not be detected."""

_SAMPLE_CHARS = 3000
"""Enough for certainty; detection takes time in proportion."""
_FEWEST_LETTERS = 20
"""Below this, langdetect names a language at random."""
_BY_SCRIPT_ALONE = frozenset({"am", "bo", "dv", "hy", "ka", "km", "lo", "my", "or", "si"})
"""Languages that langdetect does not know, of scripts that only they are written in, or far more than others."""
_TAG = re.compile(r"([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{1,8}){0,4})", re.ASCII)


def language_name(tag: str) -> str:
    """The English name of a language, or its tag when we have none."""
    return LANGUAGE_NAMES.get(tag.partition("-")[0].lower(), tag)


def stated_language(text: str) -> str | None:
    """The tag of a language as a program states it, as a tag or by its English name; ``None`` for anything else."""
    name = text.strip().casefold()
    tag = next((tag for tag, known in LANGUAGE_NAMES.items() if known.casefold() == name), text)
    tag = LONG_CODES.get(name, tag)
    try:
        return check_language(tag)
    except OptionError:
        return None


def check_language(tag: str) -> str:
    """A language tag in its usual spelling: ``EN_us`` becomes ``en-US``.

    Raises:
        OptionError: not shaped like a BCP 47 tag.

    Sources:
        RFC 5646, sections 2.1 and 2.1.1 (two or three letters, subtags of up to eight; case of subtags).
    """
    match = _TAG.fullmatch(tag.strip())
    if match is None:
        raise OptionError(f"not a language: {tag!r}", hint="Write a code such as en, de or pt-BR.")
    parts = [match[1].lower()]
    for part in re.split("[-_]", match[2])[1:]:
        sizes = {2: part.upper(), 4: part.title()} if part.isalpha() else {}
        parts.append(sizes.get(len(part), part.lower()))
    return "-".join(parts)


def detect_language(text: str) -> tuple[str, float]:
    """Detect the language of a text, and how sure that is, 0 to 1.

    The same text always gives the same answer. `UNKNOWN` with 0.0 when there are too few letters.
    """
    sample = _sample(text)
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return UNKNOWN, 0.0
    # langdetect takes a text in a script that it has no language for to be in any other
    script = language_of_script(sample)
    if script in _BY_SCRIPT_ALONE:
        return script, 1.0
    from langdetect.lang_detect_exception import LangDetectException  # late: few runs detect anything

    detector = _detectors().create()
    detector.append(sample)
    try:
        found = detector.get_probabilities()
    except LangDetectException:  # its "No features in text": the letters are of no script it knows
        found = []
    return (check_language(found[0].lang), round(float(found[0].prob), 3)) if found else (UNKNOWN, 0.0)


@cache
def _detectors() -> DetectorFactory:
    """Make detectors with the profiles of 55 languages.

    langdetect's own loader catches every exception, even Ctrl-C, reports a broken profile and goes on with the profiles
    it has: a text was then detected as another language, and the interrupted run did not stop.
    """
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory
    from langdetect.utils.lang_profile import LangProfile

    factory = DetectorFactory()
    factory.set_seed(0)  # it draws samples at random otherwise
    paths = sorted(path for path in Path(PROFILES_DIRECTORY).iterdir() if not path.name.startswith("."))
    for index, path in enumerate(paths):
        profile = LangProfile(**json.loads(path.read_bytes()))
        factory.add_profile(profile, index, len(paths))
    return factory


def _sample(text: str) -> str:
    """Up to `_SAMPLE_CHARS` from the middle of the text: the head holds names and titles."""
    if len(text) <= _SAMPLE_CHARS:
        return text
    start = (len(text) - _SAMPLE_CHARS) // 2
    return text[start : start + _SAMPLE_CHARS]
