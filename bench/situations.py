"""What happens to words on their way to a transcript and to ASR output: situations, made of real calls."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

from garbling import Said, edit, garble, insert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_WINDOW = 3000
_HOLE_S = 75.0
_HOLD_S = 240.0
_HOLD = (
    "Please stand by. Your conference will begin shortly. You are on hold until the speakers join us, "
    "thank you for waiting."
)


class Situation(NamedTuple):
    """A text and what was heard of its recording; a word that was never said starts at -1.

    Args:
        written: the words of the text, each with its true time.
        heard: what an ASR made of the recording.
    """

    written: list[Said]
    heard: list[Said]


def places_of(calls: Sequence[Sequence[Said]], count: int) -> Iterator[tuple[list[Said], random.Random]]:
    """Passages of real calls, and chance for each, the same every time."""
    for number in range(count):
        chance = random.Random(number)  # noqa: S311 - the same every time
        call = calls[number % len(calls)]
        first = chance.randrange(max(len(call) - _WINDOW, 1))
        yield list(call[first : first + _WINDOW]), chance


def _garbled(rate: float) -> Callable[[list[Said], random.Random], Situation]:
    def make(words: list[Said], chance: random.Random) -> Situation:
        return Situation(edit(words, chance), garble(words, rate, chance))

    return make


def _edited(words: list[Said], chance: random.Random) -> Situation:
    """A text made to be read: sentences are dropped, and the rest is edited."""
    kept: list[Said] = []
    for sentence in _sentences(words):
        if chance.random() >= 0.08:
            kept += edit(sentence, chance)
    return Situation(kept, garble(words, 0.1, chance))


def _repeated(words: list[Said], chance: random.Random) -> Situation:
    """A sponsor read three times, and twice in the text."""
    spot = words[:150]
    places = sorted(chance.sample(range(300, len(words) - 200), 3))
    said = insert(words, spot, set(places))
    lost = chance.randrange(3)
    begin = places[lost] + lost * len(spot)
    written = said[:begin] + said[begin + len(spot) :]
    return Situation(edit(written, chance), garble(said, 0.1, chance))


def _swapped(words: list[Said], chance: random.Random) -> Situation:
    """Two paragraphs in the other order."""
    ends = _sentence_ends(words)
    first = ends[chance.randrange(5, len(ends) // 2)]
    middle = next((end for end in ends if end >= first + chance.randint(60, 250)), first)
    last = next((end for end in ends if end >= middle + chance.randint(60, 250)), middle)
    written = words[:first] + words[middle:last] + words[first:middle] + words[last:]
    return Situation(edit(written, chance), garble(words, 0.1, chance))


def _holed(words: list[Said], chance: random.Random) -> Situation:
    """75 seconds of speech without text, from the end of a sentence to the end of another one."""
    ends = _sentence_ends(words)
    first = ends[chance.randrange(5, len(ends) * 2 // 3)]
    last = next((end for end in ends if words[end - 1].end > words[first].start + _HOLE_S), len(words) - 1)
    return Situation(edit(words[:first] + words[last:], chance), garble(words, 0.1, chance))


def _on_hold(share: float) -> Callable[[list[Said], random.Random], Situation]:
    """A message that repeats for minutes.

    Args:
        share: how much of it the text has; 0 = one reading.
    """

    def make(words: list[Said], chance: random.Random) -> Situation:
        place = chance.choice(_sentence_ends(words)[3:-3])
        start = words[place - 1].end + 0.5
        message: list[Said] = []
        while start < words[place - 1].end + _HOLD_S:
            for text in _HOLD.split():
                message.append(Said(text, start, start + 0.3))
                start += 0.35 if not text.endswith((".", ",")) else 0.8
            start += 2.0
        length = start - words[place - 1].end
        later = [word._replace(start=word.start + length, end=word.end + length) for word in words[place:]]
        each = len(_HOLD.split())
        if share:
            told = message[: round(len(message) / each * share) * each]
        else:
            # any reading would do, so its words have no true time
            told = [word._replace(start=-1.0, end=-1.0) for word in message[:each]]
        written = [*words[:place], *told, *later]
        return Situation(edit(written, chance), garble([*words[:place], *message, *later], 0.15, chance))

    return make


SITUATIONS: dict[str, Callable[[list[Said], random.Random], Situation]] = {
    "10% garbled": _garbled(0.1),
    "20% garbled": _garbled(0.2),
    "edited": _edited,
    "repeated": _repeated,
    "swapped": _swapped,
    "holes": _holed,
    "on hold": _on_hold(1.0),
    "on hold, once in the text": _on_hold(0.0),
}
"""Each with what it is called; the places are those of `places_of`."""


def _sentence_ends(words: Sequence[Said]) -> list[int]:
    return [n + 1 for n, word in enumerate(words[:-1]) if word.text.endswith((".", "?", "!"))]


def _sentences(words: Sequence[Said]) -> Iterator[list[Said]]:
    begin = 0
    for end in [*_sentence_ends(words), len(words)]:
        yield list(words[begin:end])
        begin = end
