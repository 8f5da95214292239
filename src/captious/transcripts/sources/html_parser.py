"""The parser of pages: elements to blocks of runs."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

from captious.transcripts.sources.html_names import BLOCKS, BOLD, EMPHASISED, HEADINGS, VOID
from captious.transcripts.sources.html_rules import (
    is_furniture,
    is_hidden,
    is_without_speech,
    names_speaker,
    names_time,
    names_transcript,
)
from captious.transcripts.sources.html_state import ENDED_BY, SCOPE, Element, Table
from captious.transcripts.sources.lines import LineWriter
from captious.transcripts.sources.runs import Run, RunWriter
from captious.transcripts.sources.tabular import Row, read_table
from captious.transcripts.sources.times import parse_time
from captious.transcripts.timestamps import parse_timestamp

_SPACES = re.compile(r"[ \t\n\r\f\u00a0]+")
_NOTE = re.compile(r"\[?[0-9]{1,3}\]?|[*†‡]")
_FACTS = frozenset(
    (
        "og:title", "og:description", "og:site_name", "description", "article:published_time", "date",
        "datepublished",
    )
)  # fmt: skip


class PageParser(HTMLParser):
    """Reads a page.

    Args:
        hidden: whether to read what is hidden.
        furniture: whether to read what is called comments, a sidebar and the like.

    Attributes:
        writer: the lines of the page.
        containers: kind, first and last line of each part that may be all there is to read.
        dropped: by element, the words left out and the line of the first.
        facts: what ``<meta>`` says.
        title: the page's title.
        date: a date that the page marks as one.
        language: language of the page by its own word.
        notes: number of footnote marks.
    """

    def __init__(self, *, hidden: bool, furniture: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.writer = LineWriter()
        self.containers: list[tuple[str, int, int]] = []
        self.dropped: dict[str, tuple[int, int]] = {}
        self.facts: dict[str, str] = {}
        self.title = ""
        self.date = ""
        self.language = ""
        self.notes = 0
        self._hidden, self._furniture = hidden, furniture
        self._runs = RunWriter(self.writer)
        self._open: list[Element] = [Element("")]
        self._counts: Counter[str] = Counter()
        self._tables: list[Table] = []
        self._reasons: Counter[str] = Counter()

    @property
    def words(self) -> int:
        """Number of words that are read."""
        return sum(len(line.split()) for line in self.writer.lines)

    def words_in(self, reason: str) -> int:
        """Number of words that are left out because they are ``"hidden"`` or ``"furniture"``."""
        return self._reasons[reason]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, and close those that it ends."""
        attributes = {name: value or "" for name, value in attrs}
        self._note_facts(tag, attributes)
        if tag in VOID:
            self._void(tag)
            return
        for name, enders in ENDED_BY.items():
            if self._counts[name] and tag in enders and self._is_near(name):
                self.handle_endtag(name)
        top = self._open[-1]
        element = Element(
            tag, top.skipped, top.mark, top.label, top.pre, top.quoted, top.heading, top.item, top.held
        )
        if not element.skipped:
            self._begin(element, attributes)
        self._open.append(element)
        self._counts[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those within it that are still open."""
        if not self._counts[tag]:
            return
        while len(self._open) > 1:
            element = self._open.pop()
            self._counts[element.tag] -= 1
            if not element.skipped:
                self._end(element)
            if element.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        """Add text to the block, unless it is in an element that is left out."""
        top = self._open[-1]
        if top.skipped:
            if top.tag == "title" or (top.skipped == "head" and self._counts["title"]):
                self.title = " ".join(f"{self.title} {data}".split())
            elif top.tag not in ("script", "style"):
                self._drop(top.skipped, len(data.split()))
            return
        if top.held is not None:
            top.held.append(data)
            return
        lead = data[: len(data) - len(data.lstrip())]
        number = self.getpos()[0] + lead.count("\n")
        text = data if top.pre else _SPACES.sub(" ", data)
        bare = data.strip()
        stamp = top.tag == "a" and len(bare) < 16 and parse_timestamp(bare) is not None
        if stamp:
            text = f" {bare} " if bare.startswith(("[", "(")) else f" [{bare}] "
        self._runs.add(Run(text, "" if stamp else top.mark, label=top.label, stamp=stamp), number)

    def close(self) -> None:
        """Close what is open at the end of the page."""
        super().close()
        while len(self._open) > 1:
            self.handle_endtag(self._open[-1].tag)
        self._end_block(self._open[0])

    def _begin(self, element: Element, attributes: dict[str, str]) -> None:
        tag = element.tag
        element.skipped = self._reason(tag, attributes)
        if element.skipped:
            self._drop(element.skipped, 0)
            if tag in BLOCKS:
                self._end_block(self._open[-1])
            return
        if tag in BLOCKS:
            self._begin_block(element)
        if tag == "table":
            self._runs.end()
            self._tables.append(Table(self.writer if not self._tables else self._runs.writer))
            self._runs = RunWriter(LineWriter())
        elif tag in ("td", "th") and self._tables:
            self._tables[-1].begin, self._tables[-1].number = len(self._runs.writer.lines), self.getpos()[0]
        if names_speaker(tag, attributes):
            if self._runs.leads() and self._runs.has_label():
                self._runs.end()
            element.label, element.mark = True, "**"
        elif names_time(tag, attributes) or tag == "sup":
            element.held = []
        elif tag in BOLD:
            element.mark = "**"
        elif tag in EMPHASISED and not element.mark:
            element.mark = "*"
        elif tag == "q":
            self._runs.add(Run("“", element.mark), self.getpos()[0])
        if not self._tables and (kind := names_transcript(tag, attributes)):
            element.container, element.begin = kind, len(self.writer.lines)

    def _begin_block(self, element: Element) -> None:
        tag = element.tag
        if tag in HEADINGS:
            self._runs.end()
            element.heading = HEADINGS[tag]
        elif tag == "summary":
            element.heading = 5
        self._end_block(self._open[-1])
        if self._runs.leads() and self._runs.has_label():
            self._runs.close_label()
        if tag == "li":
            element.item = True
        elif tag == "pre":
            element.pre = True
        elif tag == "blockquote":
            element.quoted = True

    def _end(self, element: Element) -> None:
        tag = element.tag
        if element.held is not None and self._open[-1].held is not element.held:
            self._judge(element)
        if tag == "q":
            self._runs.add(Run("”", element.mark), self.getpos()[0])
        if element.label and not self._open[-1].label and tag != "cite":
            self._runs.close_label()
        if tag in ("td", "th") and self._tables:
            self._end_cell(element)
        elif tag in BLOCKS:
            self._end_block(element)
        if tag == "tr" and self._tables:
            table = self._tables[-1]
            table.rows.append(Row(tuple(table.cells), table.number))
            table.cells = []
        elif tag == "table" and self._tables:
            self._end_table()
        if element.container:
            self._runs.end()
            self.containers.append((element.container, element.begin, len(self.writer.lines)))

    def _end_block(self, element: Element) -> None:
        """End a block, unless it is a name or a time, which the next one belongs to."""
        if self._runs.leads() and not element.heading:
            return
        self._runs.end(
            heading=element.heading,
            prefix="- " if element.item else "",
            quoted=element.quoted,
        )

    def _end_cell(self, element: Element) -> None:
        self._runs.end(quoted=element.quoted)
        table = self._tables[-1]
        lines = self._runs.writer.lines[table.begin :]
        table.cells.append(" ".join(line for line in lines if line))
        table.begin = len(self._runs.writer.lines)

    def _end_table(self) -> None:
        self._runs.end()
        table, made = self._tables.pop(), self._runs.writer
        said = read_table(table.rows)
        lines, numbers = (said.lines, said.numbers) if said is not None else (made.lines, made.numbers)
        for line, number in zip(lines, numbers, strict=True):
            table.outer.line(line, number) if line else table.outer.gap(number)
        table.outer.gap(self.getpos()[0])
        self._runs = RunWriter(table.outer)

    def _judge(self, element: Element) -> None:
        """What the text of a time or of a raised number is."""
        text = " ".join("".join(element.held or []).split())
        if element.tag == "sup" and _NOTE.fullmatch(text):
            self.notes += 1
            return
        number = self.getpos()[0]
        bare = text.strip("[]() ")
        if ":" in bare and parse_time(bare)[0] is not None:
            self._runs.add(Run(f" [{bare}] ", stamp=True), number)
        elif element.tag == "time" and not self._runs.has_text():
            # a date in the head of the page
            self.date = self.date or text
            self._drop("time", len(text.split()))
        else:
            self._runs.add(Run(text, element.mark), number)

    def _void(self, tag: str) -> None:
        top = self._open[-1]
        if top.skipped or top.held is not None:
            return
        if tag == "br":
            self._runs.add(Run("\n", top.mark), self.getpos()[0])
        elif tag == "hr":
            self._runs.end()
            self._runs.writer.line("---", self.getpos()[0])
            self._runs.writer.gap(self.getpos()[0])

    def _is_near(self, name: str) -> bool:
        """Whether an element that is not closed is open, and nothing that it may not end at stands between."""
        for element in reversed(self._open[-12:]):
            if element.tag == name:
                return True
            if element.tag in SCOPE and not (name in ("td", "th", "tr") and element.tag != "table"):
                return False
        return False

    def _reason(self, tag: str, attributes: dict[str, str]) -> str:
        if is_without_speech(tag, attributes):
            return tag
        if not self._hidden and is_hidden(attributes):
            return "hidden"
        if self._furniture or tag in ("body", "html", "main"):
            return ""
        return "furniture" if is_furniture(attributes) else ""

    def _drop(self, reason: str, words: int) -> None:
        before, line = self.dropped.get(reason, (0, self.getpos()[0]))
        self.dropped[reason] = before + words, line
        self._reasons[reason] += words

    def _note_facts(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "html":
            self.language = self.language or attributes.get("lang", "")
        elif tag == "meta":
            name = (
                attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            ).lower()
            if name in _FACTS and attributes.get("content", "").strip():
                self.facts.setdefault(name, " ".join(attributes["content"].split()))
