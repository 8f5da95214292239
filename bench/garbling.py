"""Words garbled like ASR output and edited as people do, for the benches."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence


class Said(NamedTuple):
    """A word and when it was said, in seconds."""

    text: str
    start: float
    end: float


def garble(words: Sequence[Said], rate: float, chance: random.Random) -> list[Said]:
    """55 of 100 errors are another word, 30 no word, 15 one too many; now and then 5 to 25 words are lost at once."""
    heard: list[Said] = []
    skip = 0
    for word in words:
        if skip:
            skip -= 1
            continue
        if chance.random() < rate / 400:
            skip = chance.randint(4, 24)
            continue
        draw = chance.random() / rate
        if draw < 0.55:
            heard.append(word._replace(text=chance.choice(words).text))
        elif draw >= 0.85:
            heard.append(word)
            if draw < 1:
                heard.append(Said(chance.choice(words).text, word.end, word.end))
    return heard


def edit(words: Sequence[Said], chance: random.Random) -> list[Said]:
    """5 of 100 words dropped, 3 replaced."""
    kept = [word for word in words if chance.random() >= 0.05]
    return [
        word._replace(text=chance.choice(words).text) if chance.random() < 0.03 else word for word in kept
    ]


def insert(words: Sequence[Said], block: Sequence[Said], places: set[int]) -> list[Said]:
    """The words with a passage read at each of some places."""
    made: list[Said] = []
    offset = 0.0
    for number, word in enumerate(words):
        if number in places:
            begin = word.start + offset - block[0].start
            made += [Said(one.text, one.start + begin, one.end + begin) for one in block]
            offset += block[-1].end - block[0].start
        made.append(Said(word.text, word.start + offset, word.end + offset))
    return made
