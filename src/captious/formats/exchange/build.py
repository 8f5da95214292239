"""Helpers for readers to make cues and documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.cue import Cue
from captious.core.document import Document
from captious.errors import FormatError
from captious.formats.base import Reading
from captious.formats.exchange.rich import Run, cue_text
from captious.formats.origin import Origin
from captious.formats.vtt.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from captious.core.finding import Finding
    from captious.formats.base import Loss
    from captious.formats.origin import CuePlace, Notation

RIGHT_FILE = "Is it the right file, and all of it?"
"""What to ask about a file without captions."""


def make_cue(
    start_ms: int,
    end_ms: int,
    lines: Sequence[Sequence[Run]],
    *,
    speaker: str | None = None,
    settings: str = "",
    id: str | None = None,  # noqa: A002 - the field's own name
) -> Cue:
    """A cue of a WebVTT document.

    Args:
        start_ms: in-time in milliseconds.
        end_ms: out-time in milliseconds.
        lines: the runs of each line; `plain_lines` makes them of a text without markup.
        speaker: who speaks; ``None`` = unknown.
        settings: WebVTT settings of the cue, such as ``line:0``.
        id: its identifier; ``None`` = none.
    """
    text = cue_text(lines, speaker)
    return Cue(start_ms, end_ms, text, visible(text)[0], speaker=speaker or None, id=id, settings=settings)


def make_located(
    cues: Iterable[tuple[Cue, CuePlace]],
    *,
    title: str,
    source: str,
    newline: str,
    notation: Notation,
    findings: Iterable[Finding] = (),
    losses: Iterable[Loss] = (),
) -> Reading:
    """The reading of a text that is checked in place: like `make_document`, with the place of each cue.

    Args:
        cues: each with its place, in any order.
        title: title of the format, for errors.
        source: the text without byte order mark, to which the places refer.
        newline: the line end of most of its lines.
        notation: how fixes are written in it.
        findings: the issues in it.
        losses: what is in it, but not in the cues.

    Raises:
        FormatError: there are no cues.
    """
    ordered = sorted(cues, key=lambda pair: pair[0].start_ms)
    document = make_document([cue for cue, _ in ordered], title=title)
    places = tuple(place for _, place in ordered)
    return Reading(
        document, tuple(findings), tuple(losses), Origin(source, places, notation, newline=newline)
    )


def plain_lines(text: str) -> list[list[Run]]:
    """The lines of a plain text, without empty ones, for `make_cue`."""
    return [[Run(line)] for line in map(str.strip, text.splitlines()) if line]


def make_document(cues: Iterable[Cue], *, title: str, language: str | None = None) -> Document:
    """A document of format ``vtt``, with the cues sorted by start time.

    Raises:
        FormatError: there are no cues.
    """
    ordered = tuple(sorted(cues, key=lambda cue: cue.start_ms))
    if not ordered:
        raise FormatError(f"no captions in this {title} file", hint=RIGHT_FILE)
    from captious.formats.vtt.writer import normalise

    return normalise(Document("vtt", ordered, language=language))
