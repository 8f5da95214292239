"""The text of a TTML paragraph as pieces with their times and looks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from captious.errors import FormatError
from captious.formats.exchange.ttml.styles import BACKGROUNDS_LOST
from captious.formats.exchange.ttml.tree import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.formats.exchange.rich import Look
    from captious.formats.exchange.ttml.timing import Frame, Frames, Ms
    from captious.formats.exchange.ttml.tree import Element, Tree

SPACES = re.compile(r"[ \t\r\n]+")
_BREAK = re.compile(r"<(?:[\w.-]+:)?br\s*/>").split
_UNEVEN = re.compile(r"^ |[\t\r\n]|  | $").search
_MOST_DEEP = 200
_HTML = {"i": "italic", "em": "italic", "b": "bold", "strong": "bold", "u": "underline"}
"""Elements of HTML, which files have in paragraphs though TTML knows none of them."""

HIDDEN = "hidden text"
ANIMATIONS = "animations"
FORCED = "marks of forced captions"
PICTURES = "pictures"
FOREIGN = "text in elements of other formats"
DESCRIPTIONS = "descriptions"
ANNOTATIONS = "annotations without text"


class Piece(NamedTuple):
    """A piece of text that is shown; ``text`` is ``None`` for a line break.

    Args:
        begin: when it is shown, in milliseconds.
        end: when it ends; ``None`` = never.
        text: the text.
        look: its style.
        speaker: who says it.
        language: its language, if it differs from that of the file.
        ruby: the annotation above it.
        align: alignment of its lines as written.
    """

    begin: Ms
    end: Ms | None
    text: str | None
    look: Look
    speaker: str | None
    language: str = ""
    ruby: str = ""
    align: str = ""


@dataclass(slots=True)
class Gathered:
    """What was found in a paragraph.

    Args:
        pieces: its text and breaks.
        lost: what of them WebVTT cannot show, each with an example.
    """

    pieces: list[Piece] = field(default_factory=list)
    lost: list[tuple[str, str]] = field(default_factory=list)


class Content:
    """Gathers what paragraphs hold.

    Args:
        tree: the file.
        frames: the frames of its elements.
        language: its language.
        drop: called with what is in no caption, an example, and its offset.
    """

    def __init__(
        self, tree: Tree, frames: Frames, language: str, drop: Callable[[str, str, int], None]
    ) -> None:
        self.tree = tree
        self.frames = frames
        self.language = language.casefold()
        self.drop = drop

    def plain_lines(self, paragraph: Element, frame: Frame) -> list[list[Piece]] | None:
        """The lines of a paragraph that is text and breaks in one look, as nearly all are; ``None`` for another."""
        context = frame.context
        appearance = context.appearance
        is_other = context.language and context.language.casefold() != self.language
        if context.preserve or context.hidden or context.is_forced or is_other:
            return None
        if appearance.hidden or appearance.lost:
            return None
        inside = self.tree.source[paragraph.opened : paragraph.closed]
        if "&" in inside:
            return None
        parts = [inside]
        if "<" in inside:
            parts = _BREAK(inside)
            if any("<" in part for part in parts):
                return None
        begin, end_ms = frame.shown()
        look, speaker, align = appearance.look, context.speaker, appearance.align
        lines = [SPACES.sub(" ", part).strip(" ") if _UNEVEN(part) else part for part in parts]
        return [[Piece(begin, end_ms, line, look, speaker, "", "", align)] for line in lines if line]

    def pieces(self, paragraph: Element, frame: Frame) -> Gathered:
        """The pieces of a paragraph."""
        found = Gathered()
        self._gather(paragraph, frame, found, frozenset(), 0)
        return found

    def _gather(
        self, element: Element, frame: Frame, found: Gathered, html: frozenset[str], depth: int
    ) -> None:
        if depth > _MOST_DEEP:
            raise FormatError("elements nested too deeply", line=self.tree.line(element.start))
        context = frame.context
        appearance = context.appearance
        look = _with_html(appearance.look, html)
        language = "" if context.language.casefold() == self.language else context.language
        here = Piece(*frame.shown(), None, look, context.speaker, language, "", appearance.align)
        is_hidden = context.hidden or appearance.hidden
        sequence = element.attributes.get("timeContainer") == "seq"
        last = frame.begin
        for child in element.children:
            if isinstance(child, Text):
                text = self.tree.text(child)
                if text.isspace() and is_hidden:
                    continue
                if is_hidden:
                    self.drop(HIDDEN, " ".join(text.split()), child.start)
                    continue
                if not text.isspace():
                    found.lost += appearance.lost
                    if context.is_forced:
                        found.lost.append((FORCED, ""))
                _add_text(text, here, found, preserve=context.preserve)
            elif child.name == "br":
                found.pieces.append(here)
            elif child.name in ("set", "animate"):
                self.drop(ANIMATIONS, child.name, child.start)
            elif ":" in child.name or child.name[:1] == "?" or child.name in ("metadata", "image"):
                self._skip(child)
            else:
                inner = self.frames.enter(child, frame, last if sequence else None)
                specified = self.frames.styles.specified(child)
                if specified.background and specified.background != context.background:
                    found.lost.append((BACKGROUNDS_LOST, specified.background))
                if specified.ruby == "container":
                    self._add_ruby(child, inner, found, depth)
                else:
                    named = _HTML.get(child.name)
                    self._gather(child, inner, found, html | {named} if named else html, depth + 1)
                last = inner.end if inner.end is not None else last

    def _skip(self, element: Element) -> None:
        """Lists what an element holds that is no text of TTML."""
        if element.name in ("smpte:image", "image"):
            self.drop(PICTURES, element.attributes.get("src", ""), element.start)
            return
        what = DESCRIPTIONS if element.name in ("ttm:desc", "ttm:title") else FOREIGN
        words = self.tree.words(element)
        if words and (what is DESCRIPTIONS or element.name.startswith("?")):
            self.drop(what, words, element.start)

    def _add_ruby(self, container: Element, frame: Frame, found: Gathered, depth: int) -> None:
        """Adds text with annotations: each text of the container belongs to the base at the same place."""
        bases: list[list[Piece]] = []
        notes: list[str] = []
        waiting = list(reversed(list(container.elements())))
        while waiting:
            element = waiting.pop()
            ruby = self.frames.styles.specified(element).ruby
            if ruby in ("baseContainer", "textContainer"):
                waiting += reversed(list(element.elements()))
            elif ruby == "text":
                notes.append(self.tree.words(element))
            elif ruby != "delimiter":
                base = Gathered([], found.lost)
                self._gather(element, self.frames.enter(element, frame), base, frozenset(), depth + 1)
                bases.append(base.pieces)
        for number, base_pieces in enumerate(bases):
            is_final = number == len(bases) - 1
            note = " ".join(notes[number:]) if is_final else "".join(notes[number : number + 1])
            for place, piece in enumerate(base_pieces):
                is_last = place == len(base_pieces) - 1 and piece.text is not None
                found.pieces.append(piece._replace(ruby=note) if is_last else piece)
        if notes and not bases:
            self.drop(ANNOTATIONS, " ".join(notes), container.start)


def _add_text(text: str, here: Piece, found: Gathered, *, preserve: bool) -> None:
    for number, line in enumerate(text.split("\n") if preserve else [SPACES.sub(" ", text)]):
        if number:
            found.pieces.append(here)
        if line:
            found.pieces.append(here._replace(text=line))


def _with_html(look: Look, names: frozenset[str]) -> Look:
    if not names:
        return look
    return replace(
        look,
        bold=look.bold or "bold" in names,
        italic=look.italic or "italic" in names,
        underline=look.underline or "underline" in names,
    )
