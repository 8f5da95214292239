"""Markdown: blocks of lines to light Markdown.

Our own reading and not a library's, since a transcript is not read as a renderer reads: a line may be a turn, indented
lines are speech and no code, ``>> NAME:`` is no quote, a number at the start of a line is spoken, and whatever a mark
is unsure of stays. See docs/adr/0013-sources.md.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.core.numbers import count
from captious.plain import quoted
from captious.transcripts.model import Metadata, Remark
from captious.transcripts.sources.code_blocks import is_code
from captious.transcripts.sources.front_matter import split_front_matter
from captious.transcripts.sources.front_matter_speech import find_speech
from captious.transcripts.sources.lines import LineWriter
from captious.transcripts.sources.markdown_inline import read_inline
from captious.transcripts.sources.markdown_marks import Found, References
from captious.transcripts.sources.markdown_parts import (
    DEFINITION,
    FENCE,
    FOOTNOTE,
    clear_elements,
    closed_names,
    find_links,
    find_notes,
    has_tags,
)
from captious.transcripts.sources.model import SourceText, escape_start
from captious.transcripts.sources.tabular import Row, read_table

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADING = re.compile(r"\s{0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-{2,})\s*")
_RULE = re.compile(r"\s{0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})")
_QUOTE = re.compile(r"\s{0,3}>(?!>) ?")
_ITEM = re.compile(r"\s{0,12}(?:[*+•‣]|-(?!-))[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_DELIMITERS = re.compile(r"\s{0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_TEMPLATE = re.compile(
    r"\s*(?:\{%[^%]{0,4000}%\}|\{\{[^{}]{0,4000}\}\}|\{:[^{}]{0,400}\}|:::+.{0,200}|\[\[?_?TOC_?\]\]?)\s*"
)
_MODULE = re.compile(
    r"(?:import\s.{1,300}?from\s+|import\s+)[\"'][^\"']{1,300}[\"'];?\s*|export\s+(?:const|default|let|function)\b.*"
)
_LEAD = re.compile(r":[ \t]+(?=\S)")
_ALERT = re.compile(r"\[!\w{1,20}\][+-]?\s*")
_LONGEST_HEADLINE = 100


def read_markdown(lines: Sequence[str]) -> SourceText:
    """The text of a Markdown file.

    Args:
        lines: the lines of the file.
    """
    return _Reader(lines).read()


class _Reader:
    def __init__(self, lines: Sequence[str]) -> None:
        self._front = split_front_matter(lines)
        self._begin = self._front.end if self._front is not None else 0
        self._found = Found()
        self._remarks: list[Remark] = [self._front.remark] if self._front is not None else []
        self._lines = clear_elements(lines, self._begin, self._remarks)
        self._notes, note_lines = find_notes(self._lines, self._begin)
        self._dropped_notes = note_lines
        self._references = References(
            find_links(self._lines, self._begin),
            self._notes,
            closed_names(self._lines, self._begin),
            has_tags(self._lines, self._begin),
        )
        self._writer = LineWriter()
        self._paragraph: list[str] = []
        self._paragraph_at = 0
        self._prefix = ""
        self._quote = False
        self._listed: dict[str, list[tuple[int, str]]] = {}

    def read(self) -> SourceText:
        at = self._begin
        while at < len(self._lines):
            at = self._block(at)
        self._end_paragraph()
        self._count()
        metadata = self._front.metadata if self._front is not None else Metadata()
        spoken = find_speech(self._front.values) if self._front is not None else None
        lines, numbers, quotes = self._writer.lines, self._writer.numbers, self._writer.quoted
        if spoken is not None and spoken.words <= sum(len(line.split()) for line in lines):
            spoken = None
        if spoken is not None:
            lines, numbers, quotes = spoken.lines, spoken.numbers, set()
            self._remarks.append(Remark("guessed", "the transcript is the one in the front matter"))
        return SourceText(
            kind="Markdown",
            lines=tuple(lines),
            numbers=tuple(numbers),
            marked=True,
            quoted=frozenset(quotes),
            nameless=spoken is not None and spoken.nameless,
            metadata=metadata,
            remarks=tuple(self._remarks),
        )

    def _block(self, at: int) -> int:
        """Read the line at an index, and those that belong to it; returns the index of the next one."""
        line = self._lines[at]
        quote = _QUOTE.match(line)
        if quote is not None:
            if not self._quote:
                self._end_paragraph()
            while quote is not None:
                line = line[quote.end() :]
                quote = _QUOTE.match(line)
            line = _ALERT.sub("", line, count=1) if line.startswith("[!") else line
            self._quote = True
        elif self._quote and not self._paragraph:
            self._quote = False
        if not line.strip():
            self._end_paragraph()
            self._writer.gap(at + 1)
            self._quote = self._quote and quote is not None
            return at + 1
        if at in self._dropped_notes:
            return self._note(at)
        if (fence := FENCE.match(line)) is not None:
            self._end_paragraph()
            return self._code(at, fence)
        if DEFINITION.match(line) is not None and not self._paragraph:
            self._list("link definitions", at, line.strip())
            return at + 1
        if _TEMPLATE.fullmatch(line) is not None or (
            not self._paragraph and _MODULE.fullmatch(line) is not None
        ):
            self._end_paragraph()
            self._found.templates += 1
            return at + 1
        if "|" in line and at + 1 < len(self._lines) and self._is_table(at):
            self._end_paragraph()
            return self._table(at)
        self._text_line(at, line)
        return at + 1

    def _text_line(self, at: int, line: str) -> None:
        """A heading, a rule, an item of a list, or a line of a paragraph."""
        if (heading := _HEADING.fullmatch(line)) is not None:
            self._end_paragraph()
            self._write(f"{heading[1]} {self._inline(heading[2] or '')}", at)
            self._writer.gap(at + 1)
        elif self._paragraph and _UNDERLINE.fullmatch(line) is not None and self._is_headline(line):
            text = self._inline(self._paragraph[0])
            self._paragraph = []
            self._write(f"{'#' if '=' in line else '##'} {text}", self._paragraph_at)
            self._writer.gap(at + 1)
        elif _RULE.fullmatch(line) is not None:
            self._end_paragraph()
            self._writer.gap(at + 1)
            self._writer.line("---", at + 1)
            self._writer.gap(at + 1)
        elif (item := _ITEM.match(line)) is not None:
            self._end_paragraph()
            self._begin_paragraph(line[item.end() :], at, "- ")
        elif self._paragraph and (lead := _LEAD.match(line)) is not None and len(self._paragraph) == 1:
            # a definition: the term is the label
            term = self._paragraph.pop().strip().rstrip(":")
            self._prefix = ""
            self._paragraph = [f"**{term}:** {line[lead.end() :]}"]
        elif not self._paragraph:
            self._begin_paragraph(line, at, "")
        else:
            self._paragraph.append(line)

    def _begin_paragraph(self, line: str, at: int, prefix: str) -> None:
        self._paragraph, self._paragraph_at, self._prefix = [line], at, prefix

    def _end_paragraph(self) -> None:
        if not self._paragraph:
            return
        text = self._inline("\n".join(line.rstrip() for line in self._paragraph))
        self._writer.text(text, self._paragraph_at + 1, prefix=self._prefix, quoted=self._quote)
        self._paragraph = []

    def _inline(self, text: str) -> str:
        return read_inline(text, self._references, self._found)

    def _write(self, line: str, at: int) -> None:
        self._writer.line(line.rstrip(), at + 1, quoted=self._quote)

    def _is_headline(self, underline: str) -> bool:
        """Whether the paragraph above an underline is a headline: below a turn, it is a rule."""
        if len(self._paragraph) != 1 or self._prefix:
            return False
        text = self._paragraph[0].strip()
        return len(text) <= _LONGEST_HEADLINE and (
            "=" in underline or not text.endswith((".", "!", "?", ":", "…", ","))
        )

    def _note(self, at: int) -> int:
        """A footnote's text, with the indented lines below it."""
        self._end_paragraph()
        end = at + 1
        while end < len(self._lines) and self._lines[end].startswith(("    ", "\t")):
            end += 1
        text = " ".join(" ".join(self._lines[at:end]).split())
        self._list("footnotes", at, FOOTNOTE.sub("", text, count=1))
        return end

    def _code(self, at: int, fence: re.Match[str]) -> int:
        """A fenced block: code is left out, and prose in fences is read."""
        mark = fence[1]
        end = at + 1
        while end < len(self._lines) and not self._closes(self._lines[end], mark):
            end += 1
        block = self._lines[at + 1 : end]
        if is_code(block, fence[2].strip()):
            shown = next((line.strip() for line in block if line.strip()), "")
            self._list("code", at, shown)
        else:
            for number, line in enumerate(block, at + 2):
                self._writer.line(escape_start(line) if line.strip() else "", number, quoted=self._quote)
        self._writer.gap(end + 1)
        return min(end + 1, len(self._lines))

    def _closes(self, line: str, mark: str) -> bool:
        bare = _QUOTE.sub("", line, count=1).strip() if self._quote else line.strip()
        return len(bare) >= len(mark) and set(bare) == {mark[0]}

    def _is_table(self, at: int) -> bool:
        line, below = self._lines[at], self._lines[at + 1]
        if _DELIMITERS.fullmatch(below) is None or "-" not in below:
            return False
        return below.count("|") > 0 and abs(len(_cells(line)) - len(_cells(below))) <= 1

    def _table(self, at: int) -> int:
        rows = [Row(tuple(map(self._inline, _cells(self._lines[at]))), at + 1)]
        end = at + 2
        while end < len(self._lines) and "|" in self._lines[end] and self._lines[end].strip():
            rows.append(Row(tuple(map(self._inline, _cells(self._lines[end]))), end + 1))
            end += 1
        said = read_table(rows)
        if said is not None:
            self._writer.gap(at + 1)
            for text, number in zip(said.lines, said.numbers, strict=True):
                self._writer.line(text, number)
        else:
            head = ", ".join(cell.strip() for cell in rows[0].cells if cell.strip())
            self._list("tables", at, f"{head} ({count(len(rows) - 1, 'row')})")
        self._writer.gap(end)
        return end

    def _list(self, what: str, at: int, text: str) -> None:
        self._listed.setdefault(what, []).append((at + 1, text))

    def _count(self) -> None:
        """Remarks on everything that was dropped or changed, each kind once."""
        for what, places in self._listed.items():
            shown = ", ".join(quoted(text, limit=40) for _, text in places[:3])
            more = f" and {len(places) - 3} more" if len(places) > 3 else ""
            self._remarks.append(Remark("dropped", f"{what}: {shown}{more}", places[0][0]))
        found = self._found
        for number, what in (
            (found.notes, "marks of footnotes"),
            (found.images, "images"),
            (found.templates, "tags of templates"),
            (found.comments, "comments"),
        ):
            if number:
                self._remarks.append(Remark("dropped", what, None, number))
        for number, what in (
            (found.links, "links reduced to their text"),
            (found.tags, "HTML tags left out"),
        ):
            if number:
                self._remarks.append(Remark("changed", what, None, number))


def _cells(line: str) -> list[str]:
    """The cells of a row; a bar behind a backslash or within code is text."""
    bare = line.strip()
    bare = bare.removeprefix("|")
    bare = bare.removesuffix("|") if not bare.endswith("\\|") else bare
    return [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", bare)]
