"""TTML to cues: times of nested elements, styles, regions, agents.

Sources:
    W3C TTML2: §10 (timing), §8 (styling), §9 (layout), §12.1 (``ttm:agent``); W3C TTML1 and the drafts of 2006; W3C
    IMSC 1.1; EBU Tech 3380; SMPTE ST 2052-1.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from captious.core.gc_pause import uncollected
from captious.core.span import LineIndex
from captious.errors import FormatError
from captious.formats.base import Reading
from captious.formats.exchange.build import RIGHT_FILE, make_document
from captious.formats.exchange.ttml.clock import multiplier, time_base
from captious.formats.exchange.ttml.content import ANIMATIONS, PICTURES, Content
from captious.formats.exchange.ttml.drafts import Draft, parts
from captious.formats.exchange.ttml.issues import UNESCAPED
from captious.formats.exchange.ttml.located import origin_of
from captious.formats.exchange.ttml.losses import Losses
from captious.formats.exchange.ttml.rows import ROWS_MOVED, joined
from captious.formats.exchange.ttml.styles import BACKGROUNDS_LOST, Styles
from captious.formats.exchange.ttml.timing import Frame, Frames
from captious.formats.exchange.ttml.tree import Element, Text, parse
from captious.formats.exchange.ttml.well_formed import REFERENCES
from captious.formats.lines import split_lines

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.core.finding import Finding
    from captious.formats.exchange.ttml.timing import Ms
    from captious.formats.exchange.ttml.tree import Tree

_AFTER_LAST_MS = 5000
_TIMES = frozenset({"begin", "end", "dur"})
NO_END = "ends (a caption without one lasts until the next)"
OUTSIDE = "captions outside the times of what they are in"
STRAY = "text outside paragraphs"
PLACES = "places that cannot be read"
RATE_GUESSED = "frame rate of the times (not in the file: TTML's 30 frames per second are used)"
RATE_REVERSED = "order of the frame rate multiplier (read as 1000 1001)"
WALL_CLOCK = "times of day (kept as times from the start)"


def read(text: str, *, frame_rate: Fraction | None = None) -> Reading:
    """The cues of a TTML file, one for each part of a paragraph that is shown at one time.

    Args:
        text: the text of the file.
        frame_rate: frames per second of times that count frames, if the file does not say so; ``None`` = unknown.

    Raises:
        FormatError: not well-formed XML, not TTML, or an invalid time; with line and column.
    """
    with uncollected():
        tree = parse(text.removeprefix("\ufeff"))
    root = tree.root
    if root.name != "tt":
        raise FormatError(
            f"not TTML: the root element is <{root.name.lstrip('?')}>", line=tree.line(root.start)
        )
    with uncollected():
        return _Reader(tree, frame_rate).run()


class _Reader:
    def __init__(self, tree: Tree, frame_rate: Fraction | None) -> None:
        self.tree = tree
        self.losses = Losses(tree)
        self.base = time_base(tree.root, frame_rate=frame_rate)
        self.styles = Styles(tree.root)
        self.frames = Frames(tree, self.base, self.styles)
        self.language = _language(tree.root)
        self.content = Content(tree, self.frames, self.language, self.losses.drop)
        self.drafts: list[Draft] = []
        self._parent = 0
        self._around: Element | None = None
        self._has_frame_rate = self.base.rate_stated or frame_rate is not None

    def run(self) -> Reading:
        body = self.tree.root.child("body")
        if body is not None:
            outermost = self.frames.outermost
            self._walk(body, outermost)
        self._list_guesses()
        drafts = joined(self.drafts)
        if not drafts:
            raise self._refusal()
        self._end_drafts(drafts)
        drafts.sort(key=lambda draft: draft.begin_ms)
        numbers = {}
        for place, draft in enumerate(drafts, 1):
            numbers.update(dict.fromkeys((draft.number, *draft.joined), place))
            if draft.is_moved:
                self.losses.add(ROWS_MOVED, "", draft.number)
        document = make_document(
            [draft.cue() for draft in drafts], title="TTML", language=self.language or None
        )
        origin = origin_of(self.tree, self.base, drafts)
        return Reading(document, self._findings(), self.losses.all(numbers), origin)

    def _findings(self) -> tuple[Finding, ...]:
        source, strays = self.tree.source, self.tree.strays
        if not strays:
            return ()
        lines = LineIndex(split_lines(source).starts)
        found = []
        for place in strays:
            character = source[place]
            shown = f'"{character}"' if character in REFERENCES else f"U+{ord(character):04X}"
            message = f"{shown} is not allowed in XML"
            if character in REFERENCES:
                message += f": write {REFERENCES[character]}"
            found.append(UNESCAPED.at(lines.span(place, place + 1), message))
        return tuple(found)

    def _refusal(self) -> FormatError:
        """The error for a file without captions, with what it has instead."""
        others = self.losses.all({})
        if any(loss.what == PICTURES for loss in others):
            return FormatError(
                "the captions of this TTML file are pictures (images), which have no text",
                hint="Read them with a program for text recognition (OCR) first.",
            )
        why = f": {'; '.join(map(str, others))}" if others else ""
        return FormatError(f"no captions in this TTML file{why}", hint=RIGHT_FILE)

    def _list_guesses(self) -> None:
        """Lists how the times are read where the file leaves that open."""
        root = self.tree.root
        if self.base.kind == "clock":
            self.losses.drop(WALL_CLOCK, "", root.start)
        if multiplier(root.attributes.get("ttp:frameRateMultiplier", ""))[1]:
            self.losses.drop(RATE_REVERSED, "", root.start)
        if not self._has_frame_rate and self.frames.counted is not None:
            self.losses.drop(RATE_GUESSED, *self.frames.counted)

    def _walk(self, node: Element, around: Frame, after: Ms | None = None) -> Frame:
        """Reads a body, a division or a paragraph, and returns its frame, whose end a sequence needs."""
        frame = self.frames.enter(node, around, after)
        if node.name == "p":
            self._add_paragraph(node, frame, in_sequence=after is not None)
            return frame
        if "smpte:backgroundImage" in node.attributes:
            self.losses.drop(PICTURES, node.attributes["smpte:backgroundImage"], node.start)
        sequence = node.attributes.get("timeContainer") == "seq"
        last = frame.begin
        for child in node.children:
            self._parent, self._around = node.start, node
            if isinstance(child, Text):
                if words := self.tree.text(child).strip():
                    self.losses.drop(STRAY, " ".join(words.split()), child.start)
            elif child.name in ("div", "p"):
                ended = self._walk(child, frame, last if sequence else None)
                last = ended.end if ended.end is not None else last
            elif child.name in ("set", "animate"):
                self.losses.drop(ANIMATIONS, child.name, child.start)
            elif child.name in ("image", "smpte:image"):
                self.losses.drop(PICTURES, child.attributes.get("src", ""), child.start)
            elif ":" not in child.name and child.name != "metadata" and (words := self.tree.words(child)):
                self.losses.drop(STRAY, words, child.start)
        return frame

    def _add_paragraph(self, node: Element, frame: Frame, *, in_sequence: bool) -> None:
        """Adds a draft for each part of a paragraph."""
        if "smpte:backgroundImage" in node.attributes:
            self.losses.drop(PICTURES, node.attributes["smpte:backgroundImage"], node.start)
        context = frame.context
        plain = self.content.plain_lines(node, frame)
        if plain is None:
            gathered = self.content.pieces(node, frame)
            lost, found = gathered.lost, list(parts(gathered.pieces))
        else:
            lost, found = [], [(*frame.shown(), plain)] if plain else []
        if context.background:
            lost.append((BACKGROUNDS_LOST, context.background))
        if context.place.is_odd:
            lost.append((PLACES, ""))
        for begin, end, lines in found:
            if end is not None and (end < begin or (end <= 0 and begin < 0)):
                self.losses.drop(OUTSIDE, self.tree.words(node), node.start)
                continue
            number = len(self.drafts)
            begin_ms, end_ms = max(round(begin), 0), None if end is None else round(end)
            own = not in_sequence and context.window is None and (begin, end) == frame[:2] and begin >= 0
            timed = node if self._around is None or not _TIMES.isdisjoint(node.attributes) else self._around
            draft = Draft(
                number, begin_ms, end_ms, lines, frame, self._parent, (node,), (timed,), has_own_times=own
            )
            self.drafts.append(draft)
            for what, example in lost:
                self.losses.add(what, example, number)

    def _end_drafts(self, drafts: list[Draft]) -> None:
        """Gives captions without an end that of the next one's beginning."""
        begins = sorted({draft.begin_ms for draft in drafts})
        for draft in drafts:
            if draft.end_ms is None:
                place = bisect_right(begins, draft.begin_ms)
                draft.end_ms = begins[place] if place < len(begins) else draft.begin_ms + _AFTER_LAST_MS
                self.losses.add(NO_END, "", draft.number)


def _language(root: Element) -> str:
    """The language of the text: of the file, or else of its body or its first division."""
    body = root.child("body")
    first = body.child("div") if body is not None else None
    named = (one.attributes.get("xml:lang", "").strip() for one in (root, body, first) if one is not None)
    return next(filter(None, named), "")
