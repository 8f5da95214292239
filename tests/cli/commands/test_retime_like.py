"""``captious retime --like``: the clock of other captions, and what is said where there is none."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.rhythm import captions as made

import captious
from captious.audio.vad import Speech
from captious.errors import OptionError, TimingError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

CUTS = ((200_000, 18_240), (600_000, -9_000))


@pytest.fixture
def folder(folder: Path) -> Path:
    rows = made.talk(seed=7, cues=300)
    mine = made.disturbed(made.captioned(rows, seed=8, words="on it <i>went</i>"), offset_ms=3_000, cuts=CUTS)
    (folder / "en.srt").write_text(made.srt([row for row, _ in mine]), encoding="utf-8")
    (folder / "de.srt").write_text(
        made.srt(made.captioned(rows, seed=9, words="es ging so")), encoding="utf-8"
    )
    (folder / "was.txt").write_text(" ".join(str(was) for _, was in mine), encoding="utf-8")
    other = made.captioned(made.talk(seed=70, cues=280), seed=9, words="es ging so")
    (folder / "other.srt").write_text(made.srt(other), encoding="utf-8")
    (folder / "few.srt").write_text(made.srt(rows[:3]), encoding="utf-8")
    return folder


def bare(text: str) -> list[str]:
    return [line for line in text.split("\n") if "-->" not in line]


def test_captions_follow_those_in_another_language_through_cuts(run: Run, folder: Path) -> None:
    done = run("retime", "en.srt", "--like", "de.srt", "-o", "synced.srt")
    assert (done.code, done.err) == (0, "")
    before, after = ((folder / name).read_text(encoding="utf-8") for name in ("en.srt", "synced.srt"))
    assert bare(before) == bare(after)
    was = [int(ms) for ms in (folder / "was.txt").read_text(encoding="utf-8").split()]
    now = [cue.start_ms for cue in captious.read(folder / "synced.srt").document.cues]
    assert sum(abs(one - other) <= 300 for one, other in zip(now, was, strict=True)) >= 0.98 * len(was)
    lines = done.out.splitlines()
    assert lines[2].startswith("  like        de.srt: ")
    assert "confidence 100.0%" in lines[2]
    moved = [float(line.split("all cues")[1].split(" s")[0]) for line in lines[3:6]]
    assert moved == pytest.approx([-3.0, -21.24, -12.24], abs=0.2)
    assert lines[4].endswith(" s were cut out")
    assert lines[5].endswith(" s were cut in")


def test_in_place_and_in_any_format(run: Run, folder: Path) -> None:
    assert run("convert", "de.srt", "--to", "ttml", "-o", "de.ttml").code == 0
    assert run("convert", "en.srt", "--to", "vtt", "-o", "en.vtt").code == 0
    done = run("retime", "en.vtt", "--like", "de.ttml", "--in-place")
    assert (done.code, done.err) == (0, "")
    assert "de.ttml: " in done.out


def test_the_speed_is_named_by_frame_rates(folder: Path) -> None:
    rows = made.talk(seed=7, cues=300)
    speed = Fraction(25025, 24000)
    mine = made.disturbed(made.captioned(rows, seed=8, words="on it went"), offset_ms=3_000, speed=speed)
    fast = made.srt([row for row, _ in mine]).encode()
    made_again = captious.retime(fast, like=folder / "de.srt")
    assert made_again.like is not None
    assert made_again.like.speed == speed
    assert any(row.text == "all times × 1.04271 (frame rate 25 to 23.976)" for row in made_again.rows)


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("other.srt", "the captions do not belong to other.srt: the best match of their times is worth "),
        ("few.srt", "too few cues to compare: 3 cues in the reference (at least 6 are needed)"),
        ("none.srt", "none.srt"),
    ],
)
def test_what_does_not_belong_together_is_refused_and_nothing_written(
    run: Run, folder: Path, reference: str, said: str
) -> None:
    done = run("retime", "en.srt", "--like", reference, "-o", "synced.srt")
    assert done.code == 2
    assert said in done.err
    assert not (folder / "synced.srt").exists()


def test_a_file_without_cues_is_refused(folder: Path) -> None:
    with pytest.raises(TimingError, match="no cues in the file"):
        captious.retime(b"WEBVTT\n", like=folder / "de.srt")


def test_a_file_of_three_cues_is_refused(folder: Path) -> None:
    with pytest.raises(TimingError, match=r"few\.srt: too few cues to compare: 3 cues in the captions"):
        captious.retime(folder / "few.srt", like=folder / "de.srt")


def test_one_source_of_times_is_enough(folder: Path) -> None:
    with pytest.raises(OptionError, match="more than one source of new times"):
        captious.retime(folder / "en.srt", like=folder / "de.srt", shift_ms=5)


def test_only_the_cues_of_a_range_follow(run: Run, folder: Path) -> None:
    done = run("retime", "en.srt", "--like", "de.srt", "--after", "10:00", "-o", "synced.srt")
    assert done.code == 0
    assert " cues by -" in done.out


def test_the_reference_is_never_written(run: Run, folder: Path) -> None:
    done = run("retime", "en.srt", "--like", "de.srt", "-o", "de.srt", "--force")
    assert done.code == 2


@pytest.mark.parametrize("option", ["--like", "--audio"])
def test_a_recording_is_a_clock_too(
    run: Run, folder: Path, option: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    soundfile = pytest.importorskip("soundfile")
    rows = made.talk(seed=17, cues=120)
    soundfile.write(
        folder / "talk.wav", np.random.default_rng(1).integers(-9_000, 9_000, 16_000, np.int16), 16_000
    )
    heard = [Speech(start + 40, end - 60) for start, end, _ in rows]

    def find(*_: object, **__: object) -> tuple[list[Speech], str]:
        return heard, "the test"

    monkeypatch.setattr("captious.audio.vad.find_speech", find)
    mine = made.disturbed(made.captioned(rows, seed=8, words="und so ging es weiter"), offset_ms=12_000)
    (folder / "late.srt").write_text(made.srt([row for row, _ in mine]), encoding="utf-8")
    done = run("retime", "late.srt", option, "talk.wav", "-o", "synced.srt")
    assert (done.code, done.err) == (0, "")
    assert "the speech in talk.wav (the test): " in done.out
    now = [cue.start_ms for cue in captious.read(folder / "synced.srt").document.cues]
    near = [abs(one - was) <= 300 for one, (_, was) in zip(now, mine, strict=True)]
    assert sum(near) >= 0.95 * len(near)
