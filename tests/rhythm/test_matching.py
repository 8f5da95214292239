"""Two captions of one recording find each other's clock, and captions of two recordings do not."""

from __future__ import annotations

from fractions import Fraction
from statistics import median
from typing import TYPE_CHECKING

import pytest
from tests.rhythm import captions as made

from captious.errors import TimingError
from captious.rhythm import matching
from captious.rhythm.matching import ClockMatch, Segment, match_clocks, refuse_unlike
from captious.rhythm.pattern import make_cues
from captious.rhythm.search import best_path
from captious.rhythm.speeds import SPEEDS, Speed, speed_name

if TYPE_CHECKING:
    from captious.rhythm.pattern import Worth
    from captious.rhythm.search import Grid, Path, Sparse

LANGUAGES = [
    ("so it went on", "et cela continua"),
    ("so it went on", "それは続きました"),
    ("и так далее", "und so fort"),
]


def errors(found: ClockMatch, moved: list[tuple[tuple[int, int, str], int]]) -> list[int]:
    return [abs(found.times(start, end)[0] - was) for (start, end, _), was in moved]


@pytest.mark.parametrize(("mine", "theirs"), LANGUAGES)
@pytest.mark.parametrize("names", [True, False], ids=["names", "no names"])
def test_an_offset_is_found_in_any_language(mine: str, theirs: str, names: bool) -> None:
    rows = made.talk(seed=3)
    moved = made.disturbed(made.captioned(rows, seed=1, words=mine, names=names), offset_ms=23_450)
    reference = made.captioned(rows, seed=2, words=theirs, names=names)
    target = make_cues(row for row, _ in moved)
    found = match_clocks(target, make_cues(reference))
    refuse_unlike(found, target, make_cues(reference), name="other.srt")
    assert found.speed == 1
    assert len(found.segments) == 1
    assert abs(found.segments[0].offset_ms + 23_450) <= 100
    assert found.confidence > 0.99


@pytest.mark.parametrize(
    "speed", [speed for speed in SPEEDS if speed.factor != 1], ids=lambda speed: speed.name
)
def test_every_ratio_of_frame_rates_is_found(speed: Speed) -> None:
    factor = speed.factor
    rows = made.talk(seed=4, cues=900)
    moved = made.disturbed(made.captioned(rows, seed=5, words="on it went"), offset_ms=8_000, speed=factor)
    found = match_clocks(
        make_cues(row for row, _ in moved), make_cues(made.captioned(rows, seed=6, words="es ging weiter"))
    )
    assert found.speed == factor
    assert median(errors(found, moved)) < 100


def test_cuts_in_and_out_are_found_where_they_are() -> None:
    rows = made.talk(seed=7, cues=300)
    cuts = ((200_000, 18_240), (600_000, -9_000))
    moved = made.disturbed(made.captioned(rows, seed=8, words="on it went"), offset_ms=-2_000, cuts=cuts)
    found = match_clocks(
        make_cues(row for row, _ in moved), make_cues(made.captioned(rows, seed=9, words="es ging weiter"))
    )
    assert [round(segment.offset_ms / 1000) for segment in found.segments] == [2, -16, -7]
    within = [error <= 300 for error in errors(found, moved)]
    assert sum(within) / len(within) >= 0.98
    assert sum(segment.cues for segment in found.segments) == found.cues


def test_a_cut_and_a_speed_are_found_together() -> None:
    rows = made.talk(seed=10, cues=300)
    speed = Fraction(25, 24)
    moved = made.disturbed(
        made.captioned(rows, seed=11, words="on it went"),
        offset_ms=30_000,
        speed=speed,
        cuts=((400_000, 12_000),),
    )
    found = match_clocks(
        make_cues(row for row, _ in moved), make_cues(made.captioned(rows, seed=12, words="es ging weiter"))
    )
    assert found.speed == speed
    assert [round(segment.offset_ms / 1000) for segment in found.segments] == [-30, -42]


@pytest.mark.parametrize("seed", range(12))
def test_captions_of_two_recordings_are_refused_with_what_was_measured(seed: int) -> None:
    target = make_cues(made.captioned(made.talk(seed=20 + seed), seed=1, words="on it went"))
    reference = make_cues(made.captioned(made.talk(seed=60 + seed, cues=200), seed=2, words="es ging weiter"))
    found = match_clocks(target, reference)
    with pytest.raises(
        TimingError, match=r"do not belong to other\.srt: .* is worth -?\d+ \(at least 10 are needed\)"
    ):
        refuse_unlike(found, target, reference, name="other.srt")
    assert found.confidence < 0.9


@pytest.mark.parametrize(
    ("target", "reference", "said"),
    [
        (2, 50, "2 cues in the captions"),
        (0, 50, "0 cues in the captions"),
        (50, 5, "5 cues in the reference"),
    ],
)
def test_a_few_cues_are_too_few(target: int, reference: int, said: str) -> None:
    rows = made.talk(seed=1, cues=50)
    with pytest.raises(TimingError, match=rf"too few cues to compare: {said} \(at least 6 are needed\)"):
        match_clocks(make_cues(rows[:target]), make_cues(rows[:reference]))


def test_captions_of_a_small_part_of_the_recording_are_no_clock_for_all_of_it() -> None:
    rows = made.talk(seed=31, cues=300)
    target, reference = make_cues(rows), make_cues(rows[:100])
    found = ClockMatch(Fraction(1), (Segment(0, 300, 0),), 50.0, 300, 0.3, 20)
    with pytest.raises(
        TimingError, match=r"a part of the recording: it holds 33% of 300 cues \(at least 50%"
    ):
        refuse_unlike(found, target, reference, name="part.srt")


def test_the_same_file_stays_as_it_is() -> None:
    rows = make_cues(made.captioned(made.talk(seed=5), seed=1, words="on it went"))
    found = match_clocks(rows, rows)
    assert (found.speed, [segment.offset_ms for segment in found.segments]) == (1, [0])
    assert found.shared == 1


def test_ten_cues_at_the_same_times_are_enough() -> None:
    rows = made.talk(seed=8, cues=10)
    target = make_cues((start + 61_000, end + 61_000, "on it went") for start, end, _ in rows)
    found = match_clocks(target, make_cues(rows))
    refuse_unlike(found, target, make_cues(rows), name="other.srt")
    assert found.segments[0].offset_ms == -61_000


def test_the_work_for_an_hour_with_a_cut_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    cells: list[int] = []

    def counted(grid: Grid, worth: Worth, *, offsets: tuple[int, int], price: float, extra: Sparse) -> Path:
        cells.append(len(grid.starts) * (offsets[1] - offsets[0]))
        return best_path(grid, worth, offsets=offsets, price=price, extra=extra)

    monkeypatch.setattr(matching, "best_path", counted)
    rows = made.talk(seed=2, cues=1_000)
    moved = made.disturbed(
        made.captioned(rows, seed=3, words="on"), offset_ms=9_000, cuts=((900_000, 15_000),)
    )
    target = make_cues(row for row, _ in moved)
    reference = make_cues(made.captioned(rows, seed=4, words="weiter"))
    assert len(match_clocks(target, reference).segments) == 2
    assert len(cells) <= 4
    assert sum(cells) <= 100_000_000


def test_cues_without_order_or_length_are_put_right_for_the_comparison() -> None:
    cues = make_cues([(5_000, 4_000, "b"), (1_000, 2_000, "a"), (1_000, 2_000, "a")])
    assert cues.starts.tolist() == [1_000, 5_000]
    assert cues.ends.tolist() == [2_000, 5_001]


def test_speeds_have_names_and_inverses() -> None:
    factors = {speed.factor for speed in SPEEDS}
    assert factors == {1 / factor for factor in factors}
    assert speed_name(Fraction(25, 24)) == "25 to 24"
    assert speed_name(Fraction(24, 25)) == "24 to 25"
    assert speed_name(Fraction(7, 5)) == ""
