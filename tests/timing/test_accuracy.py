"""How far off a draft's times usually are."""

from __future__ import annotations

import pytest

from captious.timing.accuracy import half_within_ms
from captious.timing.estimate import WordTimes


def times(*anchors_ms: int, draft: bool = True) -> WordTimes:
    starts = tuple(sorted(anchors_ms)) or (0,)
    return WordTimes(
        starts_ms=starts,
        ends_ms=starts,
        anchored=frozenset(range(len(anchors_ms))),
        rate_sps=4.0,
        basis="text",
        remarks=(),
        sources=() if draft else ("measured",),
    )


def test_an_hour_with_its_length_alone_is_half_a_minute_off() -> None:
    assert half_within_ms(times(), 3_600_000) == 27_660
    assert half_within_ms(times(), 7_200_000) == 27_660


def test_more_known_times_are_better() -> None:
    every_minute = times(*range(60_000, 3_600_000, 60_000))
    found = half_within_ms(every_minute, 3_600_000)
    assert found == 1030
    assert half_within_ms(times(1_800_000), 3_600_000) == pytest.approx(17_373, abs=100)


def test_one_time_near_the_beginning_helps_the_rest_little() -> None:
    found = half_within_ms(times(192_000), 4_101_000)
    assert found == 27_660


def test_without_a_length_the_known_times_count() -> None:
    assert half_within_ms(times(), None) is None
    assert half_within_ms(times(60_000, 120_000), None) == 1030


def test_measured_times_need_no_figure() -> None:
    assert half_within_ms(times(60_000, draft=False), 120_000) is None
