"""Text to tokens: split at spaces, with their line numbers, without Markdown."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from captious.transcripts.emphasis import LABEL, PLAIN, RUN, Part, is_emphasised, split_emphasis

if TYPE_CHECKING:
    from collections.abc import Sequence

INSIDE_LINE, OPENS_LINE, OPENS_BLOCK = 0, 1, 2
"""Position of a token: within a line, first on a line, first after a blank line or at the start of the text."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_ESCAPE = re.compile(r"\\([\[\]()*_#~`>.!+-])")
_HELD = {"*": "\ue0f1", "_": "\ue0f2"}
_RELEASED = {0xE0F1: "*", 0xE0F2: "_"}
"""What stands for characters that would be marks of emphasis, were they not escaped."""
_GLUED_BOLD = re.compile(r"(?<=[.!?…\])\"”])(\*\*|__)(?=[^\W\d_][\w.'’ -]{0,30}:)")
"""The end of bold that a label follows without a space."""
_GLUED_TO_BRACKET = re.compile(r"\](?=[^\W\d_][\w.'’-]{0,30}(?: [^\W\d_][\w.'’-]{0,30}){0,2}:)")
_TORN_BOLD = re.compile(
    r"(?<=[^\s\w])(?:\\\*){2,4}|(?:\\\*){2,4}(?=[^\s\w\\])|(?<!\S)(?:\\\*){2,4}(?=\S)|(?<=\S)(?:\\\*){2,4}(?!\S)"
)
"""Bold whose marks stand at the wrong side of a space, and so no bold to Markdown: ``NAME:**text.**NAME:``"""
_ENTITY = re.compile(
    r"&(?:#[0-9]{2,5}|#x[0-9a-f]{2,4}|amp|quot|apos|lt|gt|nbsp|hellip|[nm]dash|[lr][sd]quo);", re.IGNORECASE
)
_LINK = re.compile(r"!?\[([^\[\]\n]{1,200})\]\((?:https?://|/|#|mailto:)[^()\s]{0,500}\)")
_BLOCK_TAG = re.compile(
    r"</?(?:p|br|div|li|ul|ol|hr|h[1-6]|tr|td|table|blockquote|section|article|dt|dd|dl)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
_INLINE_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|span|a|sup|sub|small|font|cite|time|mark|code|img|q|s)(?:\s[^<>]{0,500})?/?>"
    r"|<!--[^<>]{0,500}-->",
    re.IGNORECASE,
)
_CLINGING_TAG = re.compile(r"\S</(?:p|div|li|h[1-6]|td|b|i|u|em|strong|span|a|cite|time)>", re.IGNORECASE)
"""Elements that mark the source of a page, not speech about HTML, where tags stand between spaces like words."""
_CONTROL = re.compile(r"\x1b\[[0-9;]{0,20}[A-Za-z]|[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]", re.ASCII)
"""Control characters that are no white space, and the sequences that colour a terminal."""
_GLUED = re.compile(r"^(\s*[^\W\d_][\w.'’-]{0,30}(?: [^\W\d_][\w.'’-]{0,30}){0,3}:)(?=[^\s/\\\d:])")
_BEFORE_COLON = re.compile(r"(?<!\S)([^\W\d_][\w.'’-]{1,30}):(?=\s|$)")
_OFTEN = 3
_GLUED_ARROW = re.compile(r"(?<!\S)>{2,4}(?=[^\s>])")
_WIDE_COLON = re.compile(r"^(\s*[^\s：:，。፦៖]{1,20}(?: [^\s：:，。፦៖]{1,20}){0,3}[：፦៖])(?=\S)")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_ORNAMENT = re.compile(r"^(\s*)([^\x00-\u203b\u3001-\u9fff\uac00-\ud7ff]{1,6})(?=\w)")
"""A picture glued to the first word of a line."""


@dataclass(slots=True)
class Tokens:
    """The tokens of a text, as columns: one entry a token in each list.

    Args:
        texts: never empty strings, no white space in them.
        lines: 1-based line of each.
        opens: `INSIDE_LINE`, `OPENS_LINE` or `OPENS_BLOCK` of each.
        bold: indices of tokens that begin an emphasised label with its colon.
        runs: first token to one past the last of the emphasised words that open a line, without a colon.
        headings: indices of tokens that begin a heading of Markdown.
        gaps: indices of tokens that a tab or several spaces lead.
        markdown: whether the text is Markdown, so that its asterisks are markup and not characters.
        links: how many Markdown links were reduced to their text.
        html: whether the text is the source of a web page, so that its tags are markup and not words.
        tags: how many HTML tags were left out.
        entities: how many HTML entities (``&#39;``) were replaced by their character.
        controls: how many control characters and terminal sequences were left out.
        quoted: first token to one past the last of each run of lines in a block quote.
        dropped_at: of each line that was left out and is not blank, how many tokens stand above it.
    """

    texts: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    opens: list[int] = field(default_factory=list)
    bold: set[int] = field(default_factory=set)
    runs: dict[int, int] = field(default_factory=dict)
    headings: set[int] = field(default_factory=set)
    gaps: set[int] = field(default_factory=set)
    markdown: bool = False
    html: bool = False
    links: int = 0
    tags: int = 0
    entities: int = 0
    controls: int = 0
    quoted: list[tuple[int, int]] = field(default_factory=list)
    dropped_at: dict[int, int] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.texts)

    def text(self, start: int, end: int) -> str:
        """The tokens ``[start, end)`` joined by spaces."""
        return " ".join(self.texts[start:end])

    def line_end(self, at: int) -> int:
        """One past the last token of the line that a token is on."""
        end = at + 1
        while end < len(self.texts) and self.opens[end] == INSIDE_LINE:
            end += 1
        return end


def split_lines(text: str) -> list[str]:
    """The lines of a text in Unicode NFC, without line ends and byte order marks; they end at CR, LF and CRLF only."""
    return _LINE_END.split(unicodedata.normalize("NFC", text).replace("\ufeff", ""))


def tokenise(
    lines: Sequence[str],
    dropped: frozenset[int] = frozenset(),
    numbers: Sequence[int] | None = None,
    *,
    marked: bool = False,
    quoted: frozenset[int] = frozenset(),
) -> Tokens:
    """Split lines into tokens.

    Args:
        lines: as `split_lines` gives them.
        dropped: 0-based numbers of lines to leave out; they separate blocks like blank lines.
        numbers: the place of each line in the file; ``None`` = counted from 1.
        marked: whether asterisks are markup in any case.
        quoted: 0-based numbers of the lines in block quotes.
    """
    tokens = Tokens(
        markdown=marked or is_emphasised(lines),
        html=any("</" in line and _CLINGING_TAG.search(line) for line in lines),
    )
    glued = _are_labels_glued(lines)
    names = _find_names_glued(lines)
    gap = True
    for index, line in enumerate(lines):
        if index in dropped or not line or line.isspace():
            if index in dropped and line and not line.isspace():
                tokens.dropped_at[index] = len(tokens)
            gap = True
            continue
        number = numbers[index] if numbers is not None else index + 1
        begin = len(tokens)
        for at, block in enumerate(_blocks(line, tokens)):
            gap |= at > 0
            first = len(tokens)
            heading = _HEADING.match(block)
            text = heading[1] if heading else block
            if glued:
                text = _GLUED.sub(r"\1 ", text)
            elif names is not None:
                text = names.sub(lambda match: f" {match[1] or match[2]} ", text)
            _add(text, number, tokens)
            if len(tokens) > first:
                tokens.opens[first] = OPENS_BLOCK if gap or heading else OPENS_LINE
                if heading:
                    tokens.headings.add(first)
                gap = False
        if index in quoted and len(tokens) > begin:
            if tokens.quoted and tokens.quoted[-1][1] == begin:
                begin = tokens.quoted.pop()[0]
            tokens.quoted.append((begin, len(tokens)))
    return tokens


def _blocks(line: str, tokens: Tokens) -> list[str]:
    """The line without control characters and tags, split where a tag of a web page opens or ends a block."""
    line, controls = _CONTROL.subn("", line)
    tokens.controls += controls
    if not tokens.html or "<" not in line:
        return [line]
    line, inline = _INLINE_TAG.subn("", line)
    blocks = _BLOCK_TAG.split(line)
    tokens.tags += inline + len(blocks) - 1
    return blocks


def _add(text: str, line: int, tokens: Tokens) -> None:
    for part in _parts(text, tokens):
        first = len(tokens)
        words = part.text.split()
        if not words:
            continue
        if part.kind == LABEL:
            tokens.bold.add(first)
        elif part.kind == RUN:
            tokens.runs[first] = first + len(words)
        tokens.texts += words
        tokens.lines += [line] * len(words)
        tokens.opens += [INSIDE_LINE] * len(words)
        if part.kind == PLAIN and ("\t" in part.text or "  " in part.text):
            _note_gaps(part.text, first, tokens)


def _note_gaps(text: str, first: int, tokens: Tokens) -> None:
    """Notes the tokens that a tab or several spaces lead."""
    at = first
    for cell in re.split(r"(?:\t| {2,})\s*", text.strip()):
        at += len(cell.split())
        tokens.gaps.add(at)
    tokens.gaps.discard(at)


def _are_labels_glued(lines: Sequence[str]) -> bool:
    """Whether most lines begin ``Name:text``, without a space after the colon."""
    glued = sum(_GLUED.match(line) is not None for line in lines if ":" in line)
    return glued > 2 and 2 * glued >= sum(map(bool, lines))


def _find_names_glued(lines: Sequence[str]) -> re.Pattern[str] | None:
    """A pattern for the words that labels end in often, where one has no space after its colon, or before it."""
    often = Counter(word for line in lines if ":" in line for word in _BEFORE_COLON.findall(line))
    names = [re.escape(word) for word, times in often.items() if times >= _OFTEN]
    if not names:
        return None
    either = "|".join(names)
    return re.compile(rf"(?<!\S)((?:{either}):)(?=[^\W\d_]|[\[\"“*])|(?<=[.!?…\])”\"])((?:{either}):)")


def _parts(line: str, tokens: Tokens) -> list[Part]:
    """The line without markup, split at its emphasised labels."""
    if "&" in line:
        line, entities = _ENTITY.subn(lambda match: html.unescape(match[0]), line)
        tokens.entities += entities
    if "[" in line:
        line, links = _LINK.subn(r"\1", line)
        tokens.links += links
    escaped = "\\" in line
    if escaped:
        if tokens.markdown and r"\*\*" in line:
            line = _TORN_BOLD.sub(" ", line)
        line = _ESCAPE.sub(lambda match: _HELD.get(match[1], match[1]), line)
    if not line.isascii():
        # no space follows these colons, so the label would be one token with the text
        line = _WIDE_COLON.sub(r"\1 ", line)
    if ">>" in line:
        line = _GLUED_ARROW.sub(">> ", line)
    if "]" in line:
        line = _GLUED_TO_BRACKET.sub("] ", line)
    if not line.isascii():
        line = _ORNAMENT.sub(r"\1\2 ", line)
    parts = [Part(line, PLAIN)]
    if "*" in line or "_" in line:
        parts = split_emphasis(_GLUED_BOLD.sub(r"\1 ", line), strong=tokens.markdown)
    return [Part(part.text.translate(_RELEASED), part.kind) for part in parts] if escaped else parts
