"""OpenDocument texts (.odt, .fodt): the paragraphs of the body, as they are shown.

Sources:
    OASIS OpenDocument 1.3, part 3, chapters 5 (text), 6 (paragraphs), 9 (tables) and 16 (styles).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from captious.transcripts.model import Metadata, Remark
from captious.transcripts.sources.lines import LineWriter
from captious.transcripts.sources.model import SourceText
from captious.transcripts.sources.packed import attribute, local_name
from captious.transcripts.sources.runs import Run, RunWriter
from captious.transcripts.sources.tabular import Row, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from captious.transcripts.sources.packed import Package

_GONE = frozenset(
    (
        "tracked-changes", "annotation", "annotation-end", "table-of-content", "alphabetical-index",
        "illustration-index", "bibliography", "sequence-decls", "variable-decls", "user-field-decls",
        "forms", "ruby-text", "hidden-text", "hidden-paragraph", "script", "dde-connection-decls",
        "event-listeners",
    )
)  # fmt: skip
_MOST_REPEATED = 50


@dataclass(frozen=True, slots=True)
class _Style:
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    title: bool = False


class _Document:
    def __init__(self, styles: dict[str, _Style]) -> None:
        self._styles = styles
        self._runs = RunWriter(LineWriter())
        self._number = 0
        self._item = False
        self._boxes: list[Element] = []
        self.title: str | None = None
        self.notes = 0

    @property
    def writer(self) -> LineWriter:
        return self._runs.writer

    def read(self, body: Element) -> None:
        for block in body:
            name = local_name(block)
            if name in ("p", "h"):
                self._paragraph(block, name)
            elif name == "table":
                self._table(block)
            elif name in ("list-item", "list-header"):
                self._item = name == "list-item"
                self.read(block)
                self._item = False
            elif name not in _GONE:
                self.read(block)

    def _paragraph(self, paragraph: Element, name: str) -> None:
        self._number += 1
        named = attribute(paragraph, "style-name") or ""
        style = self._styles.get(named) or _Style(title=named == "Title")
        level = int(attribute(paragraph, "outline-level") or 1) if name == "h" else int(style.title)
        self._inside(paragraph, style)
        begin = len(self.writer.lines)
        self._runs.end(heading=min(level, 6), prefix="- " if self._item and not level else "")
        if style.title and self.title is None:
            self.title = next((line[2:] for line in self.writer.lines[begin:] if line.startswith("# ")), None)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.read(box)

    def _inside(self, element: Element, style: _Style) -> None:
        self._add(element.text, style)
        for child in element:
            self._part(child, style)
            self._add(child.tail, style)

    def _part(self, part: Element, style: _Style) -> None:
        match local_name(part):
            case "s":
                self._add(" ", style)
            case "tab":
                self._add("\t", style)
            case "line-break":
                self._runs.add(Run("\n"), self._number)
            case "note":
                self.notes += 1
            case "frame" | "custom-shape" | "text-box":
                self._boxes += [each for each in part.iter() if local_name(each) == "text-box"]
            case name if name not in _GONE:
                own = self._styles.get(attribute(part, "style-name") or "")
                inner = (
                    style
                    if own is None
                    else replace(
                        style,
                        bold=style.bold or own.bold,
                        italic=style.italic or own.italic,
                        hidden=style.hidden or own.hidden,
                    )
                )
                self._inside(part, inner)

    def _add(self, text: str | None, style: _Style) -> None:
        if text and not style.hidden:
            mark = "**" if style.bold else "*" if style.italic else ""
            # line ends within a paragraph are spaces
            self._runs.add(Run(text.replace("\n", " "), mark), self._number)

    def _table(self, table: Element) -> None:
        outer, rows = self._runs, []
        self._runs = RunWriter(LineWriter())
        for row in _rows(table):
            number = self._number + 1
            cells: list[str] = []
            for cell in row:
                if local_name(cell) not in ("table-cell", "covered-table-cell"):
                    continue
                begin = len(self.writer.lines)
                self.read(cell)
                text = " ".join(line for line in self.writer.lines[begin:] if line)
                cells += [text] * min(int(attribute(cell, "number-columns-repeated") or 1), _MOST_REPEATED)
            rows.append(Row(tuple(cells), number))
        said, made = read_table(rows), self.writer
        self._runs = outer
        lines = (said.lines, said.numbers) if said is not None else (made.lines, made.numbers)
        self.writer.gap(self._number)
        for line, place in zip(*lines, strict=True):
            self.writer.line(line, place)
        self.writer.gap(self._number)


def read_open_document(package: Package) -> SourceText:
    """The text of an OpenDocument text.

    Args:
        package: its parts.

    Raises:
        TranscriptError: a part is damaged.
    """
    roots = [package.xml(name) for name in ("styles.xml", "content.xml", "meta.xml")]
    return read_flat_document([root for root in roots if root is not None])


def read_flat_document(roots: list[Element]) -> SourceText:
    """The text of an OpenDocument text whose parts are read already, or that is one file.

    Args:
        roots: the roots of its parts, styles first.
    """
    document = _Document(_styles(roots))
    stated = None
    for root in roots:
        for element in root.iter():
            if local_name(element) == "title" and "dc/elements" in str(element.tag):
                stated = (element.text or "").strip() or stated
        for part in root:
            if local_name(part) == "body":
                for text in part:
                    document.read(text)
    remarks = (
        (Remark("dropped", "footnotes and their marks", None, document.notes),) if document.notes else ()
    )
    return SourceText(
        kind="OpenDocument text",
        lines=tuple(document.writer.lines),
        numbers=tuple(document.writer.numbers),
        place="paragraph",
        marked=True,
        metadata=Metadata(title=document.title or stated),
        remarks=remarks,
    )


def _styles(roots: list[Element]) -> dict[str, _Style]:
    raw: dict[str, Element] = {}
    for root in roots:
        for element in root.iter():
            if local_name(element) == "style" and attribute(element, "name"):
                raw[attribute(element, "name") or ""] = element
    made: dict[str, _Style] = {}
    for name in raw:
        chain: list[str] = []
        at = name
        while at in raw and at not in chain and len(chain) < 20:
            chain.append(at)
            at = attribute(raw[at], "parent-style-name") or ""
        style = _Style()
        for each in reversed(chain):
            style = _styled(raw[each], style, each)
        made[name] = style
    return made


def _styled(element: Element, base: _Style, name: str) -> _Style:
    bold, italic, hidden = base.bold, base.italic, base.hidden
    for properties in element:
        if local_name(properties) == "text-properties":
            weight, slope = attribute(properties, "font-weight"), attribute(properties, "font-style")
            if weight is not None:
                bold = weight == "bold" or (weight.isdecimal() and int(weight) >= 600)
            if slope is not None:
                italic = slope in ("italic", "oblique")
            hidden = attribute(properties, "display") == "none" or hidden
    return _Style(bold, italic, hidden, title=base.title or name == "Title")


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        name = local_name(child)
        if name == "table-row":
            yield child
        elif name in ("table-rows", "table-header-rows", "table-row-group"):
            yield from _rows(child)
