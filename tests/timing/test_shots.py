"""Lists of shot changes."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from captious.errors import OptionError
from captious.timing.shots import read_shots

if TYPE_CHECKING:
    from pathlib import Path


def shots(folder: Path, text: str, rate: Fraction | None = None) -> tuple[int, ...]:
    path = folder / "shots.txt"
    path.write_text(text, encoding="utf-8", newline="")
    return read_shots(str(path), frame_rate=rate)


def test_times_in_any_order_with_remarks(tmp_path: Path) -> None:
    assert shots(tmp_path, "# list\r\n\r\n3:12.480 dissolve\r\n2.9\r\n192.48\r\n0:00:01\r\n") == (
        1000,
        2900,
        192480,
    )
    assert shots(tmp_path, "") == ()


def test_timecodes_count_frames_at_the_rounded_rate(tmp_path: Path) -> None:
    assert shots(tmp_path, "00:00:02:12\n", Fraction(25)) == (2480,)
    # an hour of timecode at 23.976 is 3.6 seconds longer than an hour
    assert shots(tmp_path, "01:00:00:00\n", Fraction(24000, 1001)) == (3_603_600,)
    with pytest.raises(OptionError, match=r"shots\.txt:1: a timecode without a frame rate"):
        shots(tmp_path, "00:00:02:12\n")


def test_a_scene_list_of_pyscenedetect(tmp_path: Path) -> None:
    text = (
        "Timecode List:,00:00:03.337,00:00:05.005\n"
        "Scene Number,Start Frame,Start Timecode,Start Time (seconds),End Frame\n"
        "1,1,00:00:00.000,0.000,80\n2,81,00:00:03.337,3.337,120\n3,121\n"
    )
    assert shots(tmp_path, text) == (0, 3337)


@pytest.mark.parametrize(("text", "line"), [("1.0\nsoon\n", 2), ("00:99\n", 1), ("9" * 5000, 1)])
def test_what_is_no_time_is_refused_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(OptionError) as caught:
        shots(tmp_path, text)
    assert caught.value.line == line
