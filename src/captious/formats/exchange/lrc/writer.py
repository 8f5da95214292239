"""Writes LRC: a line for each cue, with the times of its words if it has any, and a time where nothing is shown."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.formats.base import Loss
from captious.formats.exchange.lrc.stamps import LINE_STAMP, WORD_STAMP, written_stamp
from captious.formats.vtt.text import parse_text
from captious.formats.vtt.timestamps import parse_timestamp
from captious.measure.joints import run_on

if TYPE_CHECKING:
    from captious.core.cue import Cue
    from captious.core.document import Document

_TAG_LINE = re.compile(r"([A-Za-z_]{1,20}|#): ([^\[\]]*)")


def write(document: Document) -> str:
    """The cues in the order of their times; lines of a cue are joined."""
    written = [f"[{name}:{value}]" for name, value in _tags(document)]
    cues = sorted((cue for cue in document.cues if cue.lines), key=lambda cue: cue.start_ms)
    for place, cue in enumerate(cues):
        stamp, end = written_stamp(cue.start_ms), written_stamp(max(cue.end_ms, cue.start_ms + 10))
        written.append(f"[{stamp}]{_text(cue)}")
        following = written_stamp(cues[place + 1].start_ms) if place + 1 < len(cues) else None
        if following is None or (cue.end_ms < cues[place + 1].start_ms and end != following):
            written.append(f"[{end}]")
    return "\n".join(written) + "\n"


def losses(document: Document) -> tuple[Loss, ...]:
    """Comments that are no tags, and cues that begin before the one before them ends."""
    found = []
    comments = sum(not _is_tags(note.text) for note in document.notes)
    if comments:
        found.append(Loss("comments"))
    cues = sorted(enumerate(document.cues, 1), key=lambda each: each[1].start_ms)
    over = [number for (number, cue), (_, later) in pairwise(cues) if cue.end_ms > later.start_ms]
    marks = [number for number, cue in enumerate(document.cues, 1) if any(map(_has_stamp, cue.lines))]
    for what, numbers in (
        ("end times of cues that overlap the next", over),
        ("times in the text (written in round brackets)", marks),
    ):
        if numbers:
            found.append(Loss(what, len(numbers), numbers[0]))
    return tuple(found)


def _tags(document: Document) -> list[tuple[str, str]]:
    notes = [note.text for note in document.notes if _is_tags(note.text)]
    found = [_TAG_LINE.fullmatch(line) for text in notes for line in text.split("\n")]
    return [(tag[1], tag[2]) for tag in found if tag is not None]


def _is_tags(text: str) -> bool:
    return all(_TAG_LINE.fullmatch(line) is not None for line in text.split("\n"))


def _has_stamp(line: str) -> bool:
    return LINE_STAMP.match(line) is not None or WORD_STAMP.search(line) is not None


def _text(cue: Cue) -> str:
    nodes = parse_text(cue.text) if "<" in cue.text else ()
    if all(node.kind != "time" for node in nodes):
        return _safe(run_on(cue.lines))
    text, latest = f"<{written_stamp(cue.start_ms)}>", cue.start_ms
    for node in nodes:
        if node.kind == "text":
            text += _safe(node.value.replace("\n", " "))
        elif node.kind == "time":
            ms = parse_timestamp(node.value)
            if ms is not None and latest < ms < cue.end_ms:
                text += f"<{written_stamp(ms)}>"
                latest = ms
    return text


def _safe(text: str) -> str:
    """A text whose own times in brackets are not read as those of the format."""
    begin = LINE_STAMP.match(text)
    if begin is not None:
        text = f"({begin[0][1:-1]}){text[begin.end() :]}"
    return WORD_STAMP.sub(lambda found: f"({found[0][1:-1]})", text)
