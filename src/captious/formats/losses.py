"""What is lost when a document is written in a format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.core.clock import frame_at, frame_ms
from captious.formats.base import Loss
from captious.formats.features import (
    BREAKS,
    CLASSES,
    COLOUR,
    EMPTY,
    END_TIMES,
    HEADER,
    IDS,
    MARKUP,
    NOTES,
    PHRASES,
    POSITIONS,
    REGIONS,
    RUBY,
    SECOND,
    SHEETS,
    SPEAKERS,
    TIMES,
    TOP,
    WORD_TIMES,
)  # fmt: skip
from captious.formats.foreign.overrides import place_of
from captious.formats.vtt.colours import COLOURS
from captious.formats.vtt.settings import is_top
from captious.formats.vtt.text import parse_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from fractions import Fraction

    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.formats.base import Format
    from captious.formats.delivery import Delivery

_KINDS = {"b": MARKUP, "i": MARKUP, "u": MARKUP, "time": WORD_TIMES, "ruby": RUBY, "lang": PHRASES}
_UNITS = {10: "hundredths of a second", 1000: "whole seconds"}
_HEADER = re.compile(r"[ \t]*Kind: captions(?:; Language: [\w-]+)?[ \t]*")


def losses_in(
    document: Document,
    target: Format,
    *,
    frame_rate: Fraction | None = None,
    delivery: Delivery | None = None,
) -> tuple[Loss, ...]:
    """What is lost when a document is written in a format.

    Args:
        document: a document of format ``vtt``.
        target: the format.
        frame_rate: frames per second, for a format that counts them; ``None`` = unknown.
        delivery: what the file says besides the captions; ``None`` = nothing.
    """
    # a format with a rate of its own knows best what is rounded
    counts = target.writes_frames and not target.usual_rate
    rounded = _on_frames(document, frame_rate) if counts else _rounded(document, target)
    return (
        *_not_held(document, target.holds, places=target.name == "srt"),
        *rounded,
        *target.losses(document, frame_rate=frame_rate, delivery=delivery),
    )


def _not_held(document: Document, holds: frozenset[str], *, places: bool) -> tuple[Loss, ...]:
    """The features that a format does not hold; ``places``: whether it has the nine places of SubRip."""
    found: dict[str, list[tuple[int, str]]] = {}
    shows = _names_shown(document) if SPEAKERS not in holds else None
    for number, cue in enumerate(document.cues, 1):
        for what, example in _features(cue, number, shows):
            if what not in holds and not (what == POSITIONS and places and place_of(cue.settings)):
                found.setdefault(what, []).append((number, example))
    per_cue = [Loss(what, len(numbers), *numbers[0]) for what, numbers in found.items()]
    return (*_of_file(document, holds), *per_cue)


def _rounded(document: Document, target: Format) -> tuple[Loss, ...]:
    """The loss of times that are rounded."""
    if TIMES not in target.holds or target.precision_ms == 1:
        return ()
    step = target.precision_ms
    numbers = [
        number
        for number, cue in enumerate(document.cues, 1)
        if cue.start_ms % step or (cue.end_ms % step and END_TIMES in target.holds)
    ]
    what = f"exact times (rounded to {_UNITS.get(step, f'steps of {step} ms')})"
    return (Loss(what, len(numbers), numbers[0]),) if numbers else ()


def _on_frames(document: Document, frame_rate: Fraction | None) -> tuple[Loss, ...]:
    """The loss of times that are rounded to frames."""
    if frame_rate is None:
        return ()
    numbers = [
        number
        for number, cue in enumerate(document.cues, 1)
        for ms in (cue.start_ms, cue.end_ms)
        if frame_ms(frame_at(ms, frame_rate), frame_rate) != ms
    ]
    return (Loss("exact times (rounded to frames)", len(set(numbers)), numbers[0]),) if numbers else ()


def _of_file(document: Document, holds: frozenset[str]) -> list[Loss]:
    lost = [
        Loss(what)
        for what, there in (
            (TIMES, bool(document.cues)),
            (NOTES, bool(document.notes)),
            (SHEETS, bool(document.style_sheets)),
            (REGIONS, bool(document.regions)),
            (HEADER, bool(document.header) and _HEADER.fullmatch(document.header) is None),
        )
        if there and what not in holds
    ]
    if END_TIMES not in holds and TIMES in holds and document.cues:
        lost.append(Loss(END_TIMES))
    return lost


def _features(cue: Cue, number: int, shows: Callable[[Cue], bool] | None) -> Iterable[tuple[str, str]]:
    used: dict[str, str] = {}
    if len(cue.lines) > 1:
        used[BREAKS] = ""
    elif not cue.lines:
        used[EMPTY] = ""
    if cue.id is not None and cue.id != str(number):
        used[IDS] = cue.id
    if cue.settings:
        used[TOP if is_top(cue.settings) else POSITIONS] = cue.settings
    if "<" in cue.text:
        nodes = parse_text(cue.text)
        voices = dict.fromkeys(node.value for node in nodes if node.kind == "v")
        if len(voices) > 1:
            used[SECOND] = list(voices)[1]
        for node in nodes:
            if node.kind in _KINDS:
                used.setdefault(_KINDS[node.kind], node.value if node.kind == "time" else "")
            for name in node.classes:
                used.setdefault(COLOUR if name in COLOURS else CLASSES, name)
    if shows is not None and cue.speaker is not None and not shows(cue):
        used[SPEAKERS] = cue.speaker
    return used.items()


def _names_shown(document: Document) -> Callable[[Cue], bool]:
    """Whether the text of a cue names its speaker, or the speaker is the same as before."""
    last: list[str | None] = [None]

    def shown(cue: Cue) -> bool:
        before, last[0] = last[0], cue.speaker
        if cue.speaker is None or cue.speaker == before or not cue.lines:
            return True
        words = {word.strip(".,").casefold() for word in cue.speaker.split()}
        begin = re.split(r"[:\])]", cue.lines[0], maxsplit=1)
        return len(begin) > 1 and any(
            word.strip("[](){}>.,- ").casefold() in words for word in begin[0].split()
        )

    return shown if document.cues else lambda _: True
