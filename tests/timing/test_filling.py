from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from captious.timing.filling import fill_times
from captious.transcripts.model import Word
from captious.word_timings.model import TimedWord


def test_misheard_words_lie_where_something_is_said() -> None:
    """Four words between two that were found: two seconds of silence are between the words that were heard."""
    words = [Word(text, 1) for text in ("one", "two", "three", "four", "five", "six")]
    heard = [
        TimedWord(text, start, end)
        for text, start, end in (
            ("one", 0, 400),
            ("to", 400, 800),
            ("free", 800, 1200),
            ("for", 2000, 2400),
            ("fife", 2400, 2800),
            ("six", 2800, 3200),
        )
    ]
    starts, ends = fill_times(
        words, {0: (0, 400), 5: (2800, 3200)}, heard, costs=[0.0, 1, 2, 3, 4, 5, 6], rate_sps=1.2
    )
    assert abs(starts[2] - 800) < 150
    assert starts[3] == ends[2] > 1400
    assert abs(starts[4] - 2400) < 150


@given(
    st.lists(st.tuples(st.integers(0, 9000), st.integers(0, 3000)), min_size=2, max_size=12),
    st.sets(st.integers(0, 19), min_size=1),
)
def test_times_rise_whatever_is_known_and_heard(spans: list[tuple[int, int]], places: set[int]) -> None:
    heard = [TimedWord("a", start, start + length) for start, length in sorted(spans)]
    words = [Word("a" if number % 5 else "a.", 1) for number in range(20)]
    known = {
        place: (heard[number % len(heard)].start_ms or 0, heard[number % len(heard)].end_ms or 0)
        for number, place in enumerate(sorted(places))
    }
    starts, ends = fill_times(
        words, known, heard, costs=[float(number) for number in range(21)], rate_sps=4.0
    )
    assert all(one <= other for one, other in pairwise(starts))
    assert all(start <= end for start, end in zip(starts, ends, strict=True))
