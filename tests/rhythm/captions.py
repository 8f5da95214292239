"""Captions of our own making: a talk that two people caption, each in a language and with habits of their own."""

from __future__ import annotations

import random
from fractions import Fraction

Row = tuple[int, int, str]

_NAMES = (
    "Lovelace",
    "Babbage",
    "Turing",
    "Hopper",
    "1843",
    "1936",
    "1952",
    "Bletchley",
    "Zuse",
    "Kyoto",
    "COBOL",
)


def talk(*, seed: int, cues: int = 150) -> list[Row]:
    """Sentences of a talk: start, end and a name that is in it, or nothing."""
    chance = random.Random(seed)  # noqa: S311 - captions, not secrets
    rows: list[Row] = []
    now = 4_000
    for _ in range(cues):
        length = chance.randint(900, 5_200)
        name = chance.choice(_NAMES) + str(seed) if chance.random() < 0.15 else ""
        rows.append((now, now + length, name))
        now += length + (chance.randint(40, 260) if chance.random() < 0.7 else chance.randint(400, 4_000))
    return rows


def captioned(rows: list[Row], *, seed: int, words: str, names: bool = True) -> list[Row]:
    """The talk as somebody captions it: a little early or late, with sentences joined or divided."""
    chance = random.Random(seed)  # noqa: S311 - captions, not secrets
    made: list[Row] = []
    place = 0
    while place < len(rows):
        start, end, name = rows[place]
        if chance.random() < 0.2 and place + 1 < len(rows):
            end, place = rows[place + 1][1], place + 1
        start, end = start + round(chance.gauss(0, 70)), end + round(chance.gauss(60, 130))
        if made:
            start = max(start, made[-1][1])
        text = f"{words} {name}" if names and name else words
        if end - start > 3_600 and chance.random() < 0.4:
            middle = (start + end) // 2
            made += [(start, middle, text), (middle, max(end, middle + 300), words)]
        else:
            made.append((start, max(end, start + 300), text))
        place += 1
    return made


def disturbed(
    rows: list[Row],
    *,
    offset_ms: int = 0,
    speed: Fraction = Fraction(1),
    cuts: tuple[tuple[int, int], ...] = (),
) -> list[tuple[Row, int]]:
    """Cues at other times, each with the start it had; what is cut out is gone."""
    made: list[tuple[Row, int]] = []
    for start, end, text in rows:
        moved = offset_ms
        gone = False
        for at, ms in cuts:
            gone = gone or (ms < 0 and at <= start < at - ms)
            moved += ms if start >= at else 0
        if not gone:
            made.append(((round((start + moved) / speed), round((end + moved) / speed), text), start))
    return made


def srt(rows: list[Row]) -> str:
    """The cues as SubRip."""
    return "\n".join(
        f"{number}\n{_clock(start)} --> {_clock(end)}\n{text}\n"
        for number, (start, end, text) in enumerate(rows, 1)
    )


def _clock(ms: int) -> str:
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02},{ms % 1000:03}"
