"""A character is not allowed by the style or by your options.

## Why it matters

Old decoders show a box, or nothing, for characters outside their character set.
Many publishers allow no emoji in captions.

The rule is on in styles that list the characters they allow (`typography.characters`); elsewhere, select it yourself.
Its options are `emoji` (report emoji, on by default), `characters` (more characters to report, without separators)
and `charset` (an encoding such as `"latin-1"`; characters outside it are reported).

## Fails

"Thank you 🎉" with the default options.

## Passes

"Thank you ♪": music notes are not emoji.

## Fix safety

There is no fix: the meaning of the character has to be put into words.

## Sources

- BBC Subtitle Guidelines list the characters teletext can show; Subtitle Edit's Netflix check reports glyphs outside
  the allowed set.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.checks.text_findings import Place, report
from captious.core.finding import Severity
from captious.measure.charset import AllowedCharacters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding
    from captious.style.profile import Profile


_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u2668\u267f-\u27bf\u2b50\u2b55]\ufe0f?")
_REFERENCE = re.compile(r"&#?[A-Za-z0-9]{1,10};")
_PAST_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the rule.

    Args:
        emoji: whether to report emoji.
        characters: more characters to report, without separators.
        charset: an encoding; characters outside it are reported. Empty or unknown = not checked.
    """

    emoji: bool = True
    characters: str = ""
    charset: str = ""


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The characters of ``subject`` that are not allowed."""
    places: dict[int, Place] = {}
    allowed = AllowedCharacters(subject.profile.typography.characters)
    if not allowed.any:
        references = subject.document.format == "vtt" and "&" in subject.source
        for index, match in subject.matches(allowed.outside):
            if references and _in_reference(subject.source, match.start()):
                continue
            message = f"{_name(match[0])} is not in the style's character set"
            places.setdefault(match.start(), Place(index, *match.span(), message))
    for pattern, why in _patterns(options):
        for index, match in subject.matches(pattern):
            message = f"{_name(match[0])} {why}"
            places.setdefault(match.start(), Place(index, *match.span(), message))
    if options.charset and _is_known(options.charset):
        for index, match in subject.matches(_PAST_ASCII):
            if not _holds(options.charset, match[0]):
                message = f"{_name(match[0])} is not in {options.charset}"
                places.setdefault(match.start(), Place(index, *match.span(), message))
    yield from report(RULE, subject, [places[start] for start in sorted(places)], "")


def _in_reference(source: str, place: int) -> bool:
    """Whether a punctuation mark is part of a character reference of WebVTT, such as the semicolon of ``&lt;``."""
    start = source.rfind("&", max(place - 12, 0), place + 1)
    return start >= 0 and (match := _REFERENCE.match(source, start)) is not None and match.end() > place


def _patterns(options: Options) -> Iterator[tuple[re.Pattern[str], str]]:
    if options.emoji:
        yield _EMOJI, "is an emoji"
    if options.characters:
        yield re.compile(f"[{re.escape(options.characters)}]"), "is not allowed"


def _name(character: str) -> str:
    return f"U+{ord(character[0]):04X} {unicodedata.name(character[0], 'unnamed')}"


def _is_known(charset: str) -> bool:
    try:
        return bool(codecs.lookup(charset))
    except LookupError:
        return False


def _holds(charset: str, character: str) -> bool:
    try:
        character.encode(charset)
    except UnicodeError:
        return False
    return True


def _names_characters(profile: Profile) -> bool:
    return profile.typography.characters != "any"


RULE = Rule(
    "TXT012",
    "disallowed-character",
    Severity.WARNING,
    Group.STATED,
    check,
    __doc__,
    Options,
    stated=_names_characters,
)
