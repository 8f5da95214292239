"""The times of words by a decoder that knows only them; the way where no model hears phones.

A decoder that knows only the words of the transcript, and how they follow each other, recognises the recording. Words
recognised in the transcript's order have their times. The words between them are then aligned within the gap.
"""

from __future__ import annotations

import tempfile
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from captious.audio.decode import DecodedWord, Decoder, build_models
from captious.audio.plausibility import check_found
from captious.audio.recognition import recognise
from captious.core.clock import short_time
from captious.timing.matching import match
from captious.timing.syllables import count_syllables

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from captious.audio.decode import Models
    from captious.audio.reading import Audio

_RUN = 3
_CONTEXT = 2
_SYLLABLE_MS = 240
"""Usual length of a syllable.

Sources:
    4.1 syllables per second: our own measurement (styles/base.toml, speed.speaking_rate_sps).
"""
_TIGHT, _LOOSE, _PAUSE_MS = 0.4, 2.5, 4000
_LONGEST_MS = 60_000
_DRIFT_MS = 300
_DECODED_SURE, _ALIGNED_SURE = 0.99, 0.9
_LEAST_UNCAPTIONED_MS = 10_000


class _Gap(NamedTuple):
    """Words between two that were recognised: index of the first and past the last, and the time for them."""

    first: int
    last: int
    start_ms: int
    end_ms: int


def time_by_decoder(
    spoken: Sequence[str],
    audio: Audio,
    *,
    jobs: int,
    progress: Callable[[float], None] | None = None,
    cache: Path | None = None,
) -> tuple[list[tuple[int, int, float] | None], tuple[str, ...]]:
    """Find the times of spoken words: start, end and confidence of each, and remarks.

    Args:
        spoken: the words, as `captious.audio.pronunciation.spoken_forms` returns them.
        audio: the recording.
        jobs: number of processes.
        progress: called with the share done, 0 to 1.
        cache: a file that keeps the recognised words.

    Raises:
        MediaError: pocketsphinx is not installed.
        TimingError: another recording.
    """
    with tempfile.TemporaryDirectory() as folder:
        models = build_models(spoken, folder)
        recognised = recognise(audio, models, spoken, jobs=jobs, progress=progress, cache=cache)
        return _time(spoken, recognised, audio, models)


def _time(
    spoken: Sequence[str], recognised: Sequence[DecodedWord], audio: Audio, models: Models
) -> tuple[list[tuple[int, int, float] | None], tuple[str, ...]]:
    times: list[tuple[int, int, float] | None] = [None] * len(spoken)
    for left, right in _sure(spoken, recognised):
        times[left] = (recognised[right].start_ms, recognised[right].end_ms, _DECODED_SURE)
    found = [number for number, time in enumerate(times) if time is not None]
    check_found(len(found), len(spoken), audio)
    costs = [0, *accumulate(round(_SYLLABLE_MS * max(count_syllables(word), 1)) for word in spoken)]
    decoder = Decoder(models)
    remarks: list[str] = []
    for gap in _gaps(times, audio.duration_ms):
        needed, there_is = costs[gap.last] - costs[gap.first], gap.end_ms - gap.start_ms
        if there_is - needed > max(_LEAST_UNCAPTIONED_MS, needed):
            words = sum(gap.start_ms <= word.start_ms < gap.end_ms for word in recognised)
            if words * 1000 > there_is - needed:
                remarks.append(
                    f"{short_time(gap.start_ms)}: {round((there_is - needed) / 1000)} s of speech without text"
                )
        if gap.first == gap.last:
            continue
        near = _near_speech(gap, needed, len(spoken))
        if _TIGHT * needed <= near.end_ms - near.start_ms <= min(_LOOSE * needed + _PAUSE_MS, _LONGEST_MS):
            _fill(times, near, spoken, audio, decoder)
    return times, tuple(remarks)


def _sure(spoken: Sequence[str], recognised: Sequence[DecodedWord]) -> list[tuple[int, int]]:
    """Recognised words that are the same as the transcript's, in runs of at least three."""
    pairs = [
        (pair.left, pair.right)
        for pair in match(list(spoken), [word.text for word in recognised])
        if pair.same
    ]
    sure: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    for pair in pairs:
        if run and pair != (run[-1][0] + 1, run[-1][1] + 1):
            sure += run if len(run) >= _RUN else []
            run = []
        run.append(pair)
    return sure + (run if len(run) >= min(_RUN, len(spoken)) else [])


def _gaps(times: Sequence[tuple[int, int, float] | None], length_ms: int) -> list[_Gap]:
    found = [(number, time) for number, time in enumerate(times) if time is not None]
    first, last = found[0], found[-1]
    gaps = [_Gap(0, first[0], 0, first[1][0])]
    gaps += [_Gap(here + 1, there, one[1], other[0]) for (here, one), (there, other) in pairwise(found)]
    return [*gaps, _Gap(last[0] + 1, len(times), last[1][1], length_ms)]


def _near_speech(gap: _Gap, needed_ms: int, count: int) -> _Gap:
    """A gap; at the start or the end of the recording, where music may be, only its part next to the speech."""
    if gap.first == 0:
        gap = gap._replace(start_ms=max(gap.start_ms, gap.end_ms - 2 * needed_ms - 1000))
    if gap.last == count:
        gap = gap._replace(end_ms=min(gap.end_ms, gap.start_ms + 2 * needed_ms + 1000))
    return gap


def _fill(
    times: list[tuple[int, int, float] | None],
    gap: _Gap,
    spoken: Sequence[str],
    audio: Audio,
    decoder: Decoder,
) -> None:
    """Align the words of a gap, together with a few recognised ones on both sides."""
    before = [number for number in range(max(gap.first - _CONTEXT, 0), gap.first) if times[number]]
    after = [number for number in range(gap.last, min(gap.last + _CONTEXT, len(spoken))) if times[number]]
    numbers = [*before, *range(gap.first, gap.last), *after]
    start = times[before[0]][0] if before else gap.start_ms  # type: ignore[index]
    end = times[after[-1]][1] if after else gap.end_ms  # type: ignore[index]
    recognised = decoder.align([spoken[number] for number in numbers], audio.between(start, end), start)
    if recognised is None:
        return
    by_number = dict(zip(numbers, recognised, strict=True))
    for number in (*before, *after):
        time = times[number]
        if time is not None and abs(by_number[number].start_ms - time[0]) > _DRIFT_MS:
            return  # known times had to move: something else is said here
    for number in range(gap.first, gap.last):
        word = by_number[number]
        times[number] = (word.start_ms, word.end_ms, _ALIGNED_SURE)
