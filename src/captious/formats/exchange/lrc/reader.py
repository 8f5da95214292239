"""Reads LRC: a cue for each line at each of its times, which lasts until the next; times of words within the cue."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from captious.core.clock import parse_clock, vtt_time
from captious.core.cue import Cue
from captious.core.document import IN_HEADER, Note
from captious.errors import CaptiousError
from captious.formats.base import Reading
from captious.formats.broken import LOST_WORDS
from captious.formats.exchange.build import make_document
from captious.formats.exchange.left_out import GUESSED_ENDS, LeftOut
from captious.formats.exchange.lrc.stamps import LINE_STAMP, WORD_STAMP, are_hundredths, stamp_ms
from captious.formats.lines import split_lines
from captious.formats.signs import is_lrc
from captious.formats.vtt.text import escape, visible

_TAG = re.compile(r"\[[ ]*([A-Za-z_]{1,20}|#)[ ]*:([^\]]*+)\]?\s*")
_OFFSET = re.compile(r"\s*([+-]?)[ ]*([0-9]{1,9})\s*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LAST_MS = 5000
"""Length of the last line, whose end is unknown. Our own value."""
_Parts = tuple[str | None, ...]


class _Line(NamedTuple):
    """The times of a line, and its parts: the time before each, ``None`` for the begin of the line, and its text."""

    stamps: list[_Parts]
    parts: list[tuple[_Parts | None, str]]


class _Row(NamedTuple):
    """A line at one of its times, and its parts at that time."""

    start_ms: int
    parts: list[tuple[int | None, str]]

    @property
    def is_clear(self) -> bool:
        """Whether it has no text, so that nothing is shown from then on."""
        return not any(text.strip() for _, text in self.parts)

    @property
    def said_ms(self) -> int | None:
        """The time after its last word; ``None`` without one."""
        ms, text = self.parts[-1]
        return None if text.strip() else ms


recognises = is_lrc


def read(text: str) -> Reading:
    """The cues. Lines at the same time are one cue; a time without a text ends the line before it.

    Raises:
        FormatError: there are no cues.
    """
    left_out = LeftOut()
    tags: list[tuple[str, str]] = []
    lines: list[_Line] = []
    for raw in split_lines(text.lstrip("\ufeff")).texts:
        line = raw.strip()
        found = _line(line)
        if found is not None:
            lines.append(found)
        elif (tag := _TAG.fullmatch(line)) is not None:
            tags.append((tag[1], tag[2].strip()))
        elif line and not line.startswith("#"):
            left_out.add_text(LOST_WORDS, len(lines) + 1, line)
        elif line:
            left_out.add_text("comments", 0, line)
    cues = _cues(_rows(lines, _offset_ms(tags)), _length_ms(tags), left_out)
    document = make_document(cues, title="LRC", language=_language(tags))
    kept = "\n".join(f"{name}: {value}" for name, value in tags if name.lower() != "offset" and value)
    notes = (Note(kept, IN_HEADER),) if kept else ()
    return Reading(replace(document, notes=notes), losses=left_out.losses())


def _line(line: str) -> _Line | None:
    """The times and the text of a line; ``None`` if it has no time."""
    stamps = []
    done = 0
    while (match := LINE_STAMP.match(line, done)) is not None:
        stamps.append(match.groups())
        done = match.end()
    if not stamps:
        return None
    parts: list[tuple[_Parts | None, str]] = []
    before: _Parts | None = None
    for match in WORD_STAMP.finditer(line, done):
        parts.append((before, line[done : match.start()]))
        before = match.groups()[:4] if match[2] is not None else match.groups()[4:]
        done = match.end()
    return _Line(stamps, [*parts, (before, line[done:])])


def _rows(lines: list[_Line], offset_ms: int) -> list[_Row]:
    """The lines at each of their times, in the order of these."""
    hundredths = are_hundredths([stamp for line in lines for stamp in line.stamps])
    rows = []
    for line in lines:
        times = [stamp_ms(stamp, hundredths=hundredths) for stamp in line.stamps]
        parts = [
            (None if stamp is None else stamp_ms(stamp, hundredths=hundredths), text)
            for stamp, text in line.parts
        ]
        for ms in times:
            # the words of a line that comes again come as long after its begin
            moved = ms - times[0] - offset_ms
            later = [(None if time is None else time + moved, text) for time, text in parts]
            rows.append(_Row(max(ms - offset_ms, 0), later))
    return sorted(rows, key=lambda row: row.start_ms)


def _cues(rows: list[_Row], length_ms: int, left_out: LeftOut) -> list[Cue]:
    groups = [(start_ms, list(same)) for start_ms, same in groupby(rows, key=lambda row: row.start_ms)]
    cues: list[Cue] = []
    for place, (start_ms, same) in enumerate(groups):
        shown = [row for row in same if not row.is_clear]
        if not shown:
            continue
        number = len(cues) + 1
        end_ms = groups[place + 1][0] if place + 1 < len(groups) else None
        said_ms = shown[0].said_ms
        if said_ms is not None and start_ms < said_ms and (end_ms is None or said_ms < end_ms):
            end_ms = said_ms
        if end_ms is None:
            end_ms = length_ms if start_ms < length_ms < start_ms + _LAST_MS else start_ms + _LAST_MS
            left_out.add(GUESSED_ENDS, number)
        lines = [_text(shown[0], start_ms, end_ms, left_out, number)]
        lines += [_untimed(row) for row in shown[1:]]
        if any(time is not None for row in shown[1:] for time, _ in row.parts):
            left_out.add("times of words in the second of two lines at a time", number)
        written = "\n".join(lines)
        cues.append(Cue(start_ms, end_ms, written, visible(written)[0]))
    return cues


def _untimed(row: _Row) -> str:
    """The text of a line without the times of its words."""
    return _text(_Row(row.start_ms, [(None, text) for _, text in row.parts]), 0, 0, LeftOut(), 0)


def _text(row: _Row, start_ms: int, end_ms: int, left_out: LeftOut, number: int) -> str:
    """The cue text of a line, with the times of its words."""
    written = ""
    spaced = False
    latest = start_ms
    for ms, text in row.parts:
        if ms is not None and text.strip():
            if latest < ms < end_ms:
                written += f"<{vtt_time(ms)}>"
                latest = ms
            elif ms != start_ms or written:
                left_out.add("times of words outside their line, or out of order", number)
        # a space before a time and after it is one
        bare = text.lstrip(" ") if not written or spaced else text
        written += escape(bare)
        spaced = bare.endswith(" ") or (spaced and not bare)
    return written.rstrip()


def _offset_ms(tags: list[tuple[str, str]]) -> int:
    """How much sooner all lines are shown than their times say."""
    found = next((_OFFSET.fullmatch(value) for name, value in tags if name.lower() == "offset"), None)
    if found is None:
        return 0
    return -int(found[2]) if found[1] == "-" else int(found[2])


def _length_ms(tags: list[tuple[str, str]]) -> int:
    """The length of the song; 0 if it is not stated."""
    stated = next((value for name, value in tags if name.lower() == "length"), "")
    try:
        return parse_clock(stated)
    except CaptiousError:
        return 0


def _language(tags: list[tuple[str, str]]) -> str | None:
    stated = next((value for name, value in tags if name.lower() in ("la", "language")), "")
    return stated if _LANGUAGE.fullmatch(stated) else None
