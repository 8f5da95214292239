"""A caption file as a value: its content, and the text it was read from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from captious.core.clock import short_time, vtt_time
from captious.core.display import html_table, short_repr
from captious.core.numbers import count

if TYPE_CHECKING:
    import pysrt
    import webvtt

    from captious.core.cue import Cue
    from captious.core.span import Span

_MOST_ROWS = 10

IN_HEADER = -1
"""`Note.before` of a note above the regions and style sheets of a WebVTT file."""


@dataclass(frozen=True, slots=True)
class Note:
    """A WebVTT comment.

    Args:
        text: the text after ``NOTE``, lines joined by LF, outer spaces trimmed.
        before: 0-based index of the cue it precedes; the number of cues for a note after the last one;
            `IN_HEADER` for a note above the regions and style sheets.
        span: its place in the source.
    """

    text: str
    before: int = IN_HEADER
    span: Span | None = field(default=None, compare=False)

    __repr__ = short_repr


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """A WebVTT ``STYLE`` block: its CSS, lines joined by LF."""

    text: str
    span: Span | None = field(default=None, compare=False)

    __repr__ = short_repr


@dataclass(frozen=True, slots=True)
class Region:
    """A WebVTT ``REGION`` block.

    Args:
        settings: the settings as written, lines joined by LF; parsed with `captious.formats.vtt.regions`.
        id: the region's identifier; empty when it has none.
        span: its place in the source.
    """

    settings: str
    id: str = ""
    span: Span | None = field(default=None, compare=False)

    __repr__ = short_repr


@dataclass(frozen=True, slots=True)
class BrokenCue:
    """What was meant as a cue, but has no times that can be read: players lose it or show it as text.

    Args:
        text: its words, lines joined by LF.
        before: 0-based index of the cue it precedes; the number of cues for one after the last.
        number: its number, if it has one.
        span: its place in the source, from its first line to its last.
    """

    text: str
    before: int
    number: int | None
    span: Span

    __repr__ = short_repr


@dataclass(frozen=True, slots=True)
class Document:
    """A caption file.

    Two documents are equal when they would be written alike; the source text, its encoding and its line ends
    do not count.

    Args:
        format: ``"srt"`` or ``"vtt"``; of a document as it lies in a file of another format, that format's name, with
            cue texts in WebVTT's syntax.
        cues: in the order of the file.
        header: WebVTT only: the text after ``WEBVTT`` on the first line, then any header lines, joined by LF.
        regions: WebVTT regions, in order.
        style_sheets: WebVTT style sheets, in order.
        notes: WebVTT comments, in order.
        source: the decoded text it was read from, without byte order mark; ``None`` if it was not read.
        encoding: Python's name of the encoding of its file.
        bom: whether its file began with a byte order mark.
        newline: the line end of most lines: ``"\\n"``, ``"\\r\\n"`` or ``"\\r"``.
        language: BCP 47 tag of the text, when known.
        broken: what was meant as cues and could not be read as such, in order; no format writes it.
    """

    format: str
    cues: tuple[Cue, ...] = ()
    header: str = ""
    regions: tuple[Region, ...] = ()
    style_sheets: tuple[StyleSheet, ...] = ()
    notes: tuple[Note, ...] = ()
    source: str | None = field(default=None, compare=False, repr=False)
    encoding: str = field(default="utf-8", compare=False)
    bom: bool = field(default=False, compare=False)
    newline: str = field(default="\n", compare=False)
    language: str | None = field(default=None, compare=False)
    broken: tuple[BrokenCue, ...] = field(default=(), compare=False)

    @property
    def _summary(self) -> str:
        """What it is, how many cues it has, in which language, and how long it takes."""
        end = max((cue.end_ms for cue in self.cues), default=0)
        facts = (
            self.format,
            count(len(self.cues), "cue"),
            self.language,
            short_time(end) if end > 0 else None,
        )
        return ", ".join(fact for fact in facts if fact)

    def __repr__(self) -> str:
        return f"<Document {self._summary}>"

    def _repr_html_(self) -> str:
        more = len(self.cues) - _MOST_ROWS
        return html_table(
            ("cue", "from", "to", "speaker", "text"),
            [
                (index, vtt_time(cue.start_ms), vtt_time(cue.end_ms), cue.speaker or "", "\n".join(cue.lines))
                for index, cue in enumerate(self.cues[:_MOST_ROWS], 1)
            ],
            title=self._summary,
            left_out=f"and {count(more, 'more cue')}" if more > 0 else "",
        )

    # The bodies are in captious.formats.bridge, above this layer: they need the readers' and writers' knowledge of
    # markup. They are methods because library users look for them here.

    def to_pysrt(self) -> pysrt.SubRipFile:
        """Convert the document to a `pysrt.SubRipFile`; WebVTT markup becomes what SRT players understand."""
        from captious.formats import bridge

        return bridge.to_pysrt(self)

    @classmethod
    def from_pysrt(cls, file: pysrt.SubRipFile) -> Document:
        """Make a document of format ``srt`` from a `pysrt.SubRipFile`, with its items in order."""
        from captious.formats import bridge

        return bridge.from_pysrt(file)

    def to_webvtt(self) -> webvtt.WebVTT:
        """Convert the document to a `webvtt.WebVTT`; SRT text is escaped, its tags become WebVTT tags."""
        from captious.formats import bridge

        return bridge.to_webvtt(self)

    @classmethod
    def from_webvtt(cls, file: webvtt.WebVTT) -> Document:
        """Make a document of format ``vtt`` from the captions, styles, regions and comments of a `webvtt.WebVTT`."""
        from captious.formats import bridge

        return bridge.from_webvtt(file)
