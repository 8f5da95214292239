"""Word documents (.docx): the paragraphs of the body, as they are shown.

Headers, footers, comments, footnotes, tables of contents, field codes, hidden and deleted text are not.

Sources:
    ECMA-376, part 1, 17.3 (paragraphs and runs), 17.4 (tables), 17.13 (revisions).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.transcripts.model import Metadata, Remark
from captious.transcripts.sources.lines import LineWriter
from captious.transcripts.sources.model import SourceText
from captious.transcripts.sources.packed import attribute, local_name
from captious.transcripts.sources.runs import Run, RunWriter
from captious.transcripts.sources.tabular import Row, read_table
from captious.transcripts.sources.word_styles import (
    Style,
    child_of,
    children_of,
    flag_of,
    read_styles,
    value_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from captious.transcripts.sources.packed import Package

_INSIDE = frozenset(
    (
        "hyperlink",
        "ins",
        "moveTo",
        "smartTag",
        "fldSimple",
        "customXml",
        "bdo",
        "dir",
        "sdtContent",
        "rubyBase",
    )
)
_GONE = frozenset(("del", "moveFrom", "rt", "Fallback"))
_FILE_NAME = re.compile(
    r"microsoft word - .*|.*\.(?:docx?|odt|rtf|txt)|(?:document|dokument)[0-9]*|untitled", re.IGNORECASE
)


class _Document:
    def __init__(self, package: Package) -> None:
        self._styles = read_styles(package.xml("word/styles.xml"))
        self._runs = RunWriter(LineWriter())
        self._number = 0
        self.title: str | None = None
        self.notes = 0
        self.deleted = 0
        self.hidden = 0
        self._boxes: list[Element] = []

    @property
    def writer(self) -> LineWriter:
        return self._runs.writer

    def read(self, body: Element) -> None:
        for block in body:
            name = local_name(block)
            if name == "p":
                self._paragraph(block)
            elif name == "tbl":
                self._table(block)
            elif name == "sdt" and not _is_contents(block):
                for content in block:
                    if local_name(content) == "sdtContent":
                        self.read(content)
            elif name in ("ins", "moveTo", "customXml", "smartTag"):
                self.read(block)

    def _paragraph(self, paragraph: Element) -> None:
        self._number += 1
        properties = child_of(paragraph, "pPr")
        style = self._styles.get(value_of(properties, "pStyle") or "", Style())
        if style.name.startswith("toc"):
            return
        outline = value_of(properties, "outlineLvl")
        level = (
            int(outline) + 1
            if outline is not None and outline.isdecimal() and int(outline) < 9
            else style.level
        )
        if style.name == "title":
            level = 1
        begin = len(self.writer.lines)
        self._inside(paragraph, style)
        self._runs.end(
            heading=min(level, 6),
            prefix="- " if child_of(properties, "numPr") is not None and not level else "",
        )
        if style.name == "title" and self.title is None and len(self.writer.lines) > begin:
            self.title = next((line[2:] for line in self.writer.lines[begin:] if line.startswith("# ")), None)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.read(box)

    def _inside(self, element: Element, style: Style) -> None:
        for child in element:
            name = local_name(child)
            if name == "r":
                self._run(child, style)
            elif name in _GONE:
                self.deleted += 1
            elif name in _INSIDE or name == "sdt":
                self._inside(child, style)

    def _run(self, run: Element, paragraph: Style) -> None:
        properties = child_of(run, "rPr")
        own = self._styles.get(value_of(properties, "rStyle") or "", Style())
        bold = flag_of(properties, "b", _first(own.bold, paragraph.bold))
        italic = flag_of(properties, "i", _first(own.italic, paragraph.italic))
        hidden = flag_of(properties, "vanish", _first(own.hidden, paragraph.hidden))
        if hidden:
            self.hidden += 1
            return
        mark = "**" if bold else "*" if italic else ""
        for part in run:
            text = self._text(part, paragraph)
            if text:
                self._runs.add(Run(text, mark), self._number)

    def _text(self, part: Element, style: Style) -> str:
        name = local_name(part)
        match name:
            case "t":
                return part.text or ""
            case "tab" | "ptab":
                return "\t"
            case "br" | "cr":
                return "\n" if attribute(part, "type") in (None, "textWrapping") else " "
            case "noBreakHyphen":
                return "-"
            case "footnoteReference" | "endnoteReference":
                self.notes += 1
            case "delText":
                self.deleted += 1
            case "ruby":
                for base in part:
                    if local_name(base) == "rubyBase":
                        self._inside(base, style)
            case "drawing" | "pict" | "object" | "AlternateContent":
                self._boxes += _boxes(part)
        return ""

    def _table(self, table: Element) -> None:
        outer, rows = self._runs, []
        self._runs = RunWriter(LineWriter())
        for row in children_of(table, "tr"):
            number = self._number + 1
            cells = []
            for cell in children_of(row, "tc"):
                begin = len(self.writer.lines)
                self.read(cell)
                cells.append(" ".join(line for line in self.writer.lines[begin:] if line))
            rows.append(Row(tuple(cells), number))
        said, made = read_table(rows), self.writer
        self._runs = outer
        lines = (said.lines, said.numbers) if said is not None else (made.lines, made.numbers)
        self.writer.gap(self._number)
        for line, place in zip(*lines, strict=True):
            self.writer.line(line, place)
        self.writer.gap(self._number)


def read_word(package: Package) -> SourceText:
    """The text of a Word document.

    Args:
        package: its parts.

    Raises:
        TranscriptError: a part is damaged.
    """
    document = _Document(package)
    root = package.xml("word/document.xml")
    body = child_of(root, "body") if root is not None else None
    if body is not None:
        document.read(body)
    remarks = [
        Remark("dropped", what, None, number)
        for what, number in (
            ("marks of footnotes", document.notes),
            ("deleted text", document.deleted),
            ("hidden text", document.hidden),
        )
        if number
    ]
    metadata = _metadata(package.xml("docProps/core.xml"), document.title)
    return SourceText(
        kind="Word",
        lines=tuple(document.writer.lines),
        numbers=tuple(document.writer.numbers),
        place="paragraph",
        marked=True,
        metadata=metadata,
        remarks=tuple(remarks),
    )


def _metadata(core: Element | None, title: str | None) -> Metadata:
    facts = {local_name(each): (each.text or "").strip() for each in core} if core is not None else {}
    stated = facts.get("title", "")
    if title is None and stated and not _FILE_NAME.fullmatch(stated):
        title = stated
    return Metadata(title=title, description=facts.get("description") or None)


def _is_contents(block: Element) -> bool:
    """Whether a block is a table of contents."""
    return any(
        local_name(each) == "docPartGallery" and "contents" in (attribute(each, "val") or "").casefold()
        for each in block.iter()
    )


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes of a drawing; what is there for older programs again is left out."""
    for child in element:
        name = local_name(child)
        if name == "txbxContent":
            yield child
        elif name != "Fallback":
            yield from _boxes(child)


def _first(*values: bool | None) -> bool | None:
    return next((value for value in values if value is not None), None)
