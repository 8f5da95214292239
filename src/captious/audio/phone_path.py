"""Where words are said: the likeliest path of their phones through what was heard (CTC, Viterbi).

A word is its phones, each for a frame or more, with blank frames between. Before and after each word there may be blank
frames and the end of a word. Two detours make the path hold where text and recording differ: a word may be left out, at
a price for each of its phones, and between two words anything may be heard, at a price for entering and for each frame
with a phone.

Sources:
    Graves et al. 2006, Connectionist Temporal Classification; Viterbi 1967. The prices are our own measurement
    (bench/audio.py, on sentences that are not checked there).
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from captious.audio.phones import ALIKE, BLANK, BOUNDARY, FLOOR, PHONES, STEPS, VOWELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

LEAVE_OUT = 3.5
"""Price of leaving out a word, for each of its phones."""
_ENTER, _ENTER_INSIDE = 10.0, 14.0
"""Price of something else between two sentences, and between two words of one."""
_WAIT = 0.03
"""Price of each frame between two words of a sentence; between two sentences a pause is free."""
_ELSE = 2.0
"""Price of each frame of something else that is a phone."""
_ALIKE_SHARE, _VOWEL_SHARE = 0.05, 0.01
"""What a phone that sounds alike counts for another one, and any vowel for any other."""
_NEVER = -1e9

_STAY, _FROM_BLANK, _FROM_PHONE, _FROM_EDGE = range(4)
_EDGE, _ELSEWHERE, _PHONE = range(3)
_BLANK_FROM_PHONE = 4
_EDGE_BEGINS, _ELSE_BEGINS = 4, 8


class Said(NamedTuple):
    """A word in its place.

    Args:
        start: frame of its first phone.
        end: frame after its last phone.
        score: mean logarithm of how likely its phones are, each where it is likeliest.
    """

    start: int
    end: int
    score: float


class Path(NamedTuple):
    """Words in their places.

    Args:
        words: each in its place; ``None`` where it was left out.
        elsewhere: frames at which something else is heard, as spans.
        score: logarithm of how likely all of it is, minus the prices.
    """

    words: list[Said | None]
    elsewhere: list[tuple[int, int]]
    score: float


def find_path(
    heard: NDArray[np.uint8],
    words: Sequence[Sequence[int]],
    *,
    enter: Sequence[float],
    leave_out: float = LEAVE_OUT,
) -> Path:
    """Find the likeliest path of words through frames.

    Args:
        heard: the frames, as `captious.audio.phones` says it.
        words: the columns of each word's phones, at least one for each.
        enter: price of something else before each word, and after the last one.
        leave_out: price of leaving out a word, for each of its phones.
    """
    return _Search(heard, words, enter, leave_out).run()


def entry_prices(ends: Sequence[bool]) -> list[float]:
    """Price of something else before each word and after the last one, by whether each ends a sentence."""
    return [_ENTER, *(_ENTER if end else _ENTER_INSIDE for end in ends)]


def score_elsewhere(heard: NDArray[np.uint8]) -> float:
    """The score of frames if something else is heard in all of them."""

    return float(_else_scores(_scores_of(heard)).sum())


def _scores_of(heard: NDArray[np.uint8]) -> NDArray[np.float32]:
    import numpy as np

    return heard.astype(np.float32) / np.float32(-STEPS)


def _else_scores(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    import numpy as np

    silent = np.maximum(scores[:, BLANK], scores[:, BOUNDARY])
    likely: NDArray[np.float32] = np.maximum(silent, scores.max(axis=1) - np.float32(_ELSE))
    return likely


def _forgiving(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scores of phones that count a little for others that sound alike: a word may be said in several ways."""
    import numpy as np

    shares = np.exp(scores[:, :BLANK])
    alike = np.eye(BLANK, dtype=np.float32)
    for group, share in ((ALIKE, _ALIKE_SHARE), ((VOWELS,), _VOWEL_SHARE)):
        for phones in group:
            columns = [PHONES[phone] for phone in phones.split()]
            place = np.ix_(columns, columns)
            alike[place] = np.maximum(alike[place], np.float32(share))
    forgiving: NDArray[np.float32] = np.log(np.maximum(shares @ alike, np.exp(np.float32(-FLOOR / STEPS))))
    return forgiving


class _Search:
    def __init__(
        self,
        heard: NDArray[np.uint8],
        words: Sequence[Sequence[int]],
        enter: Sequence[float],
        leave_out: float,
    ) -> None:
        import numpy as np

        self._heard = _scores_of(heard)
        self._said = _forgiving(self._heard)
        self._sounds = np.array([phone for word in words for phone in word], np.int32)
        sizes = np.array([len(word) for word in words], np.int32)
        self._first = np.cumsum(sizes) - sizes
        self._last = self._first + sizes - 1
        self._owner = np.repeat(np.arange(len(words), dtype=np.int32), sizes)
        inner = np.ones(len(self._sounds), bool)
        inner[self._first] = False
        self._inner = np.flatnonzero(inner)
        # the same phone twice has to have a blank frame between
        self._twice = self._sounds[self._inner] == self._sounds[self._inner - 1]
        self._left_out = np.array([0, *accumulate(sizes * leave_out)], np.float32)
        self._enter = np.array(enter, np.float32)
        self._wait = np.where(self._enter > _ENTER, np.float32(_WAIT), np.float32(0))

    def run(self) -> Path:
        """Follow all paths frame by frame, then the likeliest one back."""
        import numpy as np

        frames, count, edges = len(self._heard), len(self._sounds), len(self._first) + 1
        blank = self._heard[:, BLANK]
        edge_cost = np.maximum(blank, self._heard[:, BOUNDARY])
        else_cost = _else_scores(self._heard)
        phone, pause = (np.full(count, _NEVER, np.float32) for _ in range(2))
        edge, other = (np.full(edges, _NEVER, np.float32) for _ in range(2))
        self._steps = np.zeros((frames, count), np.uint8)
        self._origins = np.zeros((frames + 1, edges), np.uint16 if edges <= 1 << 16 else np.uint32)
        self._kinds = np.zeros((frames + 1, edges), np.uint8)
        reached = np.full(edges, _NEVER, np.float32)
        reached[0] = 0
        reached = self._leave_out(0, reached)
        for frame in range(frames):
            step = self._steps[frame]
            from_pause = pause[self._inner - 1]
            from_phone = np.where(self._twice, np.float32(_NEVER), phone[self._inner - 1])
            here = phone[self._inner]
            best = np.maximum(np.maximum(from_pause, from_phone), here)
            step[self._inner] = np.where(
                best == here, _STAY, np.where(best == from_phone, _FROM_PHONE, _FROM_BLANK)
            )
            begun, here = reached[:-1], phone[self._first]
            step[self._first] = np.where(begun > here, _FROM_EDGE, _STAY)
            step += (phone > pause).astype(np.uint8) * np.uint8(_BLANK_FROM_PHONE)
            pause = np.maximum(phone, pause) + blank[frame]
            phone[self._inner] = best
            phone[self._first] = np.maximum(begun, here)
            phone += self._said[frame][self._sounds]
            begins = (reached > edge) * np.uint8(_EDGE_BEGINS)
            edge = np.maximum(reached, edge) + (edge_cost[frame] - self._wait)
            entered = reached - self._enter
            begins += (entered > other) * np.uint8(_ELSE_BEGINS)
            other = np.maximum(entered, other) + (else_cost[frame] - self._wait)
            reached = self._reach(frame + 1, edge, other, phone[self._last])
            self._kinds[frame + 1] += begins
        return self._follow_back(float(reached[-1]))

    def _reach(
        self,
        frame: int,
        edge: NDArray[np.float32],
        other: NDArray[np.float32],
        ended: NDArray[np.float32],
    ) -> NDArray[np.float32]:
        """The best way to each edge between words."""
        import numpy as np

        reached = np.maximum(edge, other)
        kind = self._kinds[frame]
        kind[:] = np.where(other > edge, _ELSEWHERE, _EDGE)
        kind[1:][ended > reached[1:]] = _PHONE
        reached[1:] = np.maximum(reached[1:], ended)
        return self._leave_out(frame, reached)

    def _leave_out(self, frame: int, reached: NDArray[np.float32]) -> NDArray[np.float32]:
        """The best way to each edge if words before it may be left out."""
        import numpy as np

        paid = reached + self._left_out
        best = np.maximum.accumulate(paid)
        numbers = np.arange(len(paid), dtype=self._origins.dtype)
        numbers[paid != best] = 0
        np.maximum.accumulate(numbers, out=self._origins[frame])
        return best - self._left_out

    def _follow_back(self, score: float) -> Path:
        words: list[Said | None] = [None] * len(self._first)
        elsewhere: list[tuple[int, int]] = []
        frame, edge = len(self._heard), len(self._first)
        while True:
            edge = int(self._origins[frame, edge])  # before the words that are left out
            if not frame:
                break
            kind = int(self._kinds[frame, edge]) & 3
            if kind == _PHONE:
                frame, edge = self._follow_word(frame, edge, words)
                continue
            last = frame
            begins = _ELSE_BEGINS if kind == _ELSEWHERE else _EDGE_BEGINS
            while not int(self._kinds[frame, edge]) & begins:
                frame -= 1
            frame -= 1
            if kind == _ELSEWHERE:
                elsewhere.append((frame, last))
        return Path(words, elsewhere[::-1], score)

    def _follow_word(self, frame: int, edge: int, words: list[Said | None]) -> tuple[int, int]:
        """Put the word before an edge in its place, back from the frame it ends at."""
        word, place, end = edge - 1, int(self._last[edge - 1]), frame
        in_phone = True
        best: dict[int, float] = {}
        while True:
            frame -= 1
            step = int(self._steps[frame, place])
            if not in_phone:
                in_phone = bool(step & _BLANK_FROM_PHONE)
                continue
            likely = float(self._said[frame, self._sounds[place]])
            best[place] = max(best.get(place, likely), likely)
            way = step & 3
            if way == _FROM_EDGE:
                words[word] = Said(frame, end, sum(best.values()) / len(best))
                return frame, word
            in_phone = way != _FROM_BLANK
            place -= way != _STAY
