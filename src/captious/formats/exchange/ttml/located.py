"""Where the captions of a TTML file are written in it, and how fixes are written there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, overload
from xml.sax.saxutils import escape

from captious.core.finding import Edit
from captious.core.span import LineIndex
from captious.formats.exchange.ttml.clock import written_time
from captious.formats.lines import split_lines
from captious.formats.origin import Atom, CuePlace, Notation, Origin

if TYPE_CHECKING:
    from captious.formats.exchange.ttml.clock import TimeBase
    from captious.formats.exchange.ttml.drafts import Draft
    from captious.formats.exchange.ttml.timing import Ms
    from captious.formats.exchange.ttml.tree import Element, Tree

_TAG = re.compile(
    r"<(?:!--.*?--|\?.*?\?|!\[CDATA\[(?P<literal>.*?)\]\]|(?P<close>/?)(?P<name>[^\s<>/!?]+)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?"
    r"(?P<empty>/?))>|&[^;&<\s]{1,60};|[^<&]+|.",
    re.DOTALL,
)
_PARAGRAPHS = re.compile(r"</[^<>]*>\s*(?:<!--.*?-->\s*)*<", re.DOTALL)
_ATTRIBUTE = r"(?<![^\s\"'])(?:{})\s*=\s*([\"'])"
_HIDDEN = frozenset({"metadata", "set", "animate", "image"})


class Places(Sequence[CuePlace]):
    """The places of captions, found when they are asked for: most files are only read.

    Args:
        tree: the file.
        drafts: its captions, in the order of the document.
    """

    def __init__(self, tree: Tree, drafts: Sequence[Draft]) -> None:
        self._tree = tree
        self._drafts = drafts
        self._lines: LineIndex | None = None
        self._last: tuple[int, CuePlace] | None = None

    def __len__(self) -> int:
        return len(self._drafts)

    @overload
    def __getitem__(self, index: int) -> CuePlace: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[CuePlace]: ...
    def __getitem__(self, index: int | slice) -> CuePlace | Sequence[CuePlace]:
        if isinstance(index, slice):
            return Places(self._tree, self._drafts[index])
        if self._last is not None and self._last[0] == index:
            return self._last[1]  # a caption is asked for several times in a row
        draft = self._drafts[index]
        if self._lines is None:
            self._lines = LineIndex(split_lines(self._tree.source).starts)
        first, last, timed = draft.nodes[0], draft.nodes[-1], draft.timed[0]
        place = CuePlace(
            self._lines.span(first.start, last.end),
            self._value(timed, "begin") if draft.has_own_times else None,
            (self._value(timed, "end") or self._value(timed, "dur")) if draft.has_own_times else None,
            (first.opened, last.closed),
        )
        self._last = index, place
        return place

    def _value(self, element: Element, name: str) -> tuple[int, int] | None:
        return value_place(self._tree.source, element, name)


def value_place(source: str, element: Element, name: str) -> tuple[int, int] | None:
    """Where the value of an attribute is written; ``None`` without it.

    Args:
        source: the file.
        element: the element.
        name: the name of the attribute as written.
    """
    match = _written(name).search(source, element.start, element.opened)
    if match is None:
        return None
    return match.end(), source.index(match[1], match.end(), element.opened)


@cache
def _written(name: str) -> re.Pattern[str]:
    """An attribute up to its value."""
    return re.compile(_ATTRIBUTE.format(re.escape(name)))


def origin_of(tree: Tree, base: TimeBase, drafts: Sequence[Draft]) -> Origin:
    """The origin of the document that captions become.

    Args:
        tree: the file.
        base: what its times count.
        drafts: its captions, in the order of the document.
    """
    source = tree.source
    writer = _Writer(tree, base, drafts)
    notation = Notation(writer.atoms, writer.text, lambda _, written: written, writer.times, writer.removal)
    newline = "\r\n" if "\r\n" in source else "\n" if "\n" in source or "\r" not in source else "\r"
    return Origin(source, Places(tree, drafts), notation, newline=newline)


class _Writer:
    def __init__(self, tree: Tree, base: TimeBase, drafts: Sequence[Draft]) -> None:
        self.tree = tree
        self.base = base
        self.drafts = drafts
        self._by_start: dict[int, list[Draft]] | None = None
        self._counts: Counter[int] | None = None
        name = tree.source[tree.root.start + 1 : tree.root.opened].split(maxsplit=1)[0]
        prefix = name.rpartition("tt")[0]
        self.prefix = prefix
        self.is_preserved = tree.root.attributes.get("xml:space") == "preserve"

    def text(self, text: str) -> str:
        """Plain text as the file writes it."""
        return escape(text).replace("\n", f"<{self.prefix}br/>")

    def atoms(self, source: str, start: int, end: int) -> list[Atom]:
        """The visible characters of a part of a source."""
        found: list[Atom] = []
        hidden: list[str] = []
        place = start
        while place < end and (match := _TAG.match(source, place, end)) is not None:
            place = match.end()
            name = match["name"]
            if match["literal"] is not None:
                if not hidden:
                    begin = match.start("literal")
                    found += [
                        self._atom(one, begin + at, begin + at + 1) for at, one in enumerate(match["literal"])
                    ]
            elif name is not None:
                if match["close"] and name == f"{self.prefix}p":
                    # a row in a paragraph of its own: what parts the two is a break
                    between = _PARAGRAPHS.match(source, match.start(), end)
                    tag = None if between is None else _TAG.match(source, between.end() - 1, end)
                    if tag is not None:
                        place = tag.end()
                        found.append(Atom("\n", match.start(), place))
                elif match["close"]:
                    if hidden and hidden[-1] == name:
                        hidden.pop()
                elif name == f"{self.prefix}br":
                    if not hidden:
                        found.append(Atom("\n", *match.span()))
                elif not match["empty"] and (hidden or self._hides(name)):
                    hidden.append(name)
            elif hidden or match[0][:2] in ("<!", "<?"):
                continue
            elif match[0][0] == "&" and len(match[0]) > 1:
                found += [self._atom(one, *match.span()) for one in self.tree.decoded(match[0])]
            else:
                begin = match.start()
                found += [self._atom(one, begin + at, begin + at + 1) for at, one in enumerate(match[0])]
        return found

    def _atom(self, character: str, start: int, end: int) -> Atom:
        if character in "\t\r\n" and not (self.is_preserved and character == "\n"):
            character = " "
        return Atom(character, start, end)

    def _hides(self, name: str) -> bool:
        if not name.startswith(self.prefix):
            return True
        local = name.removeprefix(self.prefix)
        return ":" in local or local in _HIDDEN

    def times(
        self, _: str, place: CuePlace, start_ms: int | None, end_ms: int | None
    ) -> tuple[Edit, ...] | None:
        """The edits that write the times of a caption, in all paragraphs that are its rows."""
        found = self._drafts_at(place.span.start)
        if len(found) != 1 or not found[0].has_own_times:
            return None
        draft = found[0]
        if draft.timed[0] is not draft.nodes[0] and self._within(draft.parent) > 1:
            return None  # the times of a division are those of all that it holds
        edits: list[Edit] = []
        for node in draft.timed:
            made = self._times_of(draft, node, start_ms, end_ms)
            if made is None:
                return None
            edits += made
        return tuple(edits)

    def _times_of(
        self, draft: Draft, node: Element, start_ms: int | None, end_ms: int | None
    ) -> list[Edit] | None:
        attributes = node.attributes
        written: dict[str, str] = {
            name: attributes[name] for name in ("begin", "end", "dur") if name in attributes
        }
        begin = draft.frame.begin
        zero: Ms = 0
        if not self.base.absolute:
            zero = begin - self.base.ms(written["begin"]) if "begin" in written else begin
        new: dict[str, Ms] = {}
        if start_ms is not None:
            if "begin" not in written:
                return None
            new["begin"] = start_ms - zero
        if "end" in written and "dur" in written:
            return None
        if end_ms is not None and "end" in written:
            new["end"] = end_ms - zero
        elif "dur" in written and not (start_ms is None and end_ms is None):
            start = begin if start_ms is None else start_ms
            new["dur"] = (
                (draft.end_ms if end_ms is None else end_ms) - start if draft.end_ms is not None else 0
            )
        elif end_ms is not None and (start_ms is None or draft.frame.end is not None):
            return None  # without an end of its own it lasts until the next one, which moves with it
        if start_ms is not None and self._has_timed_parts(node):
            moved = start_ms - draft.begin_ms
            if end_ms is None or draft.end_ms is None or end_ms - draft.end_ms != moved:
                return None
        edits = []
        for name, value in new.items():
            place = value_place(self.tree.source, node, name)
            if place is None or value < 0:
                return None
            edits.append(Edit(*place, written_time(value, written[name], self.base)))
        return edits

    def _has_timed_parts(self, node: Element) -> bool:
        return any(
            "begin" in one.attributes or "end" in one.attributes for one in node.walk() if one is not node
        )

    def removal(self, source: str, place: CuePlace) -> Edit:
        """The edit that removes a caption; none of its paragraph, if that has others."""
        if len(self._drafts_at(place.span.start)) != 1:
            return Edit(place.span.start, place.span.start, "")
        start, end = place.span.start, place.span.end
        begin = start
        while begin > 0 and source[begin - 1] in " \t":
            begin -= 1
        alone = begin == 0 or source[begin - 1] in "\r\n"
        past = end
        while past < len(source) and source[past] in " \t":
            past += 1
        if alone and past < len(source) and source[past] in "\r\n":
            past += 2 if source.startswith("\r\n", past) else 1
            return Edit(begin, past, "")
        return Edit(start, end, "")

    def _within(self, parent: int) -> int:
        """How many captions a division holds."""
        if self._counts is None:
            self._counts = Counter(draft.parent for draft in self.drafts)
        return self._counts[parent]

    def _drafts_at(self, start: int) -> list[Draft]:
        if self._by_start is None:
            self._by_start = {}
            for draft in self.drafts:
                self._by_start.setdefault(draft.nodes[0].start, []).append(draft)
        return self._by_start.get(start, [])
