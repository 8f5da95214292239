"""How far the times of words that were matched with word timings can be trusted."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from captious.timing.edges import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from captious.transcripts.model import Word

SURE = 0.9
"""Times with less confidence are unsure: somebody should listen to them."""

_FOUND = 0.99
_BETWEEN = ((500, 0.98), (1000, 0.89), (3000, 0.78), (6000, 0.6))
_FAR = 0.5
_DOUBTFUL = 0.6
"""Share of starts within 0.3 s of the truth: of words that were found; of others by the milliseconds between the found
words around them; of those in longer gaps; and of words that may have been found at the wrong place.

Sources:
    Our own measurement: five passages of 10,000 words of calls (earnings22), 20% garbled, 8% edited: 0.997, then
    0.983, 0.892, 0.779, 0.590 and 0.570; with 45% garbled 0.992, 0.967, 0.872, 0.715, 0.561 and 0.460.
"""

_SLOWEST_SPS, _FASTEST_SPS = 1.0, 8.0
"""Syllables a second between two words, above and below which one of them is at the wrong place, or there is a hole."""
_SLACK_MS = 2000
_ISLAND = 6
"""So many words in a row, with an implausible rate before or after them, may be found at the wrong place."""
_HOLE_MS = 10_000
_LONGEST_SENTENCE = 40


def rate_words(
    words: Sequence[Word],
    exact: set[int],
    times_ms: tuple[Sequence[int], Sequence[int]],
    *,
    syllables: Sequence[float],
    lost: Iterable[tuple[int, int]],
) -> tuple[float, ...]:
    """Say how sure the start of each word is.

    Args:
        words: the words of the transcript.
        exact: indices of the words that were found, at least one.
        times_ms: the starts and the ends of the words.
        syllables: syllables before each word, and before the end.
        lost: passages that were not found in the recording, or elsewhere in it; indices of words, half open.

    Returns:
        The share of such starts that are within 0.3 s of the truth, for each word.
    """
    starts, ends = times_ms
    found = sorted(exact)
    sure = [_FOUND if number in exact else _FAR for number in range(len(words))]
    bounds = [0]
    for place, (here, there) in enumerate(pairwise(found), 1):
        gap = starts[there] - ends[here]
        between = syllables[there] - syllables[here + 1]
        slow = gap > _SLACK_MS + 1000 * between / _SLOWEST_SPS
        fast = 1000 * between / _FASTEST_SPS > _SLACK_MS / 2 + gap
        if slow or fast:
            bounds.append(place)
        usual = next((share for longest, share in _BETWEEN if gap < longest), _FAR)
        sure[here + 1 : there] = [_FAR if fast else usual] * (there - here - 1)
        if gap > _HOLE_MS + 1000 * between / _SLOWEST_SPS:
            _doubt(sure, there, _end_of_sentence(words, there))
    for begin, end in pairwise([*bounds, len(found)]):
        if len(bounds) > 1 and end - begin < _ISLAND:
            _doubt(sure, found[begin], found[end - 1] + 1)
    for first, last in lost:
        _doubt(sure, first, last)
    return tuple(sure)


def _doubt(sure: list[float], first: int, last: int) -> None:
    sure[first:last] = [min(one, _DOUBTFUL) for one in sure[first:last]]


def _end_of_sentence(words: Sequence[Word], first: int) -> int:
    last = min(first + _LONGEST_SENTENCE, len(words))
    return next((n + 1 for n in range(first, last) if ends_sentence(words[n].text)), last)
