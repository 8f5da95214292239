"""The text of a Markdown paragraph without its marks: emphasis, links, code, footnotes, tags, templates.

Not a renderer: what is left is what is spoken. It differs from CommonMark where a transcript would lose words: ``[Anna]
(laughs)`` is no link, ``<nick>`` no tag, and a mark that fits nowhere stays a character.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from captious.transcripts.sources.html_names import BLOCKS, BOLD, EMPHASISED, HEADINGS, KNOWN
from captious.transcripts.sources.markdown_marks import (
    ADDRESS,
    BREAK,
    DECLARATION,
    GAP,
    INDENT,
    INLINE_LINK,
    LABEL,
    LONGEST_COMMENT,
    NUMBER,
    PLACE,
    RAISED,
    RAISED_DIGITS,
    SPECIAL,
    TAG,
    fold_label,
)
from captious.transcripts.sources.markdown_spans import Run, make_run, pair_runs
from captious.transcripts.sources.model import escape_text
from captious.transcripts.timestamps import parse_timestamp

if TYPE_CHECKING:
    import re

    from captious.transcripts.sources.markdown_marks import Found, References


def read_inline(text: str, references: References, found: Found) -> str:
    """The text of a paragraph as light Markdown, with its line breaks.

    Args:
        text: its lines, joined by line breaks.
        references: what it may refer to.
        found: where is counted what it loses.

    Returns:
        The text; `BREAK` and `GAP` stand for breaks that the file has within a line.
    """
    if SPECIAL.search(text) is None:
        return text
    return _Paragraph(text, references, found).read()


class _Paragraph:
    def __init__(self, text: str, references: References, found: Found) -> None:
        self._text = text
        self._references = references
        self._found = found
        self._parts: list[str | Run] = []
        self._runs: list[Run] = []
        self._brackets: list[tuple[int, int, bool]] = []
        """For each open bracket: its index among the parts, its place in the text, whether an image begins there."""
        self._tags: list[str] = []
        self._ticks: dict[int, int] = {}
        """By number of backticks, the place from which on no code span of it ends."""

    def read(self) -> str:
        text, at = self._text, 0
        while at < len(text):
            match = SPECIAL.search(text, at)
            if match is None:
                break
            if match.start() > at:
                self._parts.append(escape_text(text[at : match.start()]))
            held = len(self._parts)
            at = self._special(match)
            if "\n" in text[match.start() : at]:
                self._keep_lines(text.count("\n", match.start(), at), held)
        self._parts.append(escape_text(text[at:]))
        pair_runs(self._runs, self._parts)
        return "".join(part if isinstance(part, str) else part.text() for part in self._parts)

    def _special(self, match: re.Match[str]) -> int:
        """Read what begins at a special character; returns where to go on."""
        sign, end = match[0], match.end()
        first = sign[0]
        if first in RAISED_DIGITS or (sign.startswith("\\[") and sign.endswith("\\]")):
            return self._numbered(sign, match.start(), end)
        if first == "\\":
            self._parts.append("\n" if sign[1] == "\n" else escape_text(sign[1]) if sign[1] != "\\" else "\\")
        elif first == "`":
            return self._code(match)
        elif first in "*_~":
            self._run(first, len(sign), match.start(), end)
        elif sign.startswith(("[[", "![[")):
            if first == "!":
                self._found.images += 1
            else:
                self._found.links += 1
                self._parts.append(escape_text(sign.strip("[]").rpartition("|")[2]))
        elif sign.startswith(("[^", "^[")):
            self._found.notes += 1
            if first == "^":
                self._found.asides.append(sign[2:-1])
        elif sign in ("[", "!["):
            return self._open_bracket(match)
        elif sign == "]":
            return self._close_bracket(end)
        elif first == "<":
            return self._angle(match.start())
        elif first == "&":
            self._parts.append(escape_text(html.unescape(sign).replace("\u00a0", " ")))
        elif first == "{":
            self._found.templates += 1
        return end

    def _keep_lines(self, wanted: int, held: int) -> None:
        """Give the text behind a mark the line it stands on: the line breaks within a link's address are kept."""
        there = sum(part.count("\n") for part in self._parts[held:] if isinstance(part, str))
        if there < wanted:
            self._parts.append("\n" * (wanted - there))

    def _run(self, mark: str, size: int, begin: int, end: int) -> None:
        before, after = self._text[begin - 1 : begin], self._text[end : end + 1]
        run = make_run(mark, size, before, after, len(self._parts))
        self._parts.append(run)
        self._runs.append(run)

    def _code(self, match: re.Match[str]) -> int:
        """A code span: its text without the marks; marks without an end are characters."""
        ticks, begin = match[0], match.end()
        size = len(ticks)
        at = begin
        while at < self._ticks.get(size, len(self._text)):
            stop = self._text.find(ticks, at)
            if stop < 0:
                break
            after = stop + size
            while self._text.startswith("`", after):
                after += 1
            if after == stop + size:
                inner = self._text[begin:stop]
                inner = inner[1:-1] if inner[:1] == inner[-1:] == " " and inner.strip() else inner
                self._parts.append(escape_text(inner))
                return after
            at = after
        self._ticks[size] = min(begin, self._ticks.get(size, begin))
        self._parts.append(ticks)
        return begin

    def _numbered(self, sign: str, begin: int, end: int) -> int:
        """A raised number, or one in escaped brackets: a mark of a footnote if the file has a text for it."""
        number = sign.strip("\\[]")
        if number in self._references.notes and not self._at_line_start(begin):
            self._found.notes += 1
        else:
            self._parts.append(sign.replace("\\", ""))
        return end

    def _open_bracket(self, match: re.Match[str]) -> int:
        number = NUMBER.match(self._text, match.start())
        if (
            number is not None
            and number[1] in self._references.notes
            and not self._at_line_start(match.start())
        ):
            self._found.notes += 1
            return number.end()
        self._brackets.append((len(self._parts), match.start(), match[0] == "!["))
        self._parts.append(match[0])
        return match.end()

    def _at_line_start(self, place: int) -> bool:
        before = self._text[max(0, place - INDENT) : place]
        line = before.rpartition("\n")
        return not line[2].strip() and (bool(line[1]) or place < INDENT)

    def _close_bracket(self, end: int) -> int:
        if not self._brackets:
            self._parts.append("]")
            return end
        at, begin, image = self._brackets.pop()
        inner = self._text[begin + 1 + image : end - 1]
        stop = self._link_end(inner, end)
        if stop is None:
            # apart, or what follows looks like the address of a link
            self._parts.append("] " if self._text.startswith("(", end) else "]")
            return end
        if image:
            self._found.images += 1
            while self._runs and self._runs[-1].at >= at:
                self._runs.pop()
            self._parts[at:] = ["\n" * inner.count("\n")]
            return stop
        self._found.links += 1
        self._parts[at] = ""
        stamp = parse_timestamp(inner.strip())
        if stamp is not None and not stamp.bracket:
            # a time that is linked is a time, as one in brackets is
            inside = self._text[begin - 1 : begin] in ("(", "[")
            self._parts[at + 1 :] = [inner.strip() if inside else f"[{inner.strip()}]"]
        return stop

    def _link_end(self, inner: str, end: int) -> int | None:
        """Where a link ends whose text ends at a bracket; ``None`` if it is no link."""
        match = INLINE_LINK.match(self._text, end)
        if match is not None and PLACE.search(match["to"]) and parse_timestamp(match["to"]) is None:
            return match.end()
        label = LABEL.match(self._text, end)
        if label is not None and fold_label(label[1] or inner) in self._references.links:
            return label.end()
        if self._references.links and len(inner) <= 200 and fold_label(inner) in self._references.links:
            return end
        return None

    def _angle(self, begin: int) -> int:
        """An address, a comment or a tag; anything else is text."""
        text = self._text
        if (address := ADDRESS.match(text, begin)) is not None:
            self._parts.append(escape_text(address[1]))
            return address.end()
        if text.startswith("<!--", begin) and (stop := text.find("-->", begin, begin + LONGEST_COMMENT)) >= 0:
            self._found.comments += 1
            return stop + 3
        if (declaration := DECLARATION.match(text, begin)) is not None:
            return declaration.end()
        tag = TAG.match(text, begin)
        if tag is not None and self._is_tag(tag):
            self._found.tags += 1
            self._tag(tag[2].casefold(), closing=bool(tag[1]))
            return self._footnote(tag) or tag.end()
        self._parts.append("<")
        return begin + 1

    def _is_tag(self, tag: re.Match[str]) -> bool:
        """Whether it is HTML, or a component of a page: ``<Player src="…" />``, ``<Note>`` that ``</Note>`` closes."""
        name = tag[2].casefold()
        if not self._references.tags:
            return False
        if name in KNOWN:
            return tag[2].islower() or tag[2].isupper() or "=" in tag[3] or name in self._references.closed
        return "=" in tag[3] or tag[3].endswith("/") or name in self._references.closed

    def _tag(self, name: str, *, closing: bool) -> None:
        if name == "br":
            self._parts.append(BREAK)
        elif name in BLOCKS:
            mark = ""
            if name in HEADINGS and not closing:
                mark = f"{'#' * HEADINGS[name]} "
            elif name == "summary" and not closing:
                mark = "##### "
            self._parts.append(GAP + mark)
        elif name in BOLD or name in EMPHASISED:
            mark, size = ("b", 2) if name in BOLD else ("i", 1)
            if closing:
                if not self._tags or self._tags[-1] != name:
                    return  # it closes nothing
                self._tags.pop()
            else:
                self._tags.append(name)
            run = Run(mark, size, opens=not closing, closes=closing, size=size, at=len(self._parts))
            self._parts.append(run)
            self._runs.append(run)

    def _footnote(self, tag: re.Match[str]) -> int | None:
        """The end of a number in ``<sup>``, which is a mark of a footnote."""
        if tag[2].casefold() != "sup" or tag[1]:
            return None
        mark = RAISED.match(self._text, tag.end())
        if mark is None:
            return None
        self._found.notes += 1
        return mark.end()
