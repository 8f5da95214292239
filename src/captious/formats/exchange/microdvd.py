"""MicroDVD: ``{25}{75}text`` in frames of the video, a line for each cue.

Sources:
    VideoLAN's ticket 1825 (the manual of the MicroDVD player); VLC and pysubs2 for the frame rate in the first line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.core.clock import frame_at, frame_ms, parse_frame_rate
from captious.errors import FormatError, OptionError
from captious.formats.base import Loss, Reading, quote
from captious.formats.broken import LOST_WORDS
from captious.formats.exchange import control_codes
from captious.formats.exchange.build import make_document
from captious.formats.exchange.control_codes import NO_CODES, coded_cues, read_lines, write_lines
from captious.formats.exchange.left_out import LeftOut
from captious.formats.exchange.rich import rich_lines
from captious.formats.lines import split_lines
from captious.formats.signs import is_microdvd
from captious.formats.vtt.settings import is_top

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.core.document import Document

_TITLE = "MicroDVD"
_LINE = re.compile(r"\s*\{\s*([0-9]{1,9})\s*\}\s*\{\s*([0-9]{0,9})\s*\}(.*)", re.DOTALL)
_DEFAULT = re.compile(r"\s*\{DEFAULT\}\s*(?:\{\s*\})?(.*)", re.DOTALL | re.IGNORECASE)
_RATE = re.compile(r"\s*([0-9]{2,3}(?:[.,][0-9]{1,6})?)\s*(?:fps)?\s*", re.IGNORECASE)
_MENTIONED = re.compile(r"\b([0-9]{2}(?:[.,][0-9]{1,3})?) ?fps\b", re.IGNORECASE)
_FRAME = re.compile(r"\[(?:BEGIN|END)\]", re.IGNORECASE)


recognises = is_microdvd


def read(text: str, *, frame_rate: Fraction | None = None) -> Reading:
    """The cues, with their times at the frame rate that is given, or else stated in the first line.

    Raises:
        FormatError: the frame rate is unknown; the hint says how to give it. Or there are no cues.
    """
    left_out = LeftOut()
    rows: list[tuple[int, int | None, str]] = []
    default = NO_CODES
    stated: Fraction | None = None
    texts = split_lines(text.lstrip("\ufeff")).texts
    for line in texts:
        match = _LINE.match(line)
        if match is None:
            codes = _DEFAULT.match(line)
            if codes is not None:
                default = read_lines(codes[1], left_out, 0)
            elif line.strip() and not _FRAME.fullmatch(line.strip()):
                left_out.add_text(LOST_WORDS, len(rows) + 1, line)
            continue
        first, last = int(match[1]), int(match[2]) if match[2] else None
        if not rows and stated is None and first <= 1 and (last is None or last <= 1):
            stated = _rate(match[3])
            if stated is not None:
                continue
        rows.append((first, last, match[3]))
    rate = frame_rate or stated
    if rate is None and rows:
        raise FormatError(
            f"the times count frames, and no line states the frame rate: {quote(texts[0])}",
            line=1,
            hint=f"Give the frame rate of the video ({_option(rows)}), or write it in a first line: {{1}}{{1}}25.000",
        )
    if rate != stated and stated is not None:
        left_out.add("the frame rate that the file states", 0, f"{float(stated):g}")
    times = [] if rate is None else [_times(first, last, rate) for first, last, _ in rows]
    shown = [(start_ms, end_ms, text) for (start_ms, end_ms), (*_, text) in zip(times, rows, strict=True)]
    return Reading(
        make_document(coded_cues(shown, left_out, default=default), title=_TITLE), losses=left_out.losses()
    )


def _option(rows: list[tuple[int, int | None, str]]) -> str:
    """The option for the frame rate; with the one that the first subtitle mentions, as rippers wrote it."""
    found = _MENTIONED.search(rows[0][2][:500])
    return f"--fps {found[1].replace(',', '.')}, as its first line says" if found is not None else "--fps 25"


def _times(first: int, last: int | None, rate: Fraction) -> tuple[int, int | None]:
    return frame_ms(first, rate), None if last is None else frame_ms(last, rate)


def _rate(text: str) -> Fraction | None:
    """The frame rate that the text of the first line states."""
    found = _RATE.fullmatch(text)
    if found is None:
        return None
    whole, _, decimals = found[1].replace(",", ".").partition(".")
    try:
        return parse_frame_rate(f"{whole}.{decimals.rstrip('0')}".removesuffix("."))
    except OptionError:
        return None


def write(document: Document, *, frame_rate: Fraction) -> str:
    """The cues at a frame rate, which the first line states; a cue lasts a frame at least."""
    written = [f"{{1}}{{1}}{_shown(frame_rate)}"]
    for cue in document.cues:
        first, last = frame_at(cue.start_ms, frame_rate), frame_at(cue.end_ms, frame_rate)
        if last <= first and cue.end_ms > cue.start_ms:
            last = first + 1
        text = write_lines(rich_lines(cue.text), top=is_top(cue.settings))
        written.append(f"{{{first}}}{{{last}}}{text}")
    return "\n".join(written) + "\n"


def losses(document: Document) -> tuple[Loss, ...]:
    """Styles and marks that a line cannot hold."""
    return tuple(control_codes.losses(document.cues))


def _shown(rate: Fraction) -> str:
    short = f"{float(rate):.3f}"
    return short if _rate(short) == rate else f"{float(rate):.6f}"
