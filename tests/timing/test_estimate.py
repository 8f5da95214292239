from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captious.errors import TimingError
from captious.style import load_style
from captious.timing.anchors import PlacedAnchor
from captious.timing.estimate import WordTimes, estimate_word_times
from captious.transcripts.model import Word

SPEED = load_style("base").profile(format="srt", language="en").speed


def estimate(
    text: str, *, anchors: list[PlacedAnchor] | None = None, duration_ms: int | None = None
) -> WordTimes:
    words = [Word(word, 1) for word in text.split()]
    return estimate_word_times(words, anchors=anchors or [], duration_ms=duration_ms, speed=SPEED)


def test_words_share_the_duration_by_their_syllables_and_letters() -> None:
    times = estimate("a table a", duration_ms=4000)
    # syllables 1, 2, 1; letters with the space behind them 2, 6, 2
    assert (times.starts_ms, times.ends_ms) == ((0, 920, 3080), (920, 3080, 4000))


def test_sentences_and_commas_are_followed_by_pauses_which_fade_over_long_stretches() -> None:
    anchors = [PlacedAnchor(4, 2000, True, 1)]
    pause = estimate("ba ba. Ba ba ba ba", anchors=anchors, duration_ms=3000).starts_ms
    # the pause is as long as two of the six words and pauses before the anchor
    assert pause[2] == pytest.approx(2000 * 4 / 6, abs=20)
    comma = estimate("ba ba, Ba ba ba ba", anchors=anchors, duration_ms=3000).starts_ms
    assert 1000 < comma[2] < pause[2]
    hour = estimate(" ".join(["ba ba. Ba ba"] * 3600), duration_ms=3_600_000).starts_ms
    assert hour[2] == pytest.approx(500, abs=20)


def test_an_assumed_rate_is_that_of_all_syllables_whatever_the_pauses() -> None:
    assert estimate("Ba. " * 40).ends_ms[-1] == estimate("Ba " * 40).ends_ms[-1]


def test_an_anchor_is_met_exactly_and_splits_the_text() -> None:
    times = estimate("one two three four five", anchors=[PlacedAnchor(2, 1000, True, 1)], duration_ms=3000)
    assert times.starts_ms[2] == 1000
    assert times.ends_ms[-1] == 3000
    assert times.anchored == {2}


def test_without_duration_the_usual_rate_is_assumed_and_said() -> None:
    times = estimate("la " * 100)
    assert times.ends_ms[-1] == round(100_000 / SPEED.speaking_rate_sps.value)
    assert "assumed" in times.basis


def test_two_anchors_measure_the_rate_for_what_follows() -> None:
    anchors = [PlacedAnchor(0, 0, True, 1), PlacedAnchor(10, 5000, True, 1)]
    times = estimate("la " * 20, anchors=anchors)
    assert times.ends_ms[-1] == 10_000


def test_a_long_opening_without_words_is_left_empty() -> None:
    times = estimate("la " * 100, anchors=[PlacedAnchor(10, 120_000, True, 1)], duration_ms=150_000)
    assert times.starts_ms[0] > 100_000
    assert any("begin" in remark for remark in times.remarks)


def test_a_duration_too_short_for_speech_is_refused_with_the_needed_rate() -> None:
    with pytest.raises(TimingError, match=r"100 syllables in 5 s need 20\.0 syllables per second") as caught:
        estimate("la " * 100, duration_ms=5000)
    assert "at least" in (caught.value.hint or "")


def test_anchors_too_close_for_their_words_are_refused() -> None:
    anchors = [PlacedAnchor(0, 0, True, 1), PlacedAnchor(90, 1000, True, 7)]
    with pytest.raises(TimingError, match="too little time for the words between 0:00") as caught:
        estimate("la " * 100, anchors=anchors)
    assert caught.value.line == 7


def test_a_timestamp_too_close_for_its_words_is_left_out_and_reported() -> None:
    anchors = [
        PlacedAnchor(0, 0, False, 1),
        PlacedAnchor(90, 1000, False, 7),
        PlacedAnchor(95, 30_000, False, 8),
    ]
    times = estimate("la " * 100, anchors=anchors)
    assert times.starts_ms[95] == 30_000
    assert times.anchored == {0, 95}
    assert any("line 7" in remark for remark in times.remarks)


def test_a_long_pause_after_few_words_is_left_empty() -> None:
    anchors = [PlacedAnchor(0, 10_000, False, 1), PlacedAnchor(3, 40_000, False, 2)]
    times = estimate("one and two three and four", anchors=anchors, duration_ms=41_000)
    assert times.ends_ms[2] < 13_000
    assert times.starts_ms[3] == 40_000


def test_an_anchor_past_the_end_is_refused() -> None:
    with pytest.raises(TimingError, match="past the end"):
        estimate("one two", anchors=[PlacedAnchor(1, 9000, True, 1)], duration_ms=9000)


def test_a_timestamp_past_the_end_is_left_out_and_reported() -> None:
    times = estimate("one two three", anchors=[PlacedAnchor(1, 9000, False, 4)], duration_ms=2000)
    assert times.ends_ms[-1] == 2000
    assert times.remarks == ()
    (warning,) = times.warnings
    assert warning.startswith(
        "1 time of the transcript is past the end: the last is 0:09 (line 4), the duration 0:02;"
    )


def test_timestamps_past_the_end_are_told_of_in_one_sentence() -> None:
    anchors = [PlacedAnchor(number, 10_000 * number, False, number) for number in range(1, 6)]
    times = estimate("one two three four five six", anchors=anchors, duration_ms=25_000)
    (warning,) = times.warnings
    assert "3 times of the transcript are past the end from line 3 on:" in warning
    assert "the last is 0:50 (line 5), the duration 0:25;" in warning
    assert times.ends_ms[-1] <= 25_000


def test_words_without_a_syllable_take_no_time_and_divide_nothing() -> None:
    assert estimate("– – –", duration_ms=1000).starts_ms == (0, 0, 0)


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=60), st.integers(1, 50), st.booleans())
def test_times_never_fall_and_keep_the_ends(texts: list[str], at: int, given_end: bool) -> None:
    words = [Word(text, 1) for text in texts]
    anchors = [PlacedAnchor(at, 60_000, True, 1)] if at < len(words) else []
    duration = 600_000 if given_end else None
    times = estimate_word_times(words, anchors=anchors, duration_ms=duration, speed=SPEED)
    assert len(times.starts_ms) == len(times.ends_ms) == len(words)
    assert all(earlier <= later for earlier, later in itertools.pairwise(times.starts_ms))
    assert times.starts_ms[0] >= 0
    if anchors:
        assert times.starts_ms[at] == 60_000
    if duration:
        assert times.ends_ms[-1] <= duration
