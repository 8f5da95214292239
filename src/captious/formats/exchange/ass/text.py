"""The text of an event as lines of runs, and what its tags say besides."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from captious.formats.exchange.ass.styles import EventStyle, changed, legacy_place, numpad
from captious.formats.exchange.ass.tags import KARAOKE, block_tags, comment_of, pieces, unknown_name
from captious.formats.exchange.rich import Run, trim

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from captious.formats.exchange.ass.tags import Tag
    from captious.formats.exchange.rich import Line

_PLACES = ("pos", "move")
_DRAWN = frozenset("mnlbspcMNLBSPC0123456789.-+ \t")
"""The characters of drawing commands."""
_MADE_BY_TEMPLATE = "*"
"""Marks blocks that Aegisub's karaoke templates made."""
_MOST_CS = 360_000_00


@dataclass(slots=True)
class EventText:
    """The text of an event.

    Args:
        lines: its lines, trimmed and without empty ones.
        place: its alignment as a key of a number pad.
        moved: the tag that puts it anywhere else, as written; empty = none.
        brace: offset of a brace in it that is not closed; ``None`` = all are.
        drawn: offset of words in it that are taken for a drawing; ``None`` = none are.
        unknown: the unknown tags in it: offset and name.
        has_drawing: whether a part of it is a drawing.
    """

    lines: list[Line]
    place: int
    moved: str = ""
    brace: int | None = None
    drawn: int | None = None
    unknown: list[tuple[int, str]] = field(default_factory=list)
    has_drawing: bool = False


class TextReader:
    """Reads the text of events.

    Args:
        styles: the styles of the script by name.
        breaks_softly: whether a soft line break is one; otherwise players show a space.
        lose: called with what is lost of a text: its name in the plural, and an example.
    """

    def __init__(
        self,
        styles: Mapping[str, EventStyle],
        *,
        breaks_softly: bool,
        lose: Callable[[str, str], None],
    ) -> None:
        self._styles, self._breaks_softly, self._lose = styles, breaks_softly, lose

    def read(self, text: str, style: EventStyle, *, start_ms: int, end_ms: int) -> EventText:
        """The text of an event in a style, which is shown for a time."""
        if "{" not in text and text.count("\\") == text.count("\\N"):
            # nearly all dialogue; no code is lost that is looked for below
            shown = filter(None, map(str.strip, text.split("\\N")))
            return EventText([(Run(line, style.look),) for line in shown], style.place)
        self._base, self._look = style.look, style.look
        self._soft, self._drawing = self._breaks_softly, False
        self._place: int | None = None
        self._clock_ms, self._times = start_ms, (start_ms, end_ms)
        self._due_ms: int | None = None
        self._made = EventText([], style.place)
        lines: list[list[Run]] = [[]]
        for piece in pieces(text):
            if piece.kind == "block":
                self._block(piece.value, piece.start + 1)
                continue
            if self._drawing:
                if self._made.drawn is None and not _DRAWN.issuperset(piece.value) and piece.kind == "text":
                    self._made.drawn = piece.start
                continue
            if piece.kind == "brace" and self._made.brace is None:
                self._made.brace = piece.start + piece.value.index("{")
            if piece.kind == "hard" or (piece.kind == "soft" and self._soft):
                lines.append([])
            else:
                lines[-1].append(self._run(" " if piece.kind == "soft" else piece.value))
        made = self._made
        if not self._drawing:
            made.drawn = None
        made.lines = [bare for line in lines if (bare := trim(line))]
        made.place = self._place or style.place
        return made

    def _run(self, text: str) -> Run:
        due, self._due_ms = self._due_ms, None
        return Run(text, self._look, at_ms=due)

    def _block(self, block: str, start: int) -> None:
        comment = comment_of(block)
        if comment and comment != _MADE_BY_TEMPLATE:
            self._lose("comments within text", comment[:40])
        for tag in block_tags(block):
            if not tag.name:
                name = unknown_name(tag)
                self._made.unknown.append((start + tag.start, name))
                self._lose("unknown tags", name)
            else:
                self._tag(tag)

    def _tag(self, tag: Tag) -> None:
        name, value = tag.name, tag.value
        if name == "p":
            self._drawing = value not in ("", "0")
            if self._drawing:
                self._made.has_drawing = True
                self._lose("drawings", "")
        elif name in ("an", "a"):
            place = numpad(value) if name == "an" else legacy_place(value)
            # players take the first
            self._place = self._place or place
        elif name in _PLACES:
            self._made.moved = self._made.moved or tag.written.strip()
            self._lose("positions", tag.written.strip()[:40])
        elif name in KARAOKE:
            self._karaoke(value)
        elif name == "q":
            self._soft = value == "2" if value else self._breaks_softly
        elif name == "r":
            self._reset(value)
        elif name in ("c", "1c") and changed(self._look, self._base, tag) is None:
            self._lose("colours", tag.written.strip()[:40])
        elif (look := changed(self._look, self._base, tag)) is not None:
            self._look = look
        else:
            self._lose("effects", tag.written.strip()[:40])

    def _reset(self, name: str) -> None:
        style = self._styles.get(name) if name else None
        self._look = self._base if style is None else style.look

    def _karaoke(self, value: str) -> None:
        """A syllable: it begins where the one before ends."""
        begins = self._clock_ms
        if self._times[0] < begins < self._times[1]:
            self._due_ms = begins
        try:
            centiseconds = float(value or 0)
        except ValueError:
            return
        self._clock_ms += round(10 * min(max(centiseconds, 0), _MOST_CS))
