"""Cues whose text has markup of another format, and how their own format would have it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from captious.analysis.edits import replace_text
from captious.core.finding import Edit, Fix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from captious.analysis.subject import Subject

_IN_SUBRIP = re.compile(r"<(?!/?(?:[bius]|font)[ >])/?[A-Za-z0-9]|&[#A-Za-z][0-9A-Za-z]{1,31};|\\[Nh]").search
_IN_WEBVTT = re.compile(r"\{[\\/bius]|\{y:|\\[Nh]|&amp;[#A-Za-z]|&lt;/?br", re.IGNORECASE).search
_IN_VIEWS = re.compile(r"[{\\]|&(?:amp|lt);").search
"""What any such markup has; most files have none of it."""
_MESSAGE = "Write it in the markup of this format"


class Foreign(NamedTuple):
    """The markup of another format in a cue.

    Args:
        number: 0-based number of the cue.
        start: offset of the first piece in the source.
        end: the offset after it.
        found: an example of each kind, by what it is in the plural.
        fix: how the format of the file would have it; ``None`` = it has nothing for it.
    """

    number: int
    start: int
    end: int
    found: dict[str, str]
    fix: Fix | None


def find_foreign(subject: Subject) -> tuple[Foreign, ...]:
    """The cues with markup of another format; use ``subject.once(find_foreign)``.

    Tags of HTML in WebVTT are left to the rules about its syntax.
    """
    if subject.document.format == "srt":
        return tuple(_in_subrip(subject)) if _IN_SUBRIP(subject.source) else ()
    wanted = _IN_VIEWS if subject.origin is not None else _IN_WEBVTT
    return tuple(_in_webvtt(subject, wanted)) if wanted(subject.source) else ()


def _in_subrip(subject: Subject) -> Iterator[Foreign]:
    from captious.formats.foreign.subrip import find_pieces, in_subrip  # late: few files need it

    for index, cue in enumerate(subject.cues):
        if _IN_SUBRIP(cue.text) is None:
            continue
        pieces = find_pieces(cue.text)
        if not pieces:
            continue
        found: dict[str, str] = {}
        for piece in pieces:
            found.setdefault(piece.what, cue.text[piece.start : piece.end])
        new = in_subrip(cue.text, pieces)
        fix = replace_text(subject, index, new, _MESSAGE, safe=False) if new not in ("", cue.text) else None
        yield Foreign(index, *_place(subject, index, pieces[0].start, pieces[0].end), found, fix)


def _in_webvtt(subject: Subject, wanted: Callable[[str], object]) -> Iterator[Foreign]:
    from captious.formats.foreign.reading import Reader  # late: few files need it
    from captious.formats.vtt.text import escape

    is_view = subject.origin is not None
    for index, cue in enumerate(subject.cues):
        if wanted(cue.text) is None:
            continue
        reader = Reader(tags=is_view, html=is_view)
        new = reader.read(cue.text)
        found = reader.found or dict.fromkeys(["overrides"], reader.lost[0]) if reader.lost else reader.found
        if not found:
            continue
        first = next(iter(found.values()))
        start = max(cue.text.find(first), 0) or max(cue.text.find(escape(first)), 0)
        fix = _fix(subject, index, new, reader.settings) if new else None
        yield Foreign(index, *_place(subject, index, start, start + len(first)), found, fix)


def _fix(subject: Subject, index: int, text: str, settings: str) -> Fix:
    fix = replace_text(subject, index, text, _MESSAGE, safe=False)
    if not settings or subject.cues[index].settings:
        return fix
    place = subject.times_span(index).end
    return Fix((Edit(place, place, f" {settings}"), *fix.edits), safe=False, message=_MESSAGE)


def _place(subject: Subject, index: int, start: int, end: int) -> tuple[int, int]:
    """Where a part of the text of a cue is in the source; it ends with its line."""
    before = subject.cues[index].text[:start]
    line = before.count("\n")
    first, last = subject.line_spans(index)[line]
    column = len(before) - before.rfind("\n") - 1
    return min(first + column, last), min(first + column + end - start, last)
