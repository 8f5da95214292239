from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from captious.measure.speed import UNREADABLE_CPS, needed_ms, reading_speed_cps, table_ms, words_per_minute


def test_speed_is_characters_over_seconds_rounded_once() -> None:
    assert reading_speed_cps(["x" * 42, "y" * 21], 3000) == 21.0
    assert reading_speed_cps(["x" * 64], 3000) == 21.3
    assert reading_speed_cps([""], 1000) == 0.0
    assert reading_speed_cps(["x"], 0) == UNREADABLE_CPS
    assert reading_speed_cps(["x"], -5) == UNREADABLE_CPS


def test_words_per_minute() -> None:
    assert words_per_minute(9, 3000) == 180
    assert words_per_minute(0, 0) == 0
    assert words_per_minute(1, 0) == float("inf")


@given(st.integers(1, 500), st.floats(1, 60))
def test_the_needed_time_is_the_shortest_that_keeps_the_limit(width: int, limit: float) -> None:
    needed = needed_ms(width, limit)
    assert width * 1000 / needed <= limit * (1 + 1e-9)
    assert needed == 1 or width * 1000 / (needed - 1) > limit * (1 - 1e-9)


def test_a_table_of_times_is_interpolated_and_goes_on() -> None:
    rows = ((12, 1000), (20, 2000), (36, 3000))
    assert [table_ms(width, rows) for width in (0, 1, 12, 16, 20, 28, 36, 52)] == [
        0, 1000, 1000, 1500, 2000, 2500, 3000, 4000,
    ]  # fmt: skip
    assert table_ms(50, ((10, 700),)) == 700
