"""The header of a WebVTT file: where it is, and what is written in its place."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from captious.formats.base import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

SIGNATURE = "WEBVTT"
_SIGNATURE = re.compile(r"WEBVTT(?=[ \t]|\Z)").match
# punctuation and invisible characters, or a byte order mark read as letters of an 8-bit encoding
_BEFORE = r"[^A-Za-z0-9]{0,12}?"
_NEARLY = re.compile(rf"{_BEFORE}({'[^A-Za-z0-9]{0,2}'.join('webvtt')})", re.IGNORECASE | re.ASCII).match
_WORD = re.compile(rf"{_BEFORE}([A-Za-z]{{3,9}})(?=[\s:;.,=-]|\Z)", re.ASCII).match
_MISPLACED = re.compile(
    r"WEBVTT(?=[ \t]|\Z)|[^A-Za-z0-9]{0,12}(?i:webvtt)[^A-Za-z0-9]{0,12}\Z", re.ASCII
).match
_METADATA = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}[ \t]?[:=].*", re.DOTALL).fullmatch
_LANGUAGE = re.compile(
    r"\bLanguage[ \t]?[:=][ \t]?([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8})(?![\w-])", re.ASCII
).search
_USUAL_METADATA = re.compile(r"(?:Kind|Language|X-TIMESTAMP-MAP)[ \t]?[:=]").match
_LONGEST = 60
_SIMILAR, _ALMOST_THE_SAME = 0.8, 0.9
_LOOKALIKES = str.maketrans("ВЕТ", "BET")


class Header(NamedTuple):
    """Where a header is.

    Args:
        line: its line (0-based).
        begin: the column (0-based) of the word ``WEBVTT``, or of what is written for it.
        end: the column after it; as ``begin`` if only the metadata below it are there.
        first: the first line (0-based) with anything to see on it.
    """

    line: int
    begin: int
    end: int
    first: int

    @property
    def is_misplaced(self) -> bool:
        """Whether something else is above it."""
        return self.line > self.first


def is_signed(line: str) -> bool:
    """Whether the first line of a file begins with the signature that players ask for."""
    return _SIGNATURE(line) is not None


def find_header(lines: Sequence[str]) -> Header | None:
    """The header of a caption file, however it is written; ``None`` if there is none.

    Args:
        lines: the lines of the file, without their line ends.
    """
    if not lines or is_signed(lines[0]):
        return Header(0, 0, len(SIGNATURE), 0) if lines else None
    first = next((number for number, line in enumerate(lines) if _is_seen(line)), 0)
    place = _nearly(lines[first]) or _misspelled(lines, first)
    if place is not None:
        following = next((number for number in range(first + 1, len(lines)) if lines[number].strip()), first)
        if is_signed(lines[following]):
            return Header(following, 0, len(SIGNATURE), following)
        return Header(first, *place, first)
    below_times = "-->" in lines[first]
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if "-->" in line:
            below_times = True
        elif (
            len(line) < _LONGEST * 10
            and _MISPLACED(line)
            and not (below_times and lines[number - 1])
            and (place := _nearly(line)) is not None
        ):
            return Header(number, *place, first)
    return Header(first, 0, 0, first) if _USUAL_METADATA(lines[first]) else None


def block_end(lines: Sequence[str], line: int) -> int:
    """The line after a block, such as a header, that begins in a line (both 0-based): a blank line, or an arrow."""
    end = line + 1
    while end < len(lines) and lines[end] and "-->" not in lines[end]:
        end += 1
    return end


def is_metadata(line: str) -> bool:
    """Whether a line of a header is metadata such as ``Kind: captions`` and ``X-TIMESTAMP-MAP=…``.

    YouTube and streaming services write them there.
    """
    return _METADATA(line) is not None


def language_of(header: Sequence[str]) -> str | None:
    """The language that the lines of a header name, the last of several; ``None`` if they name none."""
    found = [match[1] for line in header if (match := _LANGUAGE(line)) is not None]
    return found[-1] if found else None


def explain_header(lines: Sequence[str], header: Header | None) -> str:
    """What is wrong with the first line of a file without signature, for a message."""
    message = f'the file does not begin with "{SIGNATURE}"'
    if header is None or header.begin == header.end:
        return message
    line = lines[header.line]
    if header.is_misplaced:
        return f"{message}, which is in line {header.line + 1:,}"
    above = next(filter(_is_seen, lines[: header.line]), None)
    if above is not None:
        line = above
    elif header.line and not header.begin and is_signed(line):
        return f"{message}, but with {'a blank line' if header.line == 1 else 'blank lines'}"
    return f"{message}, but with {quote(line, limit=max(header.end + 1, 20))}"


def _is_seen(line: str) -> bool:
    return any(character.isprintable() and not character.isspace() for character in line)


def _nearly(line: str) -> tuple[int, int] | None:
    match = _NEARLY(_folded(line))
    return match.span(1) if match is not None else None


def _misspelled(lines: Sequence[str], number: int) -> tuple[int, int] | None:
    """The columns of a word that is almost ``WEBVTT``, unless it is the identifier of a cue."""
    match = _WORD(_folded(lines[number]))
    if match is None or "-->" in lines[number]:
        return None
    if match[1] == "VTT" and match.end(1) == len(lines[number].rstrip()):
        return match.span(1)
    from difflib import SequenceMatcher  # late: hardly any file needs it

    similarity = SequenceMatcher(None, match[1].upper(), SIGNATURE, autojunk=False).ratio()
    above_times = number + 1 < len(lines) and "-->" in lines[number + 1]
    if similarity >= _ALMOST_THE_SAME or (similarity >= _SIMILAR and match[1].isupper() and not above_times):
        return match.span(1)
    return None


def _folded(line: str) -> str:
    """The beginning of a line with letters of full width and Cyrillic lookalikes as Latin ones, one for one."""
    head = line[:_LONGEST]
    if head.isascii():
        return head
    plain = (unicodedata.normalize("NFKC", character) for character in head)
    return "".join(
        one if len(one) == 1 else character for one, character in zip(plain, head, strict=True)
    ).translate(_LOOKALIKES)
