"""The elements of an XML text with their places in it.

What `captious.formats.exchange.ttml.well_formed` has passed is cut into tags and text here, since only so is the place
of every element and piece of text known.
"""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING, NamedTuple

from captious.errors import FormatError
from captious.formats.exchange.ttml.names import CONVENTIONAL, prefix_of
from captious.formats.exchange.ttml.well_formed import check

if TYPE_CHECKING:
    from collections.abc import Iterator

_ATTRIBUTE = re.compile(r"([^\s=/>\"']+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_TOKEN = re.compile(
    r"<(?:!--.*?--|\?.*?\?|!\[CDATA\[(.*?)\]\]|/([^\s>]+)\s*"
    r"|([^\s<>/!?]+)((?:\s+[^\s=/>\"']+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)\s*(/?))>",
    re.DOTALL,
)
_REFERENCE = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([^;&\s]{1,60}));")
_SPACED = frozenset({"tt", "head", "styling", "layout", "region", "body", "div"})
"""Elements in which spaces are only there to be read by people."""
_MOST_DEEP = 200


class Text(NamedTuple):
    """A piece of text: its place in the source (half-open), and whether references in it are none (CDATA)."""

    start: int
    end: int
    is_literal: bool


class Element:
    """An element: its name, attributes, content and place.

    Args:
        name: its local name for TTML, with a prefix of `captious.formats.exchange.ttml.names` for what is known, and
            ``"?"`` before that of a foreign one.
        attributes: by their names in the same form, references decoded.
        start: offset of its start tag in the source.
    """

    __slots__ = ("attributes", "children", "closed", "end", "name", "opened", "start")

    def __init__(self, name: str, attributes: dict[str, str], start: int) -> None:
        self.name = name
        self.attributes = attributes
        self.start = start
        self.opened = start
        """Offset after its start tag."""
        self.closed = start
        """Offset of its end tag."""
        self.end = start
        """Offset after its end tag."""
        self.children: list[Element | Text] = []

    def elements(self) -> Iterator[Element]:
        """Its child elements, in order."""
        return (child for child in self.children if isinstance(child, Element))

    def walk(self) -> Iterator[Element]:
        """The element and all below it, in document order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed([child for child in element.children if isinstance(child, Element)]))

    def child(self, name: str) -> Element | None:
        """Its first child element of a name."""
        return next((element for element in self.elements() if element.name == name), None)

    @property
    def id(self) -> str | None:
        """Its identifier; in drafts it has no prefix."""
        return self.attributes.get("xml:id", self.attributes.get("id"))


class Tree(NamedTuple):
    """An XML text as a tree.

    Args:
        root: the outermost element.
        source: the text.
        entities: what the text defines, by name.
        strays: offsets of characters that XML does not allow as they are.
    """

    root: Element
    source: str
    entities: dict[str, str]
    strays: tuple[int, ...] = ()

    def text(self, piece: Text) -> str:
        """A piece of text as it reads, with line ends as LF."""
        text = self.source[piece.start : piece.end]
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text if piece.is_literal or "&" not in text else self.decoded(text)

    def decoded(self, text: str) -> str:
        """A text with its references decoded; HTML's named characters are known, since many files use them."""
        return _REFERENCE.sub(self._character, text)

    def words(self, element: Element) -> str:
        """All text within an element, spaces collapsed."""
        parts: list[str] = []
        waiting: list[Element | Text] = [element]
        while waiting:
            one = waiting.pop()
            if isinstance(one, Text):
                parts.append(self.text(one))
            else:
                parts.append(" " if one.name == "br" else "")
                waiting.extend(reversed(one.children))
        return " ".join("".join(parts).split())

    def line(self, offset: int) -> int:
        """The 1-based number of the line of an offset."""
        newline = "\n" if "\n" in self.source else "\r"
        return self.source.count(newline, 0, offset) + 1

    def _character(self, match: re.Match[str]) -> str:
        number, code, name = match.groups()
        if name is not None:
            # what is not known stays in sight
            return self.entities.get(name) or html5.get(f"{name};") or match[0]
        value = int(number) if number is not None else int(code, 16)
        return chr(value) if value < 0x110000 else "\ufffd"


def parse(source: str) -> Tree:
    """The tree of an XML text.

    Raises:
        FormatError: it is not well-formed, or nested too deeply; with line and column.
    """
    begin, entities, strays = check(source)
    return _Builder(source, begin, entities).run()._replace(strays=strays)


class _Names:
    """Names under the declarations in force."""

    def __init__(self, prefixes: dict[str, str | None]) -> None:
        self.prefixes = prefixes
        self.elements: dict[str, str] = {}
        """The names of elements that were asked for, by how they are written."""
        self.attributes: dict[str, str] = {}
        """The same of attributes."""

    def within(self, attributes: list[tuple[str, str, str]]) -> _Names:
        """The names below an element that declares more."""
        more: dict[str, str | None] = {
            written.partition(":")[2]: prefix_of(one or other)
            for written, one, other in attributes
            if written == "xmlns" or written.startswith("xmlns:")
        }
        return _Names(self.prefixes | more)

    def element(self, written: str) -> str:
        """The name of an element."""
        found = self.elements[written] = self._name(written, self.prefixes.get("", ""))
        return found

    def attribute(self, written: str) -> str:
        """The name of an attribute."""
        found = self.attributes[written] = self._name(written, "")
        return found

    def _name(self, written: str, unprefixed: str | None) -> str:
        prefix, colon, local = written.partition(":")
        if not colon:
            prefix, local = "", written
            kind = unprefixed
        else:
            kind = self.prefixes.get(prefix, prefix if prefix in CONVENTIONAL else None)
        if kind is None:
            return f"?{written}"
        return f"{kind}:{local}" if kind else local


class _Builder:
    def __init__(self, source: str, begin: int, entities: dict[str, str]) -> None:
        self.source = source
        self.begin = begin
        self.tree = Tree(Element("", {}, 0), source, entities)

    def run(self) -> Tree:
        source, last = self.source, self.begin
        top = self.tree.root
        around, names = top, _Names({"xml": "xml"})
        opened: list[tuple[Element, _Names]] = []
        for match in _TOKEN.finditer(source, self.begin):
            start, end = match.span()
            if start > last and opened and not (around.name in _SPACED and source[last:start].isspace()):
                around.children.append(Text(last, start, False))
            last = end
            literal, closing, name, written, empty = match.groups()
            if name is not None:
                attributes: dict[str, str] = {}
                declared = names
                if written:
                    found = _ATTRIBUTE.findall(written)
                    if "xmlns" in written:
                        declared = names.within(found)
                        # the namespace of the root is TTML's, whatever a file calls it
                        if not opened and name.rpartition(":")[2] == "tt":
                            declared.prefixes[name.rpartition(":")[0]] = ""
                    known = declared.attributes
                    for key, one, other in found:
                        value = one or other
                        if "&" in value:
                            value = self.tree.decoded(value)
                        attributes[known.get(key) or declared.attribute(key)] = value
                element = Element(declared.elements.get(name) or declared.element(name), attributes, start)
                element.opened = element.closed = element.end = end
                around.children.append(element)
                if not empty:
                    if len(opened) > _MOST_DEEP:
                        raise FormatError("elements nested too deeply", line=self.tree.line(start))
                    opened.append((around, names))
                    around, names = element, declared
            elif closing is not None:
                if not opened:
                    raise FormatError("not well-formed XML: mismatched tag", line=self.tree.line(start))
                around.closed, around.end = start, end
                around, names = opened.pop()
            elif literal is not None and opened:
                around.children.append(Text(*match.span(1), True))
        root = next(top.elements(), None)
        if root is None:
            raise FormatError("not well-formed XML: no element found", line=1, column=1)
        return self.tree._replace(root=root)
