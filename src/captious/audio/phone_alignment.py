"""The times of words by the phones of a recording."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from captious.audio.decode import pronunciations
from captious.audio.listening import hear_phones
from captious.audio.phone_anchors import find_parts, is_searchable
from captious.audio.phone_edges import attach_edges, rejoin_first_words
from captious.audio.phone_path import entry_prices, find_path
from captious.audio.phone_speech import speech_spans
from captious.audio.phones import FRAME_MS, PHONES
from captious.audio.plausibility import check_found
from captious.core.clock import short_time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from captious.audio.phone_path import Said
    from captious.audio.reading import Audio

_LATE_MS = 80
"""How late the model marks a phone.

Sources:
    Our own measurement: 85 ms on speech of flite, 65 ms on speech of espeak-ng, 84 ms on clips timed by hand.
"""
_WINDOW = 2
_SCORES = (-9.0, -4.5, -3.3, -1.5)
_SURENESS = (0.5, 0.6, 0.9, 0.99)
"""How sure a word is by the mean score of itself and two words on both sides.

Sources:
    Our own measurement: of 6,464 words with music, noise, edits and holes 13 were more than 0.3 s off; of right ones 99
    in 100 have a mean above -2.9.
"""
_CLEAR = -2.75
"""Words with a better mean than this count as found: what noise seems to say is worse."""
_UNSURE = 0.6
_ATTACHED = 0.85
_AROUND, _LEAST_AROUND = 5, 0.4
"""A word is where it is by chance if fewer than this share of the words around it were found, on both sides."""
_HOLE_MS = 10_000
_BESIDE = 3
"""So many words beside something else that lasts this long may belong on its other side."""
_SPEECH_MS = 5_000
"""Speech without text that is worth a remark."""


def time_by_phones(
    spoken: Sequence[str],
    ends: Sequence[bool],
    audio: Audio,
    *,
    jobs: int,
    progress: Callable[[float], None] | None = None,
    cache: Path | None = None,
) -> tuple[list[tuple[int, int, float] | None], tuple[str, ...]]:
    """Find the times of spoken words: start, end and confidence of each, and remarks.

    Args:
        spoken: the words, as `captious.audio.pronunciation.spoken_forms` returns them.
        ends: for each word, whether it ends a sentence.
        audio: the recording.
        jobs: number of threads.
        progress: called with the share done, 0 to 1.
        cache: what was heard is kept beside this file.

    Raises:
        MediaError: pocketsphinx, which brings the dictionary, is not installed.
        TimingError: another recording.
    """
    words = _phones_of(spoken)
    heard = hear_phones(audio, jobs=jobs, progress=progress, cache=cache)
    placed: list[Said | None] = []
    elsewhere: list[tuple[int, int]] = []
    for part in find_parts(heard, words):
        here = slice(part.word, part.last_word)
        if not is_searchable(part, words):
            placed += [None] * (part.last_word - part.word)
            continue
        path = find_path(heard[part.frame : part.last_frame], words[here], enter=entry_prices(ends[here]))
        placed += [
            said and said._replace(start=said.start + part.frame, end=said.end + part.frame)
            for said in path.words
        ]
        elsewhere += [(start + part.frame, end + part.frame) for start, end in path.elsewhere]
    _drop_islands(placed)
    means = _mean_scores(placed)
    clear = sum(
        said is not None and mean >= _CLEAR for said, mean in zip(placed, means.tolist(), strict=True)
    )
    check_found(clear, len(spoken), audio)
    sure = _sureness(placed, means, elsewhere)
    edges = [*attach_edges(placed, heard, words, ends), *rejoin_first_words(placed, heard, words, ends)]
    for number in edges:
        sure[number] = _ATTACHED
    times = [
        None
        if said is None
        else (
            max(said.start * FRAME_MS - _LATE_MS, 0),
            min(said.end * FRAME_MS, audio.duration_ms),
            round(one, 3),
        )
        for said, one in zip(placed, sure, strict=True)
    ]
    return times, tuple(_remarks(heard, elsewhere))


def _phones_of(spoken: Sequence[str]) -> list[list[int]]:
    """The columns of the phones of each word, as it is said most often."""
    known: dict[str, list[int]] = {}
    for line in pronunciations(spoken):
        word, _, phones = line.partition(" ")
        known.setdefault(word.partition("(")[0], [PHONES[phone] for phone in phones.split()])
    return [known[word] for word in spoken]


def _drop_islands(placed: list[Said | None]) -> None:
    """Leave out the few words that were found within text that was not."""
    import numpy as np

    there = np.array([said is not None for said in placed], float)
    window = np.ones(2 * _AROUND + 1)
    found = np.convolve(there, window)[_AROUND:-_AROUND]
    count = np.convolve(np.ones(len(placed)), window)[_AROUND:-_AROUND]
    for number in np.flatnonzero((there > 0) & (found < _LEAST_AROUND * count)).tolist():
        placed[number] = None


def _mean_scores(placed: Sequence[Said | None]) -> NDArray[np.float64]:
    """The mean score of each word and the words around it."""
    import numpy as np

    scores = np.array([0.0 if said is None else said.score for said in placed])
    there = np.array([said is not None for said in placed], float)
    window = np.ones(2 * _WINDOW + 1)
    means = np.convolve(scores, window) / np.maximum(np.convolve(there, window), 1)
    return means[_WINDOW:-_WINDOW]


def _sureness(
    placed: Sequence[Said | None], means: NDArray[np.float64], elsewhere: Sequence[tuple[int, int]]
) -> list[float]:
    """How sure each word is, by what was heard of it and of the words around it."""
    import numpy as np

    sure: list[float] = np.interp(means, _SCORES, _SURENESS).tolist()
    starts = [(said.start, number) for number, said in enumerate(placed) if said is not None]
    for begin, end in elsewhere:
        if (end - begin) * FRAME_MS < _HOLE_MS:
            continue
        at = bisect_left(starts, (begin, 0))
        for _, number in starts[max(at - _BESIDE, 0) : at + _BESIDE]:
            sure[number] = min(sure[number], _UNSURE)
    return sure


def _remarks(heard: NDArray[np.uint8], elsewhere: Sequence[tuple[int, int]]) -> Iterator[str]:
    """What was said that is not in the text."""
    for start, end in elsewhere:
        spans = speech_spans(heard[start:end])
        length_ms = sum(last - first for first, last in spans)
        if length_ms >= _SPEECH_MS:
            begin = short_time(start * FRAME_MS + spans[0][0])
            yield f"{begin}: {round(length_ms / 1000)} s of speech without text"
