from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

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
    timecode_parts,
    vtt_time,
)
from captious.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Iterator


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


NTSC = (Fraction(30000, 1001), Fraction(60000, 1001))


def numbers_of_ten_hours(rate: Fraction) -> Iterator[tuple[str, int]]:
    """Drop-frame timecodes around the start and end of each minute of ten hours, and the frames before each.

    Counted minute by minute: nine of ten begin with a number that is left out.
    """
    nominal = 30 if rate < 31 else 60
    dropped = nominal // 15
    before = 0
    for minute in range(600):
        first = dropped if minute % 10 else 0
        for place in (*range(first, 8), 611, nominal * 60 - 2, nominal * 60 - 1):
            seconds, frame = divmod(place, nominal)
            yield f"{minute // 60:02d}:{minute % 60:02d}:{seconds:02d};{frame:02d}", before + place - first
        before += nominal * 60 - first


@pytest.mark.parametrize("rate", NTSC)
def test_drop_frame_times_are_exact_over_ten_hours(rate: Fraction) -> None:
    latest = 0
    for text, frame in numbers_of_ten_hours(rate):
        exact_ms = Fraction(frame * 1000) / rate
        found = parse_clock(text, frame_rate=rate)
        assert abs(found - exact_ms) <= Fraction(1, 2), text
        assert found >= latest
        latest = found
        hours, minutes, seconds, frames = timecode_parts(frame, rate, drop=True)
        assert text == f"{hours:02d}:{minutes:02d}:{seconds:02d};{frames:02d}"
    # drop-frame is 2.6 frames late in a day: 36 ms in ten hours
    assert 0 < 36_000_000 - latest < 100


@pytest.mark.parametrize(
    ("text", "rate", "message"),
    [
        ("00:01:00;00", "29.97", "leaves out frames 00 to 01 of this minute"),
        ("09:59:00;01", "29.97", "leaves out frames 00 to 01 of this minute"),
        ("00;01;00;03", "59.94", "leaves out frames 00 to 03 of this minute"),
        ("00:00:00;30", "29.97", "frame 30 at 29.97 frames per second"),
        ("00:00:00:25", "25", "frame 25 at 25 frames per second"),
        ("00:00:00:24", "23.976", "frame 24 at 23.976 frames per second"),
        ("00:00:10;00", "30", r"drop-frame at 30 frames per second: it is a count of 29\.97"),
        ("00:00:10;00", "60", r"drop-frame at 60 frames per second: it is a count of 59\.94"),
    ],
)
def test_timecodes_that_do_not_exist_are_refused_with_why(text: str, rate: str, message: str) -> None:
    with pytest.raises(OptionError, match=message):
        parse_clock(text, frame_rate=parse_frame_rate(rate))


@pytest.mark.parametrize(
    ("text", "rate", "ms"),
    [
        ("00:01:00;02", "29.97", 60_060),
        ("00:10:00;00", "29.97", 599_999),
        ("00:01:00:00", "29.97", 60_060),
        ("01:00:00:00", "29.97", 3_603_600),
        ("01:00:00;00", "29.97", 3_599_996),
        ("00:01:00;04", "59.94", 60_060),
        ("00:00:01;12", "25", 1480),
        ("01:00:00:00", "23.976", 3_603_600),
    ],
)
def test_timecodes_in_milliseconds(text: str, rate: str, ms: int) -> None:
    assert parse_clock(text, frame_rate=parse_frame_rate(rate)) == ms
