"""Writes SubRip with pysrt, and contains its peculiarities."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from captious.formats.srt.markup import visible_lines
from captious.formats.srt.numbers import INDEX
from captious.formats.srt.times import MAX_MS, disarm

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pysrt

    from captious.core.cue import Cue
    from captious.core.document import Document

_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n?|\n")
_BATCH = 1000


def normalise(document: Document) -> Document:
    """The document as SubRip can hold it.

    A cue without a plain number gets its 1-based position. Times are clamped to the range from zero to the latest
    that can be written. NUL and lone surrogates become U+FFFD. Blank lines and trailing whitespace are removed, and
    ``-->`` in text gets a space. Header, regions, style sheets and notes, which SubRip does not have, are dropped.
    """
    cues = tuple(_normal_cue(cue, number) for number, cue in enumerate(document.cues, 1))
    return replace(document, format="srt", cues=cues, header="", regions=(), style_sheets=(), notes=())


def write(document: Document) -> str:
    """The normalised document as text with LF line endings and one final newline; empty for no cues.

    pysrt is given a thousand cues at a time: its items take five times the memory of ours.
    """
    import pysrt

    cues = normalise(document).cues
    parts = []
    for start in range(0, len(cues), _BATCH):
        output = io.StringIO()
        pysrt.SubRipFile(items_of(cues[start : start + _BATCH])).write_into(output, eol="\n")
        parts.append(output.getvalue())
    if parts:
        # pysrt ends each cue, the last one too, with a blank line.
        parts[-1] = parts[-1].rstrip("\n") + "\n"
    return "".join(parts)


def items_of(cues: Iterable[Cue]) -> list[pysrt.SubRipItem]:
    """pysrt's items for normalised cues, in their order."""
    from pysrt import SubRipItem, SubRipTime

    items = []
    for cue in cues:
        item = SubRipItem(
            0, SubRipTime(0, 0, 0, cue.start_ms), SubRipTime(0, 0, 0, cue.end_ms), cue.text, cue.settings
        )
        item.index = cue.id  # the constructor would turn "007" into 7
        items.append(item)
    return items


def _normal_cue(cue: Cue, number: int) -> Cue:
    text, settings, cue_id = _normal_text(cue.text), cue.settings, cue.id
    if settings:
        settings = _UNWRITABLE.sub("\ufffd", " ".join(_LINE_END.split(settings))).strip()
    match = INDEX(cue_id) if cue_id is not None else None
    cue_id = match[1] if match is not None else str(number)
    start_ms, end_ms = min(max(cue.start_ms, 0), MAX_MS), min(max(cue.end_ms, 0), MAX_MS)
    if (text, settings, cue_id, start_ms, end_ms) == (
        cue.text,
        cue.settings,
        cue.id,
        cue.start_ms,
        cue.end_ms,
    ):
        return cue
    lines = cue.lines if text == cue.text else visible_lines(text)
    return replace(
        cue, start_ms=start_ms, end_ms=end_ms, text=text, lines=lines, id=cue_id, settings=settings
    )


def _normal_text(text: str) -> str:
    if not text.isascii() or "\0" in text:
        text = _UNWRITABLE.sub("\ufffd", text)
    lines = map(str.rstrip, _LINE_END.split(text) if "\r" in text else text.split("\n"))
    return "\n".join([disarm(line) for line in lines if line])
