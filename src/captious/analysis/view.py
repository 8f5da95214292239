"""A file of a format of exchange as rules see it: as the WebVTT file that it would be.

Rules know two notations. A file in any other is shown to them as WebVTT text of ours, and `captious.analysis.origins`
leads what they find back to the file. So a rule that measures words and times works for every format, without a line
of its own for it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from captious.core.clock import vtt_time
from captious.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.core.document import Document
    from captious.formats.origin import CuePlace

_ARROW = " --> "


def view_of(document: Document, places: Sequence[CuePlace] = ()) -> Document:
    """The document with a source: its cues as a WebVTT file of ours, in which they know their places.

    Args:
        document: a normalised document of format ``vtt``.
        places: the place of each cue in its file; empty = unknown. Cues that lie elsewhere on screen get settings of
            their own, so that they may overlap.
    """
    parts = ["WEBVTT\n"]
    place, line = len(parts[0]), 2
    cues = []
    for index, cue in enumerate(document.cues):
        where = f" region:{places[index].where}" if places and places[index].where else ""
        settings = f"{cue.settings}{where}".strip()
        times = f"{vtt_time(cue.start_ms)}{_ARROW}{vtt_time(cue.end_ms)}{' ' if settings else ''}{settings}"
        start = place + 1
        end = start + len(times) + (len(cue.text) + 1 if cue.text else 0)
        cues.append(replace(cue, id=None, settings=settings, span=Span(start, end, line + 1, 1)))
        parts.append(f"\n{times}\n{cue.text}\n" if cue.text else f"\n{times}\n")
        place += len(parts[-1])
        line += parts[-1].count("\n")
    return replace(document, cues=tuple(cues), source="".join(parts), notes=(), header="", newline="\n")


def time_places(start: int, start_ms: int, end_ms: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the two times of a cue are written in the view, by the place where the cue begins."""
    first = start + len(vtt_time(start_ms))
    second = first + len(_ARROW)
    return (start, first), (second, second + len(vtt_time(end_ms)))
