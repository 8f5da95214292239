from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from captious.core.cue import TimeSource
from captious.errors import TimingError
from captious.style import load_style
from captious.timing.align import align_word_times
from captious.transcripts.model import Word
from captious.word_timings.model import TimedWord, WordTrack

if TYPE_CHECKING:
    from captious.timing.estimate import WordTimes

SPEED = load_style("youtube").profile(format="srt", language="en").speed
TEXT = (
    "Thank you for having me. I started out with a typewriter and a stopwatch, and I still think "
    "that this taught me more about timing than anything else since then."
)


def said(text: str = TEXT) -> list[Word]:
    return [Word(word, 1) for word in text.split()]


def heard(text: str = TEXT, *, start_ms: int = 10_000, each_ms: int = 400) -> WordTrack:
    """Each word 300 ms long and as much silence after it as fills its time."""
    words = [word.strip(".,").lower() for word in text.split()]
    return WordTrack(
        "test",
        tuple(
            TimedWord(word, start_ms + number * each_ms, start_ms + number * each_ms + 300)
            for number, word in enumerate(words)
        ),
    )


def align(words: list[Word], track: WordTrack) -> WordTimes:
    times = align_word_times(words, track, speed=SPEED)
    assert len(times.starts_ms) == len(times.ends_ms) == len(times.sources) == len(words)
    assert all(a <= b for a, b in zip(times.starts_ms, times.ends_ms, strict=True))
    assert list(times.starts_ms) == sorted(times.starts_ms)
    return times


def test_words_have_the_times_of_the_same_words() -> None:
    times = align(said(), heard())
    assert times.starts_ms[:3] == (10_000, 10_400, 10_800)
    assert times.ends_ms[:2] == (10_300, 10_700)
    assert set(times.sources) == {TimeSource.ALIGNED}
    assert times.notice == "timed by test: 100.0% of the words found, the others interpolated"
    assert not times.is_draft
    assert times.remarks == ()


def test_a_word_that_was_not_found_is_interpolated_between_its_neighbours() -> None:
    track = heard()
    times = align(said(), replace(track, words=track.words[:7] + track.words[8:]))
    assert times.sources[7] is TimeSource.INTERPOLATED
    assert track.words[6].end_ms is not None
    assert track.words[6].end_ms <= times.starts_ms[7] <= 13_200


def test_numbers_case_and_hyphens_do_not_matter() -> None:
    times = align(said("Twenty non-native SPEAKERS, I’ve heard"), heard("20 non native speakers ive heard"))
    assert set(times.sources) == {TimeSource.ALIGNED}
    assert times.starts_ms == (10_000, 10_400, 11_200, 11_600, 12_000)


def test_words_after_a_pause_are_said_after_it() -> None:
    """The first word of the second sentence was not found: it does not begin in the silence before it."""
    track = heard("we were home early then so we left")
    later = tuple(
        replace(word, start_ms=(word.start_ms or 0) + 5000, end_ms=(word.end_ms or 0) + 5000)
        for word in track.words[5:]
    )
    times = align(said("We were home early. Then so we left."), replace(track, words=track.words[:4] + later))
    assert times.starts_ms[4] > 16_000
    assert times.ends_ms[3] == 11_500


def test_speech_without_text_is_reported() -> None:
    extra = "and now a word from our sponsor who makes the very best mattresses in all the world today"
    track = heard(TEXT[:24] + " " + extra + TEXT[24:])
    times = align(said(), track)
    (remark,) = times.remarks
    assert remark == "0:12: 18 words of speech without text: “and now a word from our…”"
    assert times.starts_ms[4] == 11_600
    assert times.starts_ms[5] == 10_000 + 23 * 400


def test_text_that_was_not_found_is_reported_and_interpolated() -> None:
    words = said(
        TEXT[:24]
        + " It is a long story that I will not tell you now, since we have no time for it."
        + TEXT[24:]
    )
    times = align(words, heard())
    (remark,) = times.remarks
    assert remark.startswith("line 1: 19 words not found in the recording: “It is a long story that…”")
    assert {times.sources[number] for number in range(5, 24)} == {TimeSource.INTERPOLATED}


def test_a_moved_passage_is_reported() -> None:
    one = (
        "We begin with the weather of the last four days, which was far too cold for anybody to be out there."
    )
    two = "After that I will tell you about my sister and the dog that she found behind the old station last year."
    times = align(said(f"{TEXT} {one} {two}"), heard(f"{TEXT} {two} {one}"))
    assert any("said elsewhere, at" in remark for remark in times.remarks)


def test_times_of_whole_stretches_are_approximate() -> None:
    times = align(said(), replace(heard(), measured=False))
    assert set(times.sources) == {TimeSource.APPROXIMATE}
    assert times.anchored == frozenset()


def test_the_words_themselves_are_measured() -> None:
    track = heard()
    times = align([Word(word.text, 1) for word in track.words], track)
    assert set(times.sources) == {TimeSource.MEASURED}
    assert times.notice == "timed by test"


def test_words_of_another_recording_are_refused() -> None:
    other = "my dog has fleas but yours does not because it lives by a lake where nobody ever goes"
    with pytest.raises(TimingError, match=r"the word timings are of another recording: .* of the 30 words"):
        align(said(), heard(other))


def test_words_without_a_time_are_passed_over() -> None:
    """WhisperX gives numbers no time."""
    track = heard()
    times = align(
        said(),
        replace(track, words=(track.words[0], replace(track.words[1], start_ms=None), *track.words[2:])),
    )
    assert times.sources[1] is TimeSource.INTERPOLATED
    assert 10_300 <= times.starts_ms[1] <= 10_800


def test_confidence_falls_with_the_gap_a_word_lies_in() -> None:
    texts = [f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(60)]
    heard = [TimedWord(text, 400 * n, 400 * n + 350) for n, text in enumerate(texts)]
    kept = [word for n, word in enumerate(heard) if n != 10 and not 20 <= n < 24 and not 30 <= n < 50]
    times = align_word_times(
        [Word(text, 1) for text in texts], WordTrack("the test", tuple(kept)), speed=SPEED
    )
    assert (times.confidences[5], times.confidences[10]) == (0.99, 0.98)
    assert (times.confidences[21], times.confidences[40]) == (0.78, 0.5)


def test_the_confidence_of_a_source_s_own_words_is_its_own() -> None:
    track = WordTrack("the test", (TimedWord("one", 0, 300, 0.4), TimedWord("two", 300, 600)))
    times = align_word_times([Word("one", 1), Word("two", 1)], track, speed=SPEED)
    assert times.confidences == (0.4, None)


def test_approximate_times_have_no_confidence() -> None:
    track = WordTrack("the test", (TimedWord("one", 0, 300), TimedWord("two", 300, 600)), measured=False)
    assert align_word_times([Word("one", 1), Word("two", 1)], track, speed=SPEED).confidences == (None, None)
