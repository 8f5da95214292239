"""TTML to cues: times of nested elements, styles, regions, agents.

Sources:
    W3C TTML2: §10 (timing), §8 (styling), §9 (layout), §12.1 (``ttm:agent``); W3C IMSC 1.1.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from captious.errors import CaptiousError, FormatError
from captious.formats.base import Loss, Reading
from captious.formats.exchange.build import make_cue, make_document
from captious.formats.exchange.rich import PLAIN, Look, Run
from captious.formats.exchange.ttml.clock import time_base
from captious.formats.exchange.ttml.names import NEW, OLD, TT, TTM, XML
from captious.formats.exchange.ttml.styles import Styles

if TYPE_CHECKING:
    from captious.core.cue import Cue
    from captious.core.document import Document

_SPACES = re.compile(r"[ \t\r\n]+")
_MOST_DEEP = 200
_PERCENT = re.compile(r"(-?[0-9.]+)%")


class _Frame(NamedTuple):
    """Inherited properties of an element."""

    begin: Fraction
    end: Fraction | None
    look: Look
    align: str
    region: Any
    speaker: str | None
    preserve: bool


class _Piece(NamedTuple):
    """A piece of text with its times; ``run`` is ``None`` for a line break."""

    begin: Fraction
    end: Fraction | None
    run: Run | None
    speaker: str | None
    region: Any
    align: str


def read(text: str) -> Reading:
    """The cues of a TTML file, one for each part of a paragraph that is shown at one time.

    Raises:
        FormatError: not well-formed XML, not TTML, or an invalid time; with line and column.
        CaptiousError: lxml is not installed; the hint says how to install it.
    """
    root = _parse(text)
    return _Reader(root).run()


def _parse(text: str) -> Any:
    try:
        from lxml import etree  # late: an extra
    except ImportError:
        raise CaptiousError(
            "TTML needs lxml, which is not installed",
            hint="Install it: pip install 'captious[ttml]'.",
        ) from None
    for old in OLD:
        text = text.replace(old, NEW)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.lstrip("\ufeff").encode("utf-8"), parser)
    except ValueError as error:
        raise FormatError(f"not XML: {error}") from None
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise FormatError(
            f"not well-formed XML: {error.msg}", line=line or 1, column=max(column, 1)
        ) from None
    if root.tag != f"{TT}tt":
        raise FormatError(
            f"not TTML: the root element is <{etree.QName(root).localname}>", line=root.sourceline
        )
    if any(node.tag is etree.Entity for node in root.iter(etree.Entity)):
        raise FormatError("custom entities are not supported", line=root.sourceline)
    return root


class _Reader:
    def __init__(self, root: Any) -> None:
        self.root = root
        self.base = time_base(root)
        self.lost: dict[str, tuple[int, int, str]] = {}
        self.number = 0
        self.styles = Styles(root, lambda colour, _: self.lose("colours other than WebVTT's eight", colour))
        self.regions = {node.get(f"{XML}id"): node for node in root.iter(f"{TT}region")}
        self.agents = {node.get(f"{XML}id"): _agent_name(node) for node in root.iter(f"{TTM}agent")}
        self.cues: list[Cue] = []

    def lose(self, what: str, example: str = "") -> None:
        count, first, shown = self.lost.get(what, (0, self.number + 1, example))
        self.lost[what] = count + 1, first, shown

    def run(self) -> Reading:
        body = self.root.find(f"{TT}body")
        if body is not None:
            start = _Frame(
                Fraction(0), None, PLAIN, "", None, None, preserve=self.root.get(f"{XML}space") == "preserve"
            )
            self._walk(body, start, 0)
        document = self._document()
        losses = [Loss(what, *facts) for what, facts in self.lost.items()]
        return Reading(document, losses=tuple(losses))

    def _document(self) -> Document:
        language = (self.root.get(f"{XML}lang") or "").strip() or None
        return make_document(self.cues, title="TTML", language=language)

    def _walk(self, node: Any, around: _Frame, depth: int, after: Fraction | None = None) -> _Frame:
        """Reads a body, a division or a paragraph, and returns its frame, whose end a sequence needs."""
        if depth > _MOST_DEEP:
            raise FormatError("elements nested too deeply", line=node.sourceline)
        frame = self._enter(node, around, after)
        if node.tag == f"{TT}p":
            pieces: list[_Piece] = []
            self._gather(node, frame, pieces, depth)
            self._add_cues(pieces)
            self.number += 1
            return frame
        sequence = node.get("timeContainer") == "seq"
        last = frame.begin
        for child in node:
            if child.tag in (f"{TT}div", f"{TT}p"):
                ended = self._walk(child, frame, depth + 1, last if sequence else None)
                last = ended.end if ended.end is not None else last
            elif child.tag == f"{TT}set":
                self.lose("animations")
        return frame

    def _enter(self, node: Any, around: _Frame, after: Fraction | None = None) -> _Frame:
        begin, end = self._times(node, around, after)
        name = node.get("region")
        region = self.regions.get(name, around.region) if name else around.region
        properties = (
            self.styles.properties(region) if region is not None and region is not around.region else {}
        )
        own = self.styles.properties(node)
        look = self.styles.look(around.look, properties | own, node)
        agents = (node.get(f"{TTM}agent") or "").split()
        named = [self.agents[agent] for agent in agents if self.agents.get(agent)]
        space = node.get(f"{XML}space")
        return _Frame(
            begin,
            end,
            look,
            (properties | own).get("textAlign", around.align),
            region,
            " and ".join(named) if named else around.speaker,
            around.preserve if space is None else space == "preserve",
        )

    def _times(self, node: Any, around: _Frame, after: Fraction | None) -> tuple[Fraction, Fraction | None]:
        zero = around.begin if after is None else after
        begin = zero + (self._time(node, "begin") or 0)
        end = self._time(node, "end")
        finish = None if end is None else zero + end
        length = self._time(node, "dur")
        if length is not None:
            finish = begin + length if finish is None else min(finish, begin + length)
        if around.end is not None:
            finish = around.end if finish is None else min(finish, around.end)
        return begin, finish

    def _time(self, node: Any, name: str) -> Fraction | None:
        text = node.get(name)
        if text is None:
            return None
        try:
            return self.base.ms(text)
        except ValueError:
            raise FormatError(f"{name}: invalid TTML time: {text[:40]!r}", line=node.sourceline) from None

    def _gather(self, node: Any, frame: _Frame, pieces: list[_Piece], depth: int) -> None:
        if depth > _MOST_DEEP:
            raise FormatError("elements nested too deeply", line=node.sourceline)
        self._add_text(node.text, frame, pieces)
        for child in node:
            if child.tag == f"{TT}br":
                pieces.append(_Piece(frame.begin, frame.end, None, frame.speaker, frame.region, frame.align))
            elif child.tag == f"{TT}span":
                if self.styles.properties(child).get("display") == "none":
                    self.lose("hidden text", "".join(child.itertext())[:40])
                else:
                    self._gather(child, self._enter(child, frame), pieces, depth + 1)
            elif child.tag == f"{TT}set":
                self.lose("animations")
            elif isinstance(child.tag, str) and not child.tag.startswith((TTM, f"{TT}metadata")):
                self.lose("unsupported elements", child.tag.rpartition("}")[2])
            self._add_text(child.tail, frame, pieces)

    def _add_text(self, text: str | None, frame: _Frame, pieces: list[_Piece]) -> None:
        if not text:
            return
        for number, line in enumerate(text.split("\n") if frame.preserve else [_SPACES.sub(" ", text)]):
            if number:
                pieces.append(_Piece(frame.begin, frame.end, None, frame.speaker, frame.region, frame.align))
            if line:
                run = Run(line, frame.look)
                pieces.append(_Piece(frame.begin, frame.end, run, frame.speaker, frame.region, frame.align))

    def _add_cues(self, pieces: list[_Piece]) -> None:
        """Adds a cue for all pieces of a paragraph with the same times."""
        shown = [piece for piece in pieces if piece.run is not None and piece.run.text.strip()]
        times = dict.fromkeys((piece.begin, piece.end) for piece in shown)
        for begin, end in times:
            lines: list[list[Run]] = [[]]
            held = [
                piece for piece in pieces if piece.run is None or (piece.begin, piece.end) == (begin, end)
            ]
            for piece in held:
                if piece.run is None:
                    lines.append([])
                else:
                    lines[-1].append(piece.run)
            first = next(piece for piece in shown if (piece.begin, piece.end) == (begin, end))
            speakers = dict.fromkeys(
                piece.speaker for piece in held if piece.run is not None and piece.speaker
            )
            if end is None:
                self.lose("captions without an end")
            settings = self._settings(first)
            filled = [tidied for line in lines if (tidied := _tidy(line))]
            self.cues.append(
                make_cue(
                    round(begin),
                    round(begin if end is None else end),
                    filled,
                    speaker=" and ".join(speakers),
                    settings=settings,
                )
            )

    def _settings(self, piece: _Piece) -> str:
        settings = []
        if piece.region is not None and _is_top(self.styles.properties(piece.region)):
            settings.append("line:0")
        if piece.align in ("left", "right", "start", "end"):
            settings.append(f"align:{piece.align}")
        return " ".join(settings)


def _tidy(line: list[Run]) -> list[Run]:
    """The runs of a line with spaces collapsed and trimmed."""
    runs: list[Run] = []
    for run in line:
        text = _SPACES.sub(" ", run.text)
        if not runs or runs[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            runs.append(Run(text, run.look))
    if runs:
        runs[-1] = Run(runs[-1].text.rstrip(" "), runs[-1].look)
    return [run for run in runs if run.text]


def _is_top(properties: dict[str, str]) -> bool:
    align = properties.get("displayAlign", "before")
    origin = _PERCENT.findall(properties.get("origin", ""))
    extent = _PERCENT.findall(properties.get("extent", ""))
    if len(origin) != 2 or len(extent) != 2:
        return False
    top, height = float(origin[1]), float(extent[1])
    if align == "before":
        return top < 40
    return (top + height if align == "after" else top + height / 2) < 50


def _agent_name(node: Any) -> str:
    name = node.find(f"{TTM}name")
    text = "".join(name.itertext()) if name is not None else ""
    return " ".join(text.split())
