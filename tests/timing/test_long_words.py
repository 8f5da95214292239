from __future__ import annotations

import pytest

from captious.style import load_style
from captious.timing.align import align_word_times
from captious.timing.confidence import SURE
from captious.transcripts.model import Word
from captious.word_timings.model import TimedWord, WordTrack

SPEED = load_style("youtube").profile(format="srt", language="en").speed
SENTENCES = [f"{first} went home with me that night." for first in ("Ann", "Ben", "Carl", "Dan", "Eve")]


def heard(*, before: bool) -> list[TimedWord]:
    """Each word follows at once, and the pause between two sentences of 2 s is in one of the words beside it."""
    words: list[TimedWord] = []
    start = 0
    for sentence in SENTENCES:
        texts = sentence.split()
        for number, text in enumerate(texts):
            is_long = number == (0 if before else len(texts) - 1)
            end = start + 250 + 2000 * is_long
            words.append(TimedWord(text, start, end))
            start = end
    return words


def starts_and_confidences(track: list[TimedWord], text: str) -> tuple[list[int], list[float]]:
    # another word at the end, so that the words are not simply the track's own
    times = align_word_times(
        [Word(word, 1) for word in f"{text} Bye.".split()], WordTrack("test", tuple(track)), speed=SPEED
    )
    return list(times.starts_ms), [sure or 0.0 for sure in times.confidences]


def test_the_first_word_of_a_sentence_begins_after_the_pause_it_contains() -> None:
    starts, sure = starts_and_confidences(heard(before=True), " ".join(SENTENCES))
    second = len(SENTENCES[0].split())
    assert starts[second] == pytest.approx(2250 + 6 * 250 + 2000, abs=150)
    assert sure[second] >= SURE


def test_the_summary_says_how_many_words_begin_later() -> None:
    words = [Word(word, 1) for word in f"{' '.join(SENTENCES)} Bye.".split()]
    times = align_word_times(words, WordTrack("test", tuple(heard(before=True))), speed=SPEED)
    assert times.remarks[0].startswith("4 long words with a pause inside: each begins after it")


def test_the_last_word_of_a_sentence_keeps_its_start() -> None:
    track = heard(before=False)
    starts, _ = starts_and_confidences(track, " ".join(SENTENCES))
    assert starts[:-1] == [word.start_ms for word in track]


def test_a_long_word_is_unsure_where_the_habit_is_not_known() -> None:
    track = heard(before=False)
    track[3] = TimedWord(track[3].text, track[3].start_ms, (track[3].end_ms or 0) + 2000)
    late = [
        TimedWord(word.text, (word.start_ms or 0) + 2000, (word.end_ms or 0) + 2000) for word in track[4:]
    ]
    starts, sure = starts_and_confidences(track[:4] + late, " ".join(SENTENCES))
    assert starts[3] == track[3].start_ms
    assert sure[3] < SURE
    assert sure[2] >= SURE
