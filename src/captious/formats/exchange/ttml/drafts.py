"""Captions between the paragraphs of TTML and the cues of a document: parts at one time, and rows that are apart."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.core.clock import vtt_time
from captious.core.cue import Cue
from captious.formats.exchange.rich import PLAIN, Run, cue_text, voice_name
from captious.formats.exchange.ttml.content import SPACES, Piece
from captious.formats.exchange.ttml.places import Place, settings_of
from captious.formats.vtt.text import escape, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from captious.formats.exchange.ttml.timing import Context, Frame, Ms
    from captious.formats.exchange.ttml.tree import Element

_MOST_PARTS = 20_000
"""A paragraph with more parts than that is cut only at the times of whole pieces."""


_PLAINLY = (PLAIN, None, "", "")
"""Look, speaker, language and annotation of a piece that needs no markup."""


@dataclass(slots=True)
class Draft:
    """A caption.

    Args:
        number: by which losses know it.
        begin_ms: in-time.
        end_ms: out-time; ``None`` = never.
        lines: its lines.
        frame: its paragraph in time.
        parent: the division it is in.
        nodes: its paragraphs in the order of the file: one, or one for each of its rows.
        timed: what states its times: its paragraphs, or the division that they are in.
        has_own_times: whether its times are those that these state.
        place: where it is shown, if not where its paragraph is.
        joined: the numbers of captions that became part of it.
        is_moved: whether these began at another place across the picture.
    """

    number: int
    begin_ms: int
    end_ms: int | None
    lines: list[list[Piece]]
    frame: Frame
    parent: int
    nodes: tuple[Element, ...]
    timed: tuple[Element, ...]
    has_own_times: bool
    place: Place | None = None
    joined: tuple[int, ...] = ()
    is_moved: bool = False

    @property
    def context(self) -> Context:
        """What holds for its paragraph."""
        return self.frame.context

    def cue(self) -> Cue:
        """The cue."""
        context, align = self.frame.context, self.lines[0][0].align
        if self.place is None and align == context.appearance.align:
            settings = context.settings
        else:
            settings = settings_of(self.place or context.place, align)
        end_ms = self.begin_ms if self.end_ms is None else self.end_ms
        text, speaker = self._text()
        return Cue(self.begin_ms, end_ms, text, visible(text)[0], speaker=speaker, settings=settings)

    def _text(self) -> tuple[str, str | None]:
        if all(len(line) == 1 and line[0][3:7] == _PLAINLY for line in self.lines):  # as nearly all are
            texts = [line[0].text or "" for line in self.lines]
            text = "\n".join(texts)
            if "&" in text or "<" in text or "-->" in text:
                text = "\n".join(map(escape, texts))
            return text, None
        speakers = list(
            dict.fromkeys(piece.speaker for line in self.lines for piece in line if piece.speaker)
        )
        is_timed = any(
            self.begin_ms < piece.begin and round(piece.begin) < (self.end_ms or 0)
            for line in self.lines
            for piece in line
        )
        if len(speakers) < 2 and not is_timed:
            speaker = speakers[0] if speakers else None
            return cue_text([[_run(piece) for piece in line] for line in self.lines], speaker), speaker
        return "\n".join(self._marked(speakers)), speakers[0] if speakers else None

    def _marked(self, speakers: Sequence[str]) -> Iterator[str]:
        """The lines with a voice for each speaker, and the times at which parts appear."""
        clock, several = self.begin_ms, len(speakers) > 1
        voice: str | None = None
        for number, line in enumerate(self.lines):
            text = f"<v {voice_name(speakers[0])}>" if speakers and not several and not number else ""
            for piece in line:
                if several and piece.speaker != voice:
                    text += "</v>" if voice else ""
                    voice = piece.speaker
                    text += f"<v {voice_name(voice)}>" if voice else ""
                begin = round(piece.begin)
                if begin > clock and (self.end_ms is None or begin < self.end_ms):
                    clock = begin
                    text += f"<{vtt_time(begin)}>"
                text += cue_text([[_run(piece)]])
            after = self.lines[number + 1][0].speaker if number + 1 < len(self.lines) else None
            if voice and after != voice:
                voice = None
                text += "</v>"
            yield text


def _run(piece: Piece) -> Run:
    return Run(piece.text or "", piece.look, piece.ruby, piece.language)


def parts(pieces: list[Piece]) -> Iterator[tuple[Ms, Ms | None, list[list[Piece]]]]:
    """The times at which a paragraph changes, each with the lines shown from then on.

    What only grows is one part, with the time of each piece in it.
    """
    shown = [piece for piece in pieces if piece.text is not None and not piece.text.isspace()]
    if not shown:
        return
    first = shown[0]
    times = {(piece.begin, piece.end): None for piece in shown}
    if len(times) == 1:
        yield (
            first.begin,
            first.end,
            lines_of(piece for piece in pieces if piece.text is None or (piece.begin <= first.begin)),
        )
        return
    if len({piece.end for piece in shown}) == 1 and all(
        one.begin <= other.begin for one, other in pairwise(shown)
    ):
        yield first.begin, first.end, lines_of(pieces)
        return
    never = max(max(piece.begin, piece.end or 0) for piece in shown) + 1
    edges = sorted(
        {piece.begin for piece in shown} | {never if piece.end is None else piece.end for piece in shown}
    )
    if len(edges) * len(pieces) > _MOST_PARTS:
        for begin, end in times:
            yield (
                begin,
                end,
                lines_of(
                    piece
                    for piece in pieces
                    if piece.text is None or (piece.begin, piece.end) == (begin, end)
                ),
            )
        return
    waiting: tuple[Ms, Ms | None, list[list[Piece]]] | None = None
    for begin, end in pairwise(edges):
        active = [
            piece
            for piece in pieces
            if piece.text is None or (piece.begin <= begin and (piece.end is None or piece.end >= end))
        ]
        lines = lines_of(piece._replace(begin=begin) for piece in active)
        if not lines:
            continue
        until = None if end == never else end
        if waiting is not None and waiting[1] == begin and _said(waiting[2]) == _said(lines):
            waiting = waiting[0], until, waiting[2]
            continue
        if waiting is not None:
            yield waiting
        waiting = begin, until, lines
    if waiting is not None:
        yield waiting


def _said(lines: list[list[Piece]]) -> list[list[tuple[str | None, object]]]:
    return [[(piece.text, piece.look) for piece in line] for line in lines]


def lines_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The lines of pieces, with spaces collapsed and trimmed, without empty ones."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.text is None:
            lines.append([])
        else:
            lines[-1].append(piece)
    return [tidied for line in lines if (tidied := _tidied(line))]


def _tidied(line: list[Piece]) -> list[Piece]:
    tidied: list[Piece] = []
    for piece in line:
        text = SPACES.sub(" ", piece.text or "")
        if not tidied or (tidied[-1].text or "").endswith(" "):
            text = text.lstrip(" ")
        if text:
            tidied.append(piece if text == piece.text else piece._replace(text=text))
    while tidied:
        text = (tidied[-1].text or "").rstrip(" ")
        if text:
            if text != tidied[-1].text:
                tidied[-1] = tidied[-1]._replace(text=text)
            break
        tidied.pop()
    return tidied
