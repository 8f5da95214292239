"""Real output of ASR against a transcript made by people: errors of each word, and what the words can be worth.

Truth is ``earnings21-asr.jsonl.gz``: calls with their transcript, what five engines heard, and for each engine the
starts on which at least two *other* engines agree.
"""

from __future__ import annotations

import gzip
import json
from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from garbling import Said

from captious.timing.parts import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

ENGINES = ("google", "amazon", "speechmatics", "rev", "librispeech")
_REACH_S = 2.0


class Call(NamedTuple):
    """What an engine heard of a call.

    Args:
        written: the words of the transcript.
        heard: the words of the engine.
        truth: numbers of words of the transcript, and when they start, in seconds.
    """

    written: list[str]
    heard: list[Said]
    truth: list[tuple[int, float]]


def read_calls(path: Path, engine: str, numbers: range) -> Iterator[Call]:
    """The calls with some numbers, from 0."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        lines = [line for number, line in enumerate(file) if number in numbers]
    for line in lines:
        data = json.loads(line)
        yield Call(
            [word[0] for word in data["transcript"]],
            [Said(*word) for word in data["asr"][engine]],
            [(place, start) for place, start in data["truth"][engine]],
        )


def floor_of(call: Call) -> list[float]:
    """How far the nearest word that sounds the same is from each true word, where there is one within 2 s."""
    heard = parts_of(word.text for word in call.heard)
    places: dict[str, list[float]] = defaultdict(list)
    for part, owner in zip(heard.parts, heard.owners, strict=True):
        places[part].append(call.heard[owner].start)
    for starts in places.values():
        starts.sort()
    off: list[float] = []
    for number, start in call.truth:
        near = [
            abs(places[part][at] - start)
            for part in parts_of([call.written[number]]).parts[:1]
            for at in around(places[part], start)
        ]
        if near and min(near) <= _REACH_S:
            off.append(min(near))
    return off


def around(starts: Sequence[float], start: float) -> list[int]:
    """The places of the last value before another one, and of the first after it."""
    at = bisect_left(starts, start)
    return [place for place in (at - 1, at) if 0 <= place < len(starts)]
