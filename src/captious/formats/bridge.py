"""Conversion between SubRip and WebVTT, and to and from objects of pysrt and webvtt-py.

This is the only module that knows both formats.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from captious.core.cue import Cue
from captious.core.document import IN_HEADER, Document, Note, Region, StyleSheet
from captious.errors import FormatError
from captious.formats.foreign.overrides import parse_override, place_of
from captious.formats.srt import markup as srt_markup
from captious.formats.srt import writer as srt_writer
from captious.formats.vtt import text as vtt_text
from captious.formats.vtt import writer as vtt_writer
from captious.formats.vtt.colours import COLOURS, NAMES
from captious.formats.vtt.regions import parse_region
from captious.formats.vtt.settings import is_top

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pysrt
    import webvtt

_SHARED_TAGS = frozenset({"b", "i", "u"})
"""Tags of both formats."""
_NO_TAG = ""
"""Stands for a font that WebVTT has no tag for, which is dropped."""
_FONT_COLOUR = re.compile(r"color[ \t]*=[ \t]*[\"']?(#?[0-9A-Za-z]+)", re.IGNORECASE)


def convert(document: Document, *, to: str) -> Document:
    """Converts a document to another format, as far as it can hold it; returns the same document for the same format.

    Visible text, times, speakers, bold, italic and underline, the eight colours of WebVTT, and the nine places of
    SubRip are kept, and the upper part of the picture as its top. Other tags and positions, identifiers, header,
    regions, style sheets and notes are dropped: only one of the formats has them.

    Args:
        document: a document of format ``srt`` or ``vtt``, or one as it lies in a file of another format.
        to: ``"srt"`` or ``"vtt"``.

    Raises:
        FormatError: an unknown format.
    """
    if document.format not in ("srt", "vtt"):
        # as it lies in a file of another format, in which its places and its text are of no use elsewhere
        cues = tuple(replace(cue, span=None) for cue in document.cues)
        document = replace(document, format="vtt", cues=cues, source=None)
    if document.format == to:
        return document
    match document.format, to:
        case "vtt", "srt":
            cues = tuple(
                _converted(cue, vtt_to_srt(cue.text, place=_place(cue.settings))) for cue in document.cues
            )
            return srt_writer.normalise(replace(document, cues=cues))
        case "srt", "vtt":
            cues = tuple(_converted(cue, srt_to_vtt(cue.text), _settings(cue.text)) for cue in document.cues)
            return vtt_writer.normalise(replace(document, cues=cues))
    raise FormatError(f"cannot convert {document.format!r} to {to!r}", hint="Known formats: srt, vtt.")


def to_pysrt(document: Document) -> pysrt.SubRipFile:
    """The document, as SubRip can hold it, as a `pysrt.SubRipFile`."""
    import pysrt

    normal = srt_writer.normalise(convert(document, to="srt"))
    return pysrt.SubRipFile(srt_writer.items_of(normal.cues), eol="\n")


def from_pysrt(file: pysrt.SubRipFile) -> Document:
    """A document of format ``srt`` with the items of a `pysrt.SubRipFile`, in their order."""
    return Document("srt", tuple(_cue_of_item(item) for item in file))


def to_webvtt(document: Document) -> webvtt.WebVTT:
    """The document, as WebVTT can hold it, as a `webvtt.WebVTT`."""
    return vtt_writer.file_of(vtt_writer.normalise(convert(document, to="vtt")))


def from_webvtt(file: webvtt.WebVTT) -> Document:
    """A document of format ``vtt`` with the captions, styles, regions and comments of a `webvtt.WebVTT`.

    Comments between regions and style sheets are moved before the first cue.
    """
    notes = [Note(text, IN_HEADER) for text in file.header_comments]
    notes.extend(Note(text, 0) for region in file.regions for text in region.comments)
    notes.extend(Note(text, 0) for style in file.styles for text in style.comments)
    for number, caption in enumerate(file.captions):
        notes.extend(Note(text, number) for text in caption.comments)
    notes.extend(Note(text, len(file.captions)) for text in file.footer_comments)
    regions = ["\n".join(region) for region in file.regions]
    return Document(
        "vtt",
        tuple(_cue_of_caption(caption) for caption in file.captions),
        header="\n".join([file.header_text, *file.metadata]),
        regions=tuple(Region(settings, parse_region(settings).id) for settings in regions),
        style_sheets=tuple(StyleSheet(style.text) for style in file.styles),
        notes=tuple(notes),
    )


def _place(settings: str) -> int:
    """The place of ``\\\\an`` for settings: one that they stand for, or the top; 0 for the usual one."""
    return place_of(settings) or (8 if is_top(settings) else 0)


def vtt_to_srt(text: str, *, place: int = 0) -> str:
    """WebVTT cue text as SubRip text: character references are decoded, and tags that SubRip lacks are dropped.

    Args:
        text: as written in the file.
        place: where the cue is, as players read it from ``{\\an8}``; 0 = the usual place.
    """
    pieces: list[str] = [f"{{\\an{place}}}"] if place else []
    closings: list[str] = []
    for node in vtt_text.parse_text(text):
        while len(closings) > node.depth:
            pieces.append(closings.pop())
        if node.kind == "text":
            pieces.append("\n".join(map(srt_markup.escape, node.value.split("\n"))))
        elif node.kind != "time":
            opening, closing = _srt_tags(node)
            pieces.append(opening)
            closings.append(closing)
    return "".join([*pieces, *reversed(closings)])


def _srt_tags(node: vtt_text.Node) -> tuple[str, str]:
    if node.kind in _SHARED_TAGS:
        return f"<{node.kind}>", f"</{node.kind}>"
    colour = next((name for name in node.classes if name in COLOURS), None)
    return (f'<font color="{COLOURS[colour]}">', "</font>") if colour else ("", "")


def srt_to_vtt(text: str) -> str:
    """SubRip text as WebVTT cue text: escaped, with tags nested properly; tags that WebVTT lacks are dropped."""
    pieces: list[str] = []
    spans: list[str] = []
    done = 0
    for tag in srt_markup.TAG.finditer(text):
        pieces.append(_escaped(text[done : tag.start()]))
        done = tag.end()
        name = re.match(r"</?(\w*)", tag[0])
        kind = name[1].lower() if name is not None else ""
        if tag[0][0] == "{":
            for look, opens in parse_override(tag[0]).looks:
                if look in _SHARED_TAGS:
                    _open_or_close(pieces, spans, look, look if opens else None)
        elif kind in _SHARED_TAGS or kind == "font":
            _open_or_close(pieces, spans, kind, _vtt_tag(kind, tag[0]) if tag[0][1] != "/" else None)
    pieces.append(_escaped(text[done:]))
    _close(pieces, spans, 0)
    return "".join(pieces)


def _open_or_close(pieces: list[str], spans: list[str], kind: str, opened: str | None) -> None:
    """Writes a tag of a kind, or closes the last of its kind if it is ``None``."""
    if opened is not None:
        if opened not in spans or opened == _NO_TAG:
            spans.append(opened)
            pieces.append(_opening(opened))
        return
    wanted = [place for place, span in enumerate(spans) if _srt_name(span) == kind]
    if wanted:
        # SubRip allows <b><i></b></i>, WebVTT does not: close the inner tags, and reopen them afterwards
        later = spans[wanted[-1] + 1 :]
        _close(pieces, spans, wanted[-1])
        spans.extend(later)
        pieces.extend(map(_opening, later))


def _settings(text: str) -> str:
    """The settings for the position that a SubRip text names; empty if it names none."""
    if "{\\" not in text:
        return ""
    found = (parse_override(tag[0]).settings for tag in srt_markup.TAG.finditer(text) if tag[0][:2] == "{\\")
    return next(filter(None, found), "")


def _vtt_tag(kind: str, tag: str) -> str:
    """The WebVTT tag for a SubRip one: ``b``, or ``c.yellow`` for a font in one of the eight colours."""
    if kind != "font":
        return kind
    colour = _FONT_COLOUR.search(tag)
    value = colour[1].lower() if colour is not None else ""
    name = value if value in COLOURS else NAMES.get(value if value.startswith("#") else f"#{value}")
    return f"c.{name}" if name else _NO_TAG


def _srt_name(span: str) -> str:
    return span if span in _SHARED_TAGS else "font"


def _opening(span: str) -> str:
    return f"<{span}>" if span != _NO_TAG else ""


def _close(pieces: list[str], spans: list[str], depth: int) -> None:
    while len(spans) > depth:
        name = spans.pop()
        if name != _NO_TAG:
            pieces.append(f"</{name.partition('.')[0]}>")


def _escaped(text: str) -> str:
    return "\n".join(map(vtt_text.escape, text.split("\n")))


def _converted(cue: Cue, text: str, settings: str = "") -> Cue:
    # a SubRip number is a counter, and a WebVTT identifier a name: they are not converted into each other
    return replace(cue, text=text, id=None, settings=settings, span=None)


def _cue_of_item(item: pysrt.SubRipItem) -> Cue:
    index = None if item.index is None else str(item.index)
    lines = srt_markup.visible_lines(item.text)
    return Cue(item.start.ordinal, item.end.ordinal, item.text, lines, id=index, settings=item.position)


def _cue_of_caption(caption: webvtt.Caption) -> Cue:
    text = "\n".join(_lines(caption.lines))
    lines, speaker = vtt_text.visible(text)
    return Cue(
        caption.start_time.in_milliseconds(),
        caption.end_time.in_milliseconds(),
        text,
        lines,
        speaker=speaker,
        id=caption.identifier or None,
        settings=str(caption.settings),
    )


def _lines(lines: Iterable[str]) -> list[str]:
    # webvtt-py allows line endings within a line
    return [part for line in lines for part in line.split("\n")]
