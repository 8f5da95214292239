"""Where holes begin and end: at the end of a sentence, and in a pause, wherever the words allow it.

A passage that only one side has often begins with the same word as what follows it ("So", "Yes", "Thank you"). Which of
the two was said is not in the words, but in what is around them: people leave out whole sentences, and an ASR that lost
a passage has a pause there.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from captious.timing.matching import Pair
from captious.timing.syllables import count_syllables
from captious.timing.table import OPEN, pair_cheapest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.timing.parts import Side
    from captious.transcripts.model import Word
    from captious.word_timings.model import TimedWord

_FEWEST_WORDS, _LEAST_WAIT_MS = 5, 2000
"""From so many words on one side, or so long a wait, there may be a hole."""
_REACH = 30
"""Pairs at each edge of a hole that may belong to the other one."""
_MOST_CELLS = 1 << 24

_WITHIN_SENTENCE, _WITHOUT_PAUSE = 16, 16
"""What it costs more to leave out speech within a sentence, and text where there is no pause: of our own choice, the
first as much as a word that differs.
"""
_PAUSE_MS = 1000
_SYLLABLE_MS = 200


def settle_edges(
    pairs: Sequence[Pair],
    words: Sequence[Word],
    timed: Sequence[TimedWord],
    *,
    written: Side,
    recognised: Side,
) -> list[Pair]:
    """Match the words around each hole again, so that it begins and ends where it is plausible.

    Args:
        pairs: matches of the parts, rising.
        words: the words of the transcript.
        timed: the words of the word timings, each with a start.
        written: the parts of the words of the transcript.
        recognised: the parts of those of the word timings.

    Returns:
        The matches with those around holes made anew, rising.
    """
    settled: list[Pair] = []
    done = 0
    for first, last in _windows(pairs, recognised, timed):
        settled += pairs[done:first]
        done = last
        begin, end = pairs[first], pairs[last - 1]
        lefts, rights = range(begin.left, end.left + 1), range(begin.right, end.right + 1)
        if len(lefts) * len(rights) > _MOST_CELLS:
            settled += pairs[first:last]
            continue
        made = pair_cheapest(
            [written.parts[left] for left in lefts],
            [recognised.parts[right] for right in rights],
            opens_left=[
                OPEN + (0 if _is_pause(timed, recognised, right) else _WITHOUT_PAUSE)
                for right in (*rights, rights.stop)
            ],
            opens_right=[
                OPEN + (0 if _begins_sentence(words, written, left) else _WITHIN_SENTENCE)
                for left in (*lefts, lefts.stop)
            ],
        )
        settled += [
            Pair(lefts[one], rights[other], written.parts[lefts[one]] == recognised.parts[rights[other]])
            for one, other in made
        ]
    settled += pairs[done:]
    _slide(settled, written, recognised, timed)
    return settled


def _slide(pairs: list[Pair], written: Side, recognised: Side, timed: Sequence[TimedWord]) -> None:
    """Let words that were not heard lie where there is time for them, where the words around them are the same."""
    for place in range(1, len(pairs)):
        here, there = pairs[place - 1], pairs[place]
        missing = there.left - here.left - 1
        if not missing or there.right != here.right + 1:
            continue
        needed = _SYLLABLE_MS * sum(
            count_syllables(written.parts[left]) for left in range(here.left + 1, there.left)
        )
        least, best = max(needed - _room(timed, recognised, there.right), 0), 0
        back, on = (_count_sliding(pairs, place, written, step) for step in (-1, 1))
        for moved in sorted(range(-back, on + 1), key=abs):
            lacking = max(needed - _room(timed, recognised, there.right + moved), 0)
            if lacking < least:
                least, best = lacking, moved
        by = missing if best < 0 else -missing
        for number in range(place + min(best, 0), place + max(best, 0)):
            pairs[number] = pairs[number]._replace(left=pairs[number].left + by)


def _count_sliding(pairs: Sequence[Pair], place: int, written: Side, step: int) -> int:
    """How many words in a row, before a gap or after it, may as well be those at its other end."""
    by = -step * (pairs[place].left - pairs[place - 1].left - 1)
    number = first = place - 1 if step < 0 else place
    while (
        0 <= number < len(pairs)
        and abs(number - first) < _REACH
        and pairs[number].same
        and pairs[number].left - pairs[first].left
        == pairs[number].right - pairs[first].right
        == number - first
        and written.parts[pairs[number].left] == written.parts[pairs[number].left + by]
    ):
        number += step
    return abs(number - first)


def _room(timed: Sequence[TimedWord], recognised: Side, right: int) -> float:
    """Milliseconds before a word in which another one may have been said."""
    if not 0 < right < len(recognised.owners):
        return 0
    here, there = recognised.owners[right - 1], recognised.owners[right]
    return 0 if here == there else _wait(timed, here, there)


def _windows(
    pairs: Sequence[Pair], recognised: Side, timed: Sequence[TimedWord]
) -> Iterator[tuple[int, int]]:
    """Indices of the pairs around each hole, those of neighbouring holes together."""
    waiting: tuple[int, int] | None = None
    for number, (here, there) in enumerate(pairwise(pairs), 1):
        words = max(there.left - here.left, there.right - here.right) - 1
        wait = _wait(timed, recognised.owners[here.right], recognised.owners[there.right])
        if words < _FEWEST_WORDS and wait < _LEAST_WAIT_MS:
            continue
        first, last = max(number - _REACH, 0), min(number + _REACH, len(pairs))
        if waiting is not None and first < waiting[1]:
            waiting = waiting[0], last
            continue
        if waiting is not None:
            yield waiting
        waiting = first, last
    if waiting is not None:
        yield waiting


def _wait(timed: Sequence[TimedWord], one: int, other: int) -> int:
    """Milliseconds from the end of a word to the start of another one."""
    start, end = timed[one].start_ms or 0, timed[one].end_ms
    return (timed[other].start_ms or 0) - (start if end is None else end)


def _is_pause(timed: Sequence[TimedWord], recognised: Side, right: int) -> bool:
    if not 0 < right < len(recognised.owners):
        return True
    here, there = recognised.owners[right - 1], recognised.owners[right]
    return here != there and _wait(timed, here, there) >= _PAUSE_MS


def _begins_sentence(words: Sequence[Word], written: Side, left: int) -> bool:
    if not 0 < left < len(written.owners):
        return True
    here, there = written.owners[left - 1], written.owners[left]
    return here != there and any(ends_sentence(word.text) for word in words[here:there])


def ends_sentence(text: str) -> bool:
    """Whether a word has the mark of the end of a sentence."""
    return text.rstrip("\"'”’»)]").endswith((".", "?", "!", "…", "。", "？", "！", "؟", "।"))
