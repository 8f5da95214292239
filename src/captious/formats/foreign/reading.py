"""Cues as they were meant, where their text has markup of another format."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from captious.formats.base import Loss
from captious.formats.foreign import signs
from captious.formats.foreign.overrides import parse_override
from captious.formats.foreign.signs import BREAKS, LOOKS, POSITIONS, REFERENCES, SPACES, TIMES, VOICES
from captious.formats.vtt.text import SPAN_TAGS, escape, tokens, visible
from captious.formats.vtt.timestamps import parse_timestamp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.formats.vtt.text import Token

_MAYBE = re.compile(r"[<&\\{]")
_MAYBE_IN_WEBVTT = re.compile(
    r"\{\\|\{/?[bius]\}|\{y:|\\[Nh]|&amp;[#A-Za-z]|&lt;/?br|</?(?:br|p|div|em|strong|font|span|[BIUCVS])\b",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[ \t]*\n(?:[ \t]*\n)*[ \t]*")
_UNREAD = "overrides of SubStation Alpha"


class Understood(NamedTuple):
    """A document with the markup of other formats read.

    Args:
        document: the document, of format ``vtt``.
        found: what was read, with its places.
        losses: what other formats have no markup for.
    """

    document: Document
    found: tuple[Loss, ...] = ()
    losses: tuple[Loss, ...] = ()


def understand(document: Document, *, tags: bool) -> Understood:
    """A document with the markup of other formats in its texts read as what was meant.

    Args:
        document: a document of format ``vtt``.
        tags: whether tags in the text, as shown, are markup: in files of formats that have none or other ones.
    """
    maybe = _MAYBE if tags else _MAYBE_IN_WEBVTT
    cues: list[Cue] = []
    found: dict[str, list[tuple[int, str]]] = {}
    lost: list[tuple[int, str]] = []
    for number, cue in enumerate(document.cues, 1):
        if maybe.search(cue.text) is None:
            cues.append(cue)
            continue
        reader = Reader(tags=tags)
        text = reader.read(cue.text)
        for what, written in reader.found.items():
            found.setdefault(what, []).append((number, written))
        lost += [(number, written) for written in reader.lost]
        cues.append(_changed(cue, text, reader) if reader.found or reader.lost else cue)
    if not found and not lost:
        return Understood(document)
    return Understood(
        replace(document, cues=tuple(cues)),
        tuple(Loss(what, len(places), *places[0]) for what, places in found.items()),
        (Loss(_UNREAD, len({number for number, _ in lost}), *lost[0]),) if lost else (),
    )


def _changed(cue: Cue, text: str, reader: Reader) -> Cue:
    lines, speaker = visible(text)
    return replace(
        cue, text=text, lines=lines, speaker=speaker, settings=cue.settings or reader.settings, span=None
    )


class Reader:
    """Writes one cue text of WebVTT anew, with its tags nested.

    Args:
        tags: whether tags in the text as shown are markup.
        html: whether tags of HTML are read, which browsers hide; otherwise they stay as they are.

    Attributes:
        found: an example of each kind of markup that was read.
        lost: what WebVTT has no markup for.
        settings: the settings for the position that the text names; empty if it names none.
    """

    def __init__(self, *, tags: bool, html: bool = True) -> None:
        self.found: dict[str, str] = {}
        self.lost: list[str] = []
        self.settings = ""
        self._tags = tags
        self._html = html
        self._made: list[str] = []
        self._open: list[tuple[str, str]] = []

    def read(self, text: str) -> str:
        """The text as it was meant, in the markup of WebVTT.

        Args:
            text: the text of a cue.
        """
        for token in tokens(text):
            written = text[token.start : token.end]
            if token.kind == "text":
                self._read_text(token.value, written)
            elif token.kind == "time" or not self._read_tag(token, written):
                self._made.append(written)
        while self._open and (len(self._open) > 1 or self._open[-1][0] != "v"):
            self._close(self._open[-1][0])
        return _BLANKS.sub("\n", "".join(self._made)).strip("\n ")

    def _read_tag(self, token: Token, written: str) -> bool:
        """Reads a tag of the text; false if it stays as it is."""
        name = token.value.rstrip("/")
        if name in SPAN_TAGS and written.endswith(">"):
            if token.kind == "end":
                self._close(name)
            else:
                self._opened(name, written)
            return True
        match = signs.TAG.fullmatch(written) if self._html else None
        if match is None:
            return False
        self._take_tag(match)
        return True

    def _read_text(self, text: str, written: str) -> None:
        found = list(pieces(text, tags=self._tags))
        if not found:
            self._made.append(written)
            return
        done = 0
        for start, end, kind in found:
            self._made.append(_escaped(text[done:start]))
            done = end
            self._take(kind, text[start:end])
        self._made.append(_escaped(text[done:]))

    def _take(self, kind: str, written: str) -> None:
        if kind == "break":
            self._note(BREAKS, written)
            self._made.append("\n")
        elif kind == "escape":
            self._note(BREAKS if written == "\\N" else SPACES, written)
            self._made.append("\n" if written == "\\N" else "\u00a0")
        elif kind == "reference":
            self._note(REFERENCES, written)
            self._made.append(_escaped(signs.decoded(written)))
        elif kind == "time":
            ms = parse_timestamp(written[1:-1].replace(",", "."))
            self._note(TIMES, written)
            if ms is not None:
                self._made.append(written.replace(",", "."))
        elif kind == "override":
            self._take_override(written)
        else:
            match = signs.TAG.fullmatch(written)
            if match is not None:
                self._take_tag(match)

    def _take_tag(self, match: re.Match[str]) -> None:
        name, written = match["name"].lower(), match[0]
        closes = written.startswith("</")
        self._note(BREAKS if name in signs.BREAKING else VOICES if name == "v" else LOOKS, written)
        if name in signs.BREAKING:
            self._made.append("\n")
            return
        name = signs.MEANT.get(name, name)
        if closes:
            self._close(name)
        elif name in ("font", "span"):
            colour = signs.colour_of(written)
            self._opened(name, f"<c.{colour}>" if colour else "")
        elif name in signs.OF_WEBVTT:
            rest = " ".join((match["rest"] or "").split())
            is_named = name in ("v", "lang")
            rest = " " + escape(rest).replace(">", "&gt;") if is_named and rest else ""
            is_empty = is_named and not rest
            self._opened(name, "" if is_empty else f"<{name}{match['classes']}{rest}>")
        else:
            self._opened(name, "")

    def _take_override(self, written: str) -> None:
        override = parse_override(written)
        if override.settings:
            self._note(POSITIONS, written)
            self.settings = self.settings or override.settings
        if override.looks or override.colour is not None or override.resets:
            self._note(LOOKS, written)
        elif not override.settings and not override.unknown:
            self._note(POSITIONS, written)  # the usual place
        if override.resets:
            while self._open and self._open[-1][0] != "v":
                self._close(self._open[-1][0])
        for name, on in override.looks:
            if not on:
                self._close(name)
            elif all(name != each for each, _ in self._open):
                self._opened(name, f"<{name}>" if name in signs.OF_WEBVTT else "")
        if override.colour is not None:
            self._close("colour")
            if override.colour:
                self._opened("colour", f"<c.{override.colour}>")
        self.lost += override.unknown

    def _note(self, what: str, written: str) -> None:
        self.found.setdefault(what, written)

    def _opened(self, name: str, written: str) -> None:
        self._open.append((name, written))
        self._made.append(written)

    def _close(self, name: str) -> None:
        """Closes the innermost span of a name, and opens those within it again."""
        places = [place for place, (each, _) in enumerate(self._open) if each == name]
        if not places:
            return
        inner = self._open[places[-1] + 1 :]
        for _, written in reversed(self._open[places[-1] :]):
            self._made.append(_closing(written))
        del self._open[places[-1] :]
        for each, written in inner:
            self._opened(each, written)


def pieces(text: str, *, tags: bool) -> Iterator[tuple[int, int, str]]:
    """The markup of other formats in a text as shown: start, end, and its kind.

    Args:
        text: the text.
        tags: whether tags are markup.
    """
    if _MAYBE.search(text) is None:
        return
    for match in _ANY.finditer(text):
        kind = match.lastgroup or ""
        if kind in ("tag", "time") and not tags:
            continue
        if kind == "break" and not tags and not signs.is_between_words(text, *match.span()):
            continue  # a lecture on HTML shows it
        if kind == "escape" and not signs.is_escape(text, match.start()):
            continue
        if kind == "reference" and not signs.is_reference(match[0]):
            continue
        yield match.start(), match.end(), kind


_PLAIN_TAG = re.sub(r"\?P<\w+>", "?:", signs.TAG.pattern)
_ANY = re.compile(
    f"(?P<override>{signs.OVERRIDE.pattern})|(?P<escape>(?-i:{signs.ESCAPE.pattern}))"
    f"|(?P<break>{signs.BREAK.pattern})|(?P<reference>{signs.REFERENCE.pattern})|(?P<time>{signs.TIME.pattern})|(?P<tag>{_PLAIN_TAG})",
    re.IGNORECASE,
)


def _escaped(text: str) -> str:
    return "\n".join(map(escape, text.split("\n")))


def _closing(written: str) -> str:
    name = re.match(r"<([a-z]+)", written)
    return f"</{name[1]}>" if name is not None else ""
