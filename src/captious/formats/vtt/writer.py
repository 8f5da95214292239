"""Writes WebVTT with webvtt-py, and contains its peculiarities."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from captious.core.document import IN_HEADER, Document, Note, Region, StyleSheet
from captious.formats.vtt.regions import parse_region, tokens
from captious.formats.vtt.text import visible
from captious.formats.vtt.timestamps import MAX_MS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import webvtt

    from captious.core.cue import Cue

_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n?|\n")
_BATCH = 1000
_SIGNATURE = "WEBVTT"


def normalise(document: Document) -> Document:
    """The document as WebVTT can hold it.

    Times are clamped to the range from zero to the latest that can be written. NUL and lone surrogates become
    U+FFFD. Blank lines and trailing whitespace are removed. ``-->`` becomes ``--&gt;`` in text and ``-- >`` where
    character references are not allowed. Settings are separated by one space. Empty notes, style sheets and regions
    are removed, and notes are in the order of the cues.
    """
    cues = tuple(map(_normal_cue, document.cues))
    regions = tuple(region for region in map(_normal_region, document.regions) if region.settings)
    sheets = tuple(sheet for sheet in map(_normal_sheet, document.style_sheets) if sheet.text)
    notes = _normal_notes(document.notes, len(cues), defined=bool(regions or sheets))
    header = _normal_header(document.header)
    return replace(
        document, format="vtt", cues=cues, header=header, regions=regions, style_sheets=sheets, notes=notes
    )


def write(document: Document) -> str:
    """The normalised document as text with LF line endings and one final newline.

    webvtt-py is given a thousand captions at a time: they take five times the memory of our cues.
    """
    document = normalise(document)
    cues, notes = document.cues, document.notes
    parts = [_first_part(document)]
    place = sum(note.before < 0 for note in notes)
    for start in range(0, len(cues), _BATCH):
        batch = cues[start : start + _BATCH]
        past = place
        while past < len(notes) and notes[past].before < start + len(batch):
            past += 1
        file = _new_file(captions_of(batch, notes[place:past], start))
        place = past
        parts.append(file.content[len(_SIGNATURE) :].rstrip("\n"))
    footer = [note.text for note in notes[place:]]
    if footer:
        file = _new_file([])
        file.footer_comments = footer
        parts.append(file.content[len(_SIGNATURE) :].rstrip("\n"))
    return "".join(parts) + "\n"


def file_of(document: Document) -> webvtt.WebVTT:
    """webvtt-py's object for a normalised document."""
    count = len(document.cues)
    body = [note for note in document.notes if 0 <= note.before < count]
    file = _new_file(captions_of(document.cues, body, 0))
    _add_head(file, document)
    file.footer_comments = [note.text for note in document.notes if note.before >= count]
    return file


def captions_of(cues: Iterable[Cue], notes: Sequence[Note], first: int) -> list[webvtt.Caption]:
    """webvtt-py's captions for normalised cues, numbered from ``first``, with the notes above them."""
    from webvtt import Caption
    from webvtt.models import Timestamp

    captions = []
    for cue in cues:
        caption = Caption(None, None, cue.text.split("\n") if cue.text else [], cue.id, cue.settings or None)
        caption.start_time = Timestamp(*_parts(cue.start_ms))
        caption.end_time = Timestamp(*_parts(cue.end_ms))
        captions.append(caption)
    for note in notes:
        captions[note.before - first].comments.append(note.text)
    return captions


def _new_file(captions: list[webvtt.Caption]) -> webvtt.WebVTT:
    from webvtt import WebVTT

    return WebVTT(captions=captions)


def _first_part(document: Document) -> str:
    file = _new_file([])
    _add_head(file, document)
    return str(file.content).rstrip("\n")


def _add_head(file: webvtt.WebVTT, document: Document) -> None:
    from webvtt.models import Region as WebVTTRegion
    from webvtt.models import Style

    first, *rest = document.header.split("\n")
    file.header_text, file.metadata = first, rest
    file.header_comments = [note.text for note in document.notes if note.before < 0]
    file.regions = [WebVTTRegion.from_string(region.settings) for region in document.regions]
    file.styles = [Style(sheet.text) for sheet in document.style_sheets]


def _parts(ms: int) -> tuple[int, int, int, int]:
    seconds, rest = divmod(ms, 1000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return hour, minute, second, rest


def _normal_cue(cue: Cue) -> Cue:
    text, settings, cue_id = _normal_text(cue.text), cue.settings, cue.id
    if settings:
        settings = " ".join(token for _, token in tokens(_without_arrow(_clean(settings))))
    if cue_id is not None:
        cue_id = _without_arrow(" ".join(_LINE_END.split(_clean(cue_id)))).rstrip() or None
    start_ms, end_ms = min(max(cue.start_ms, 0), MAX_MS), min(max(cue.end_ms, 0), MAX_MS)
    if (text, settings, cue_id, start_ms, end_ms) == (
        cue.text,
        cue.settings,
        cue.id,
        cue.start_ms,
        cue.end_ms,
    ):
        return cue
    lines = cue.lines if text == cue.text else visible(text)[0]
    return replace(
        cue, start_ms=start_ms, end_ms=end_ms, text=text, lines=lines, id=cue_id, settings=settings
    )


def _normal_text(text: str) -> str:
    text = _full_lines(text)
    if "-->" not in text:
        return text
    # Within a tag the ">" ends the tag, and a reference instead would hide the text after it.
    pieces, done, closed = [], 0, 0
    for match in re.finditer(">", text):
        place = match.start()
        if text.endswith("--", 0, place):
            pieces.append(text[done:place])
            pieces.append(" >" if text.find("<", closed, place) >= 0 else "&gt;")
            done = place + 1
        closed = place + 1
    return "".join([*pieces, text[done:]])


def _normal_region(region: Region) -> Region:
    settings = "\n".join(token for _, token in tokens(_without_arrow(_clean(region.settings))))
    region_id = parse_region(settings).id
    if (settings, region_id) == (region.settings, region.id):
        return region
    return Region(settings, region_id, region.span)


def _normal_sheet(sheet: StyleSheet) -> StyleSheet:
    return StyleSheet(_without_arrow(_full_lines(sheet.text)), sheet.span)


def _normal_notes(notes: Iterable[Note], cues: int, *, defined: bool) -> tuple[Note, ...]:
    kept = []
    for note in notes:
        text = _without_arrow(_full_lines(note.text)).strip()
        # With nothing defined above the cues, the place before the first cue is the header.
        before = min(note.before, cues) if note.before > 0 or (note.before == 0 and defined) else IN_HEADER
        if before == 0 and not defined:
            before = IN_HEADER
        if text:
            kept.append(Note(text, before, note.span))
    return tuple(sorted(kept, key=lambda note: note.before))


def _normal_header(header: str) -> str:
    first, *rest = _LINE_END.split(_without_arrow(_clean(header)))
    return "\n".join([first.rstrip(), *(line for line in map(str.rstrip, rest) if line)])


def _full_lines(text: str) -> str:
    """A text without its empty lines and trailing whitespace."""
    text = _clean(text)
    lines = map(str.rstrip, _LINE_END.split(text) if "\r" in text else text.split("\n"))
    return "\n".join([line for line in lines if line])


def _clean(text: str) -> str:
    return text if text.isascii() and "\0" not in text else _UNWRITABLE.sub("\ufffd", text)


def _without_arrow(text: str) -> str:
    return text.replace("-->", "-- >")
