"""What a viewer sees of a cue: its rows of characters with their look, its place on screen and its speaker."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from captious.formats.srt.markup import TAG
from captious.formats.vtt.regions import parse_region
from captious.formats.vtt.settings import parse_settings
from captious.formats.vtt.text import close, opens, tokens
from captious.formats.vtt.timestamps import parse_timestamp

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.formats.vtt.regions import RegionSettings
    from captious.formats.vtt.settings import CueSettings

DIRECTION_MARKS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Characters that set the direction of text, for a character class."""
_UNSEEN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u2060-\u2064\ufeff\ufff9-\ufffd]")
"""Characters without a glyph, which may go, and the sign that stands for a NUL. Joiners and direction marks may not go:
they change how letters look."""
_WRAP = re.compile(f"([{DIRECTION_MARKS}]*)(.*?)([{DIRECTION_MARKS}]*)", re.DOTALL)
_PLACE = re.compile(r"\\(?:an?[0-9]+|(?:pos|move|org)\([^)]*\))", re.IGNORECASE)
_NAME = re.compile(r"[<{/\\]*([a-z]+)", re.IGNORECASE)
_IS_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]{0,9}").fullmatch
_MEANT = {"em": "i", "strong": "b"}
_ATTRIBUTE = re.compile(r"([a-z]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)


class Glyph(NamedTuple):
    """A character that is not blank.

    Args:
        character: the character.
        gap: what is before it: nothing, a space, a no-break or an ideographic space, or LF for the end of a row.
        look: what makes it look different from others, such as ``"i"`` or ``"font color=#ff0000"``, or belong to
            another speaker.
    """

    character: str
    gap: str
    look: frozenset[str]


class Look(NamedTuple):
    """What a viewer sees of a cue.

    Args:
        glyphs: its characters.
        rows: its rows as plain text, outer spaces and direction marks around a whole row left out.
        directions: the direction marks around its rows: one pair if all rows have the same, else one for each row.
        place: where it is on screen.
        speaker: its speaker, if it has a voice.
        times_ms: the timestamps within its text, at which parts of it appear.
    """

    glyphs: tuple[Glyph, ...]
    rows: tuple[str, ...]
    directions: tuple[tuple[str, str], ...]
    place: object
    speaker: str | None
    times_ms: frozenset[int]


class Viewer:
    """Sees the cues of one document."""

    def __init__(self, document: Document) -> None:
        self._is_vtt = document.format == "vtt"
        self._regions: list[RegionSettings] = (
            [parse_region(region.settings) for region in document.regions] if document.regions else []
        )

    def look(self, cue: Cue, *, as_written: bool = False) -> Look:
        """What a viewer sees of a cue of the document.

        Args:
            cue: the cue.
            as_written: whether to see what an error of the format hides, too, such as the text after a ``<`` that
                begins no tag.
        """
        times_ms: set[int] = set()
        if self._is_vtt:
            rows = _rows(_vtt_pieces(cue.text, times_ms, as_written=as_written))
        else:
            rows = _rows(_srt_pieces(cue.text))
        wraps = [_wrap(row) for row in rows]
        pairs = tuple((wrap[0], wrap[2]) for wrap in wraps)
        if len(set(pairs)) <= 1:
            rows = [
                row[len(wrap[0]) : len(row) - len(wrap[2])] for row, wrap in zip(rows, wraps, strict=True)
            ]
            pairs = pairs[:1]
        return Look(
            tuple(_glyphs(rows)),
            tuple("".join(character for character, _ in row) for row in rows),
            pairs,
            self._place(cue),
            cue.speaker,
            frozenset(times_ms),
        )

    def _place(self, cue: Cue) -> object:
        if self._is_vtt:
            return _computed(parse_settings(cue.settings, self._regions))
        overrides = [tag for tag in TAG.findall(cue.text) if tag.startswith("{\\")]
        return (
            tuple(place.lower() for tag in overrides for place in _PLACE.findall(tag)),
            " ".join(cue.settings.split()),
        )


def _computed(settings: CueSettings) -> CueSettings:
    """Settings with the position that they have in effect.

    Sources:
        WebVTT 1 §6.1, compute the cue position, and its alignment.
    """
    sides: dict[str, Literal["line-left", "center", "line-right"]] = {
        "start": "line-left", "left": "line-left", "end": "line-right", "right": "line-right",
    }  # fmt: skip
    side = (
        sides.get(settings.align, "center") if settings.position_align == "auto" else settings.position_align
    )
    position = {"left": 0.0, "start": 0.0, "right": 100.0, "end": 100.0}.get(settings.align, 50.0)
    return replace(
        settings,
        position_align=side,
        position=position if settings.position is None else settings.position,
    )


_Row = list[tuple[str, frozenset[str]]]


def _rows(pieces: Iterator[tuple[str, frozenset[str]]]) -> list[_Row]:
    """The rows that are not blank, trimmed, each a list of characters with their looks."""
    rows: list[_Row] = [[]]
    for text, look in pieces:
        for place, part in enumerate(_UNSEEN.sub("", text).split("\n")):
            if place:
                rows.append([])
            rows[-1] += [(character, look) for character in part]
    made = []
    for row in rows:
        first, last = 0, len(row)
        while first < last and row[first][0].isspace():
            first += 1
        while first < last and row[last - 1][0].isspace():
            last -= 1
        if first < last:
            made.append(row[first:last])
    return made


def _wrap(row: _Row) -> tuple[str, str, str]:
    match = _WRAP.fullmatch("".join(character for character, _ in row))
    opening, inside, closing = match.groups() if match is not None else ("", "", "")
    return opening, inside, closing


def _glyphs(rows: Sequence[_Row]) -> Iterator[Glyph]:
    for number, row in enumerate(rows):
        gap = "\n" if number else ""
        for character, look in row:
            if character.isspace():
                gap = gap or _blank(character)
                if gap == " ":
                    gap = _blank(character)
            else:
                yield Glyph(character, gap, look)
                gap = ""


def _blank(character: str) -> str:
    return character if character in "\u00a0\u202f\u2007\u3000" else " "


def _srt_pieces(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The visible text in pieces, each with its look; a tag that is not closed lasts to the end of the cue."""
    if "<" not in text and "{" not in text:
        yield text, frozenset()
        return
    opened: list[tuple[str, str]] = []
    position = 0
    look: frozenset[str] = frozenset()
    for match in TAG.finditer(text):
        yield text[position : match.start()], look
        position = match.end()
        _open_or_close(match[0], opened)
        look = frozenset(_looks(opened))
    yield text[position:], look


def _open_or_close(tag: str, opened: list[tuple[str, str]]) -> None:
    if tag.startswith("{\\"):
        opened += [("override", part) for part in _PLACE.sub("", tag[1:-1]).split("\\") if part]
        return
    name = "y" if tag.lower().startswith("{y:") else (_NAME.match(tag) or ["", ""])[1].lower()
    if "/" in tag[:2]:
        for place in range(len(opened) - 1, -1, -1):
            if opened[place][0] == name:
                del opened[place]
                return
    elif not tag.endswith("/>"):
        opened.append((name, tag[3:-1] if name == "y" else tag[len(name) + 1 : -1]))


def _looks(opened: Sequence[tuple[str, str]]) -> Iterator[str]:
    font: dict[str, str] = {}
    for name, rest in opened:
        if name == "font":
            font |= {
                match[1].lower(): (match[2] or match[3] or match[4] or "").lower()
                for match in _ATTRIBUTE.finditer(rest)
            }
        elif name in ("override", "y"):
            yield rest.lower()
        else:
            yield name
    yield from (f"font {key}={value}" for key, value in font.items())


def _vtt_pieces(text: str, times_ms: set[int], *, as_written: bool) -> Iterator[tuple[str, frozenset[str]]]:
    """The visible text in pieces, each with its look, as the specification's parser builds its tree.

    A tag of HTML, or in capitals, looks like the WebVTT tag that it stands for: browsers ignore it, and a fix may
    write it rightly.
    """
    spans: list[str] = []
    looks: list[tuple[str, ...]] = []
    for token in tokens(text):
        if token.kind == "text":
            yield token.value, _seen(looks)
            continue
        written = text[token.start : token.end]
        name = token.value.lower()
        name = _MEANT.get(name, name)
        is_tag = written.endswith(">") and len(written) > 1
        if token.kind == "start" and opens(name, spans):
            spans.append(name)
            looks.append(
                (name, f"{name} {token.annotation}" if name in ("v", "lang") else "", *token.classes)
            )
        elif token.kind == "end":
            if close(name, spans):
                del looks[len(spans) :]
        elif token.kind == "start":
            is_tag = is_tag and _IS_NAME(token.value) is not None
        elif (ms := parse_timestamp(token.value)) is not None:
            times_ms.add(ms)
        else:
            is_tag = False
        if as_written and not is_tag:
            yield written, _seen(looks)


def _seen(looks: Sequence[tuple[str, ...]]) -> frozenset[str]:
    """The look of text in nested spans; of several voices, and of several languages, the innermost counts."""
    seen: dict[str, tuple[str, ...]] = {}
    for look in looks:
        seen[look[0]] = look if look[0] in ("v", "lang") else (*seen.get(look[0], ()), *look)
    return frozenset(part for look in seen.values() for part in look if part)
