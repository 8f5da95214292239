"""Transcripts with times, such as Otter and Riverside export them as text, as word timings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.captioning import all_words, time_words
from captious.core.numbers import count
from captious.errors import WordsError
from captious.jobs.sources import open_source
from captious.style import load_style
from captious.transcripts.parse import read_transcript
from captious.word_timings.model import TimedWord, WordTrack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.timing.estimate import WordTimes
    from captious.transcripts.model import Transcript

_FEWEST_TIMES = 2


def words_of_transcript(data: bytes, *, name: str = "", encoding: str | None = None) -> WordTrack:
    """Reads the words of a transcript with times; between two times they are interpolated by their syllables.

    Args:
        data: the whole file.
        name: its name, for errors.
        encoding: Python's name of its encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark.

    Raises:
        CaptiousError: it is no transcript, or has no times.
    """
    opened = open_source(data, name=name, encoding=encoding).without_captions()
    if opened.track is not None:
        return opened.track
    transcript = read_transcript(opened.text or "", path=name or None)
    times_in_text = sum(word.anchor_ms is not None for word in all_words(transcript))
    if times_in_text < _FEWEST_TIMES:
        found = "with a single time" if times_in_text else "without times"
        raise WordsError(
            f"no word timings, but a text {found}",
            hint="Give the output of a recogniser with the times of words (JSON), captions (SRT, VTT), or the "
            "recording as audio.",
        )
    speed = load_style("base").profile(format="vtt", language=transcript.language).speed
    times = time_words(transcript, speed=speed)
    remark = f"{count(times_in_text, 'time')} in the text: the words between them are interpolated"
    return WordTrack(
        "transcript with times",
        tuple(_timed(transcript, times)),
        measured=False,
        language=transcript.language,
        remarks=(remark, *times.remarks),
    )


def _timed(transcript: Transcript, times: WordTimes) -> Iterator[TimedWord]:
    number = 0
    for turn in transcript.turns:
        for word in turn.words:
            if not word.sound:
                start, end = times.starts_ms[number], times.ends_ms[number]
                yield TimedWord(word.text, start, end, speaker=turn.speaker)
            number += 1
