"""``captious check --like``: the clock, missing cues and doubled cues, by other captions of the recording."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from tests.rhythm import captions as made

import captious
from captious.errors import TimingError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

ROWS = made.talk(seed=7, cues=300)
FOUND = ["other-clock", "missing-cue", "doubled-cue"]


@pytest.fixture
def folder(folder: Path) -> Path:
    (folder / "de.srt").write_text(
        made.srt(made.captioned(ROWS, seed=9, words="es ging so")), encoding="utf-8"
    )
    return folder


def findings(folder: Path, rows: list[made.Row]) -> list[str]:
    checked = captious.check(made.srt(rows).encode(), like=folder / "de.srt", select=FOUND)
    return [finding.message for finding in checked.findings]


def test_every_change_of_the_clock_is_a_finding_where_it_is(run: Run, folder: Path) -> None:
    mine = made.disturbed(made.captioned(ROWS, seed=8, words="on it went"), cuts=((600_000, 18_240),))
    (folder / "en.srt").write_text(made.srt([row for row, _ in mine]), encoding="utf-8")
    done = run("check", "en.srt", "--like", "de.srt", "--select", "other-clock", "--output-format", "concise")
    assert done.code == 1
    lines = [line for line in done.out.splitlines() if "FID011" in line]
    assert len(lines) == 1
    assert " s after those of de.srt (> 0.5 s)" in lines[0]
    assert " 18." in lines[0]


def test_another_speed_is_named(folder: Path) -> None:
    speed = Fraction(25, 24)
    mine = made.disturbed(made.captioned(ROWS, seed=8, words="on it went"), speed=speed)
    said = findings(folder, [row for row, _ in mine])
    assert "are to be multiplied by 1.04167 (frame rate 25 to 24)" in said[0]


def test_a_lost_passage_is_a_finding(folder: Path) -> None:
    mine = made.captioned(ROWS, seed=8, words="on it went")
    said = findings(folder, mine[:100] + mine[106:])
    assert len(said) == 1
    assert said[0].startswith("no cue for ")
    assert " of de.srt from " in said[0]


def test_captions_of_the_same_clock_have_no_finding(folder: Path) -> None:
    assert findings(folder, made.captioned(ROWS, seed=8, words="on it went")) == []


def test_other_rules_of_the_family_stay_off(folder: Path) -> None:
    mine = made.srt(made.captioned(ROWS, seed=8, words="on it went")).encode()
    codes = {one.code for one in captious.check(mine, like=folder / "de.srt").findings}
    assert not codes & {f"FID{number:03}" for number in range(1, 11)}


def test_captions_of_another_recording_are_refused(run: Run, folder: Path) -> None:
    other = made.captioned(made.talk(seed=70, cues=280), seed=9, words="on it went")
    (folder / "other.srt").write_text(made.srt(other), encoding="utf-8")
    done = run("check", "other.srt", "--like", "de.srt")
    assert done.code == 2
    assert "the captions do not belong to de.srt" in done.err
    with pytest.raises(TimingError):
        captious.check(folder / "other.srt", like=folder / "de.srt")
