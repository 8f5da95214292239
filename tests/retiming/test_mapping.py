from __future__ import annotations

from fractions import Fraction
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captious.errors import OptionError
from captious.retiming.mapping import TimeMap, linear, mapping_through, parse_factor, parse_point, parse_shift


def test_a_shift() -> None:
    assert [linear(shift_ms=-2500)(ms) for ms in (0, 2500, 10_000)] == [-2500, 0, 7500]


def through(texts: tuple[str, ...]) -> TimeMap:
    return mapping_through(map(parse_point, texts))


def test_frame_rates_keep_the_hour_exact() -> None:
    # 25 to 24000/1001: an hour becomes 3753.75 s
    assert linear(factor=Fraction(25) / Fraction(24000, 1001))(3_600_000) == 3_753_750


def test_two_points_stretch_what_is_between_and_beyond() -> None:
    mapped = through(("0:10=0:12", "0:20=0:24"))
    assert [mapped(ms) for ms in (0, 10_000, 15_000, 20_000, 30_000)] == [0, 12_000, 18_000, 24_000, 36_000]


def test_more_points_bend() -> None:
    mapped = through(("0:00=0:00", "0:10=0:10", "0:20=0:30"))
    assert [mapped(ms) for ms in (5000, 15_000, 25_000)] == [5000, 20_000, 40_000]


def test_one_point_shifts() -> None:
    assert through(("1:00=1:01.5",))(0) == 1500


@pytest.mark.parametrize(
    ("text", "ms"), [("2.5", 2500), ("+2.5", 2500), ("-0:01.2", -1200), ("−1:02", -62_000)]
)
def test_shifts_have_signs(text: str, ms: int) -> None:
    assert parse_shift(text) == ms


@pytest.mark.parametrize(
    ("text", "factor"),
    [("1.001", Fraction(1001, 1000)), ("25/24", Fraction(25, 24)), ("50%", Fraction(1, 2))],
)
def test_factors(text: str, factor: Fraction) -> None:
    assert parse_factor(text) == factor


@pytest.mark.parametrize("text", ["", "fast", "1/0", "0", "-1", "11"])
def test_what_is_no_factor(text: str) -> None:
    with pytest.raises(OptionError):
        parse_factor(text)


@pytest.mark.parametrize(
    "texts", [("0:10",), ("0:10=0:20", "0:20=0:15"), ("a=b",), ("0:10=0:20", "0:10=0:21")]
)
def test_what_are_no_points(texts: tuple[str, ...]) -> None:
    with pytest.raises(OptionError):
        through(texts)


@given(
    st.lists(st.integers(1, 10_000), min_size=2, max_size=6),
    st.lists(st.integers(1, 10_000), min_size=6, max_size=6),
    st.integers(0, 200_000),
    st.integers(0, 200_000),
)
def test_time_never_runs_backwards(old: list[int], new: list[int], one: int, other: int) -> None:
    points = tuple(f"{sum(old[: n + 1]) / 1000:.3f}={sum(new[: n + 1]) / 1000:.3f}" for n in range(len(old)))
    mapped = through(points)
    assert (mapped(one) <= mapped(other)) == (one <= other) or mapped(one) == mapped(other)


@pytest.mark.parametrize("factor", [nan, inf, -inf, 0, -1.5, Fraction(0)])
def test_what_is_no_factor_is_refused(factor: float) -> None:
    with pytest.raises(OptionError, match="a factor of"):
        linear(factor=factor)


@pytest.mark.parametrize("number", [nan, inf])
def test_what_is_no_time_is_refused(number: float) -> None:
    with pytest.raises(OptionError, match="a shift of"):
        linear(shift_ms=number)  # type: ignore[arg-type]
    with pytest.raises(OptionError, match="a new time of"):
        mapping_through([(0, number)])  # type: ignore[list-item]
