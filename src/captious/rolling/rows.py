"""Rows of cue text, each with the markup that is open where it begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from captious.formats.srt.markup import TAG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from captious.core.cue import Cue

_CHARACTER = re.compile(r"(</?[a-zA-Z0-9][^<>]*>|\{\\[^{}]*\})|.", re.DOTALL)
_SUBRIP_TAG = re.compile(r"<(/?)([a-z]+)|\{\\(an?[0-9]+|pos)", re.IGNORECASE)

_WORD_TIME = re.compile(r"<(?:[0-9]{1,4}:)?[0-9]{2}:[0-9]{2}[.,][0-9]{3}>|</?c(?:[.][^<> ]*)?>", re.ASCII)


@dataclass(frozen=True, slots=True)
class Row:
    """A row that a viewer sees.

    Args:
        shown: its visible text, with single spaces between words.
        start: where it begins in the text of its cue.
        end: where it ends there.
        opened: the tags that are open where it begins, as written, outermost first.
        open: the tags that are open where it ends.
    """

    shown: str
    start: int
    end: int
    opened: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


class _Piece(NamedTuple):
    """A tag, or text, of a cue; ``name`` is that of a tag which opens or closes a span, and empty for text."""

    start: int
    end: int
    name: str = ""
    opens: bool = False


def collapsed(text: str) -> str:
    """A text with single spaces between its words, and without the times of words that stayed in SubRip."""
    if "<" in text:
        text = _WORD_TIME.sub("", text)
    return " ".join(text.split())


def rows_of(cue: Cue, format: str) -> list[Row]:  # noqa: A002 - what documents call it
    """The rows of a cue that are not blank.

    Args:
        cue: the cue.
        format: the format of its document, ``"srt"`` or ``"vtt"``.
    """
    text = cue.text
    if "<" not in text and "&" not in text and "{" not in text:
        return [row for row in _plain(text) if row.shown]
    reads: Callable[[str], str] = str
    if format == "vtt":
        from captious.formats.vtt.entities import decode  # late: a check of SubRip needs nothing of WebVTT

        reads = decode
    rows: list[Row] = []
    opened: tuple[str, ...] = ()
    open_tags: list[str] = []
    start, shown = 0, ""
    for piece in _pieces(text, format):
        if piece.name:
            if piece.opens:
                open_tags.append(text[piece.start : piece.end])
            else:
                _close(open_tags, piece.name)
            continue
        at = piece.start
        while (end := text.find("\n", at, piece.end)) >= 0:
            shown += reads(text[at:end])
            rows.append(Row(collapsed(shown), start, end, opened, tuple(open_tags)))
            start, shown, opened = end + 1, "", tuple(open_tags)
            at = start
        shown += reads(text[at : piece.end])
    rows.append(Row(collapsed(shown), start, len(text), opened, tuple(open_tags)))
    return [row for row in rows if row.shown]


def text_of(text: str, rows: Sequence[Row]) -> str:
    """The text of some rows of a cue, with their markup.

    Args:
        text: the text of the whole cue.
        rows: the rows, in their order.
    """
    return "\n".join(
        "".join(row.opened) + text[row.start : row.end].strip() + "".join(map(_end_tag, reversed(row.open)))
        for row in rows
    )


def after_words(text: str, row: Row, count: int) -> Row:
    """The rest of a row after some of its words, with the tags that are open there.

    Args:
        text: the text of its cue.
        row: the row.
        count: how many words, fewer than it has.
    """
    opened = list(row.opened)
    words, is_within = 0, False
    for piece in _CHARACTER.finditer(text, row.start, row.end):
        if piece[1]:
            name = _name(piece[1].replace("/", "", 1))
            if piece[1].startswith("</"):
                _close(opened, name)
            elif not piece[1][1:2].isdigit():
                opened.append(piece[1])
        elif piece[0].isspace():
            is_within = False
        elif not is_within:
            if words == count:
                shown = " ".join(row.shown.split()[count:])
                return Row(shown, piece.start(), row.end, tuple(opened), row.open)
            words, is_within = words + 1, True
    return row


def _plain(text: str) -> Iterator[Row]:
    start = 0
    for line in text.split("\n"):
        yield Row(collapsed(line), start, start + len(line))
        start += len(line) + 1


def _pieces(text: str, format: str) -> Iterator[_Piece]:  # noqa: A002
    if format == "vtt":
        from captious.formats.vtt.text import tokens  # late, as above

        for token in tokens(text):
            if token.kind == "text":
                yield _Piece(token.start, token.end)
            elif token.kind == "start":
                yield _Piece(token.start, token.end, token.value or "?", opens=True)
            elif token.kind == "end":
                yield _Piece(token.start, token.end, token.value or "?")
        return
    at = 0
    for tag in TAG.finditer(text):
        yield _Piece(at, tag.start())
        known = _SUBRIP_TAG.match(tag[0])
        if known is not None:
            yield _Piece(tag.start(), tag.end(), (known[2] or known[3]).lower(), opens=not known[1])
        at = tag.end()
    yield _Piece(at, len(text))


def _close(open_tags: list[str], name: str) -> None:
    for at in range(len(open_tags) - 1, -1, -1):
        if _name(open_tags[at]) == name:
            del open_tags[at]
            return


def _name(tag: str) -> str:
    return re.split(r"[ \t\n.>]", tag[1:], maxsplit=1)[0].lower()


def _end_tag(tag: str) -> str:
    """The tag that ends another; a place in SubRip, such as ``{\\an8}``, has none."""
    return "" if tag.startswith("{") else f"</{_name(tag)}>"
