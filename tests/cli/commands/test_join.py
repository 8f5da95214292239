"""``captious join`` and ``captious split``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

SRT = "1\n00:00:01,000 --> 00:00:03,000\nOne.\n\n2\n00:00:04,000 --> 00:00:06,000\nTwo.\n"


@pytest.fixture
def folder(folder: Path) -> Path:
    for name in ("a.srt", "b.srt"):
        (folder / name).write_text(SRT, encoding="utf-8")
    return folder


def test_parts_and_where_they_begin(run: Run, folder: Path) -> None:
    done = run("join", "a.srt", "b.srt", "-o", "whole.vtt")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "whole.vtt  4 cues\n"
        "  part 1      a.srt: 2 cues, +00:00:00.000\n"
        "  part 2      b.srt: 2 cues, +00:00:06.000, where the last cue of part 1 ends\n"
        "              --offset TIME for each part after the first sets it otherwise\n"
    )
    assert "00:00:10.000 --> 00:00:12.000\nTwo." in (folder / "whole.vtt").read_text(encoding="utf-8")


def test_an_offset_in_frames(run: Run, folder: Path) -> None:
    done = run("join", "a.srt", "b.srt", "--offset", "00:00:10:12", "--fps", "25", "-o", "-", "--to", "srt")
    assert "00:00:11,480 --> 00:00:13,480" in done.out
    assert "+00:00:10.480, as given" in done.err


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (("a.srt", "b.srt"), "no output", "-o FILE"),
        (("a.srt", "b.srt", "-o", "-"), "standard output and no format", "--to srt"),
        (("a.srt", "-o", "x.srt"), "1 file to join", "captious join A B -o OUT"),
        (("a.srt", "b.srt", "-o", "a.srt", "--force"), "this is an input file", "Name another file"),
        (("a.srt", "b.srt", "-o", "x.srt", *("--offset", "1") * 3), "3 offsets for 2 files", "each but the first"),
        (("a.srt", "gone.srt", "-o", "x.srt"), "gone.srt: cannot read the file: no such file", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_joined(
    run: Run, folder: Path, arguments: tuple[str, ...], message: str, hint: str
) -> None:
    done = run("join", *arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert hint in done.err
    assert not (folder / "x.srt").exists()


def test_parts_beside_the_file_and_in_a_folder(run: Run, folder: Path) -> None:
    done = run("split", "a.srt", "--at", "0:03.5")
    assert (done.code, done.out) == (0, "a.part1.srt  1 cue\na.part2.srt  1 cue\n")
    assert (folder / "a.part2.srt").read_text(encoding="utf-8") == (
        "1\n00:00:00,500 --> 00:00:02,500\nTwo.\n"
    )
    assert run("split", "a.srt", "--at", "0:03.5").code == 2, "the parts exist"
    done = run("split", "a.srt", "--at", "00:00:05:00", "--fps", "25", "-o", "parts", "--to", "vtt")
    assert "across      cue 2 at 00:00:05.000 is in parts 1 and 2: Two.\n" in done.out
    assert (folder / "parts/a.part2.vtt").is_file()


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        ((), "no time to split at", "--at 20:00"),
        (("--at", "3", "-o", "-"), "several parts for standard output", "Name a folder"),
        (("--at", "3", "-o", "x.srt"), "several parts for one file", "Name a folder"),
        (("--at", "30"), "part 2 would be empty", "The last cue ends at 00:00:06.000"),
    ],
)
def test_what_cannot_be_split(
    run: Run, folder: Path, arguments: tuple[str, ...], message: str, hint: str
) -> None:
    done = run("split", "a.srt", *arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert hint in done.err
