"""YouTube's timed text: srv3 (``<p t d>`` with ``<s t>``, milliseconds) and srv1 (``<text start dur>``, seconds)."""

from __future__ import annotations

import html
import math
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from captious.errors import WordsError
from captious.word_timings.interpolate import interpolate
from captious.word_timings.model import Source, TimedWord, WordTrack

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NAME_3, _NAME_1 = "YouTube srv3", "YouTube srv1"
_ROOT = re.compile(r"\s*(?:<\?xml[^>]*\?>)?\s*<(timedtext|transcript)\b")
_LINE = re.compile(r"<text\b[^>]*\bstart=")
_SUREST = 255
_LONGEST_MS = 1000 * 3600 * 1000


def recognise(data: object) -> bool:
    """Whether a text is timed text in XML."""
    if not isinstance(data, str):
        return False
    root = _ROOT.match(data.lstrip("\ufeff"))
    return root is not None and (root[1] == "timedtext" or _LINE.search(data, 0, 20_000) is not None)


def read(data: object) -> WordTrack:
    """Read the words: one by one where the file times them, else with times interpolated within each line.

    Raises:
        WordsError: not XML, with line and column; a time that cannot be read.

    Sources:
        Tracks as saved by yt-dlp; arcusmaximus/YTSubConverter.
    """
    root = _parse(str(data).lstrip("\ufeff"))
    return _srv3(root) if root.tag == "timedtext" else _srv1(root)


def _parse(text: str) -> Element:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise WordsError("YouTube timed text: it declares a DOCTYPE or entities, which no such file does")
    try:
        return ET.fromstring(text)  # noqa: S314 - see above
    except ET.ParseError as error:
        line, column = error.position
        reason = str(error).partition(":")[0]
        raise WordsError(f"YouTube timed text: not XML: {reason}", line=line, column=column + 1) from None


def _srv3(root: Element) -> WordTrack:
    pieces: list[tuple[str, int, int, float | None]] = []
    measured = root.find(".//s") is not None
    words: list[TimedWord] = []
    for number, line in enumerate(root.iter("p"), 1):
        start = _ms(line.get("t"), 1, f"p {number}", "t")
        end = start + _ms(line.get("d", "0"), 1, f"p {number}", "d")
        segments = line.findall("s")
        if not segments:
            # in a track with word timings, lines without them only make room for the next
            words += [] if measured else interpolate("".join(line.itertext()), start, end)
            continue
        for piece in segments:
            offset = _ms(piece.get("t", "0"), 1, f"p {number}", "s t")
            sure = piece.get("ac")
            confidence = (
                int(sure) / _SUREST if sure is not None and sure.isdecimal() and sure != "0" else None
            )
            pieces.append(("".join(piece.itertext()), start + offset, end, confidence))
    for place, (text, begin, end, confidence) in enumerate(pieces):
        following = pieces[place + 1][1] if place + 1 < len(pieces) else end
        words += interpolate(text, begin, max(min(end, following), begin), confidence=confidence)
    return WordTrack(_NAME_3, tuple(words), measured=measured)


def _srv1(root: Element) -> WordTrack:
    words: list[TimedWord] = []
    for number, line in enumerate(root.iter("text"), 1):
        start = _ms(line.get("start"), 1000, f"text {number}", "start")
        end = start + _ms(line.get("dur", "0"), 1000, f"text {number}", "dur")
        # entities are escaped twice
        words += interpolate(html.unescape("".join(line.itertext())), start, end)
    return WordTrack(_NAME_1, tuple(words), measured=False)


def _ms(text: str | None, factor: int, place: str, what: str) -> int:
    if text is None:
        raise WordsError(f"YouTube timed text: {place} has no {what}")
    try:
        number = float(text) * factor
    except ValueError:
        number = math.nan
    if not 0 <= number <= _LONGEST_MS:
        raise WordsError(f"YouTube timed text: {what} of {place} is {text!r}, not a time")
    return round(number)


SOURCE = Source("YouTube srv3, srv1", recognise, read, suffixes=(".srv1", ".srv2", ".srv3"))
