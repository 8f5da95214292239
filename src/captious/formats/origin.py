"""Where a document came from: the file of a format of exchange, and the place of each of its cues there.

Such a file is read into a WebVTT document. What is found in the document, and what is to be changed in it, is led
back to the file by what its reader remembers here: `captious.analysis.origins` does it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from captious.core.display import short_repr
from captious.core.finding import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from captious.core.document import Document
    from captious.core.span import Span


class Atom(NamedTuple):
    """A character that is shown, and its place in the source: ``&amp;`` and ``\\N`` are one, too.

    Args:
        character: the character; LF for the end of a line.
        start: offset of its first character in the source.
        end: offset past the last.
    """

    character: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CuePlace:
    """The place of a cue in its file.

    Args:
        span: the whole cue.
        start_time: begin and end of its in-time, as offsets of the source; ``None`` = it is not written.
        end_time: the same of its out-time.
        text: the same of its text, with everything that is marked up in it.
        where: what sets its place on screen apart, in one word: cues that differ in it may overlap; empty = the usual
            place.
    """

    span: Span
    start_time: tuple[int, int] | None
    end_time: tuple[int, int] | None
    text: tuple[int, int]
    where: str = ""

    __repr__ = short_repr


@dataclass(frozen=True, slots=True)
class Notation:
    """How a format writes what fixes change; a format without it is converted before it is fixed or retimed.

    Args:
        atoms: the visible characters of a part ``[start, end)`` of a source, in order.
        write_text: plain text as the format writes it; LF for the end of a line.
        write_time: a time in milliseconds; the second argument is the time as written now.
        write_times: the edits for both times of a cue, for a format in which one depends on the other, such as a
            duration; ``None`` = each is written with ``write_time``. It takes the source, the place, and the new
            in-time and out-time, each ``None`` where it stays; and returns ``None`` where it cannot be done.
        removal: the edit that removes a cue; ``None`` = cues are not removed.
        stretch: the edits that make durations within a cue so many times as long, for a format that has them;
            ``None`` = there are none.
    """

    atoms: Callable[[str, int, int], Sequence[Atom]]
    write_text: Callable[[str], str]
    write_time: Callable[[int, str], str]
    write_times: Callable[[str, CuePlace, int | None, int | None], tuple[Edit, ...] | None] | None = None
    removal: Callable[[str, CuePlace], Edit] | None = None
    stretch: Callable[[str, CuePlace, float], tuple[Edit, ...]] | None = None

    def edits_of_times(
        self, source: str, place: CuePlace, start_ms: int | None, end_ms: int | None
    ) -> tuple[Edit, ...] | None:
        """The edits that write one or both times of a cue; ``None`` if one of them is not written in the file."""
        if self.write_times is not None:
            return self.write_times(source, place, start_ms, end_ms)
        edits = []
        for field, ms in ((place.start_time, start_ms), (place.end_time, end_ms)):
            if ms is None:
                continue
            if field is None:
                return None
            edits.append(Edit(*field, self.write_time(ms, source[slice(*field)])))
        return tuple(edits)


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that a WebVTT document was made of.

    Args:
        source: its decoded text without byte order mark; empty for a binary file.
        places: the place of each cue of the document, in the same order; empty = the reader keeps none.
        notation: how fixes are written; ``None`` = they are not.
        labels: each cue in words, for files without lines: ``"subtitle 12, 10:00:01:12"``; empty = its number and
            time.
        newline: the line end of most of its lines.
        format: name of its format; `captious.formats.base.Format.read` fills it in.
    """

    source: str = ""
    places: Sequence[CuePlace] = ()
    notation: Notation | None = None
    labels: tuple[str, ...] = ()
    newline: str = "\n"
    format: str = ""

    __repr__ = short_repr

    def locate(self, document: Document) -> Document:
        """The document with the format, the text and the places of the file."""
        spans: list[Span | None] = [place.span for place in self.places]
        spans = spans or [None] * len(document.cues)
        cues = tuple(replace(cue, span=span) for cue, span in zip(document.cues, spans, strict=True))
        return replace(document, format=self.format, cues=cues, source=self.source, newline=self.newline)
