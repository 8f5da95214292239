from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captious.core.clock import (
    frame_at,
    frame_ms,
    parse_clock,
    parse_frame_rate,
    short_time,
    srt_time,
    vtt_time,
)
from captious.errors import OptionError


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("0", 0),
        ("192", 192_000),
        ("3:12", 192_000),
        (" 1:08:21 ", 4_101_000),
        ("1:08:21.5", 4_101_500),
        ("0:00,25", 250),
        ("100:00:00", 360_000_000),
        ("4101", 4_101_000),
    ],
)
def test_clock_reads_seconds_minutes_and_hours(text: str, ms: int) -> None:
    assert parse_clock(text) == ms


@pytest.mark.parametrize(
    "text", ["", "x", "3:60", "3:100", "1:60:00", "-1", "1:2:3:4", "٣:12", "3:12s", "1e3", "9" * 5000]
)
def test_clock_refuses_what_is_no_time(text: str) -> None:
    with pytest.raises(OptionError, match="not a time"):
        parse_clock(text)


def test_times_are_written_as_the_formats_want_them() -> None:
    assert srt_time(4_101_005) == "01:08:21,005"
    assert vtt_time(360_000_000) == "100:00:00.000"
    assert srt_time(-5) == "00:00:00,000"
    assert short_time(192_999) == "3:12"
    assert short_time(4_101_000) == "1:08:21"


@given(st.integers(0, 10**10))
def test_what_is_written_is_read_back(ms: int) -> None:
    if ms < 9999 * 3_600_000:
        assert parse_clock(vtt_time(ms)) == ms
        assert parse_clock(srt_time(ms)) == ms


def test_ntsc_rates_are_exact() -> None:
    assert parse_frame_rate("23.976") == Fraction(24000, 1001)
    assert parse_frame_rate("29.97") == Fraction(30000, 1001)
    assert parse_frame_rate("25") == 25
    assert parse_frame_rate("30000/1001") == Fraction(30000, 1001)


@pytest.mark.parametrize("text", ["", "0", "0.5", "fast", "25/0", "1/0000", "2000", "-25", "25 fps"])
def test_frame_rates_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(OptionError, match="frame rate"):
        parse_frame_rate(text)


@given(st.integers(0, 10**6), st.sampled_from(["23.976", "24", "25", "29.97", "50", "59.94"]))
def test_a_frame_survives_the_way_through_milliseconds(frame: int, rate: str) -> None:
    assert frame_at(frame_ms(frame, parse_frame_rate(rate)), parse_frame_rate(rate)) == frame
