"""What is open while a page is parsed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from captious.transcripts.sources.html_names import BLOCKS

if TYPE_CHECKING:
    from captious.transcripts.sources.lines import LineWriter
    from captious.transcripts.sources.tabular import Row

ENDED_BY = {
    "p": BLOCKS - {"html", "body"},
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "tr": frozenset(("tr", "tbody", "tfoot")),
    "td": frozenset(("td", "th", "tr", "tbody", "tfoot")),
    "th": frozenset(("td", "th", "tr", "tbody", "tfoot")),
}
"""Elements that many pages do not close, and what begins where they end."""
SCOPE = frozenset(("table", "ul", "ol", "dl", "div", "section", "article", "blockquote"))


@dataclass(slots=True)
class Element:
    """An open element, with what it inherits from the one around it.

    Args:
        tag: its name.
        skipped: why its text is left out; empty if it is read.
        mark: the mark of its text: ``"**"``, ``"*"`` or none.
        label: whether its text is a speaker's name.
        pre: whether its line ends are line breaks.
        quoted: whether it stands in a block quote.
        heading: its level as a heading; 0 for other text.
        item: whether it is in an item of a list.
        held: the text of a time or of a footnote's mark, which is judged when it ends; ``None`` for other text.
        container: what it is a container of, see `names_transcript`.
        begin: index of the container's first line.
    """

    tag: str
    skipped: str = ""
    mark: str = ""
    label: bool = False
    pre: bool = False
    quoted: bool = False
    heading: int = 0
    item: bool = False
    held: list[str] | None = None
    container: str = ""
    begin: int = 0


@dataclass(slots=True)
class Table:
    """An open table.

    Args:
        outer: where its lines go.
        rows: the rows so far.
        cells: the cells of the open row.
        begin: index of the first line of the open cell.
        number: line of the file the open cell begins on.
    """

    outer: LineWriter
    rows: list[Row] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    begin: int = 0
    number: int = 1
