"""``captious retime``: the same captions at other times."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

SRT = """1
00:00:01,000 --> 00:00:03,000
Thank you for having me.

2
00:00:03,000 --> 00:00:06,000
I started out with a typewriter.
"""


@pytest.fixture
def folder(folder: Path) -> Path:
    (folder / "talk.srt").write_text(SRT, encoding="utf-8")
    spoken = ["Thank", "you", "for", "having", "me.", "I", "started", "out", "with", "a", "typewriter."]
    words = [{"word": word, "start": 5 + 0.4 * n, "end": 5.3 + 0.4 * n} for n, word in enumerate(spoken)]
    data = {"results": {"channels": [{"alternatives": [{"words": words}]}]}}
    (folder / "talk.json").write_text(json.dumps(data), encoding="utf-8")
    return folder


def test_a_shift_into_another_file(run: Run, folder: Path) -> None:
    done = run("retime", "talk.srt", "--shift", "2.5", "-o", "late.srt")
    assert (done.code, done.err) == (0, "")
    assert done.out == "late.srt  2 cues\n  moved       by +2.500 to +2.500 s\n"
    assert "00:00:05,500 --> 00:00:08,500" in (folder / "late.srt").read_text(encoding="utf-8")
    assert (folder / "talk.srt").read_text(encoding="utf-8") == SRT


def test_there_and_back_again(run: Run, folder: Path) -> None:
    assert run("retime", "talk.srt", "--shift", "2.5", "--in-place").code == 0
    assert run("retime", "talk.srt", "--shift=-2.5", "--in-place").code == 0
    assert (folder / "talk.srt").read_text(encoding="utf-8") == SRT


def test_frame_rates(run: Run, folder: Path) -> None:
    done = run("retime", "talk.srt", "--fps-from", "25", "--fps-to", "24", "-o", "-")
    assert "00:00:01,042 --> 00:00:03,125" in done.out
    assert done.err.startswith("standard output  2 cues\n")


def test_words_and_the_style(run: Run, folder: Path) -> None:
    done = run("retime", "talk.srt", "--words", "talk.json", "-o", "synced.srt")
    assert done.code == 0
    assert "  times       timed by Deepgram\n" in done.out
    text = (folder / "synced.srt").read_text(encoding="utf-8")
    assert "00:00:05,000 --> " in text
    assert "00:00:07,000 --> " in text
    # what retime makes, check is content with
    assert run("check", "synced.srt", "--isolated", "--words", "talk.json").code == 0


def test_cuts(run: Run, folder: Path) -> None:
    (folder / "cuts.txt").write_text("0.8\n", encoding="utf-8")
    done = run("retime", "talk.srt", "--snap", "cuts.txt", "-o", "snapped.srt")
    assert "  snapped     1 cue to shot changes\n" in done.out
    assert "00:00:00,800 --> 00:00:03,000" in (folder / "snapped.srt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--shift", "1"], "no output"),
        (["--shift", "1", "-o", "a.srt", "--in-place"], "-o and --in-place both given"),
        (["-o", "a.srt"], "no source of new times"),
        (["--shift", "1", "--sync", "1=2", "-o", "a.srt"], "more than one source of new times"),
        (["--fps-from", "25", "-o", "a.srt"], "one of two frame rates"),
        (
            ["--scale", "2", "--fps-from", "25", "--fps-to", "24", "-o", "a.srt"],
            "--scale and --fps-from both given",
        ),
        (["--shift", "1", "-o", "a.vtt"], "input and output have different endings"),
        (["--shift", "1", "-o", "talk.srt"], "this is an input file"),
        (["--shift=-5", "-o", "a.srt"], "talk.srt:1: the cue would begin 0:04 before the recording"),
        (["--words", "none.json", "-o", "a.srt"], "none.json: cannot read the file"),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    run: Run, folder: Path, arguments: list[str], message: str
) -> None:
    done = run("retime", "talk.srt", *arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert not (folder / "a.srt").exists()
    assert (folder / "talk.srt").read_text(encoding="utf-8") == SRT


@pytest.mark.parametrize(
    "wish",
    [
        ("--scale", "nan"),
        ("--scale", "1e999"),
        ("--shift", "1" + "0" * 30),
        ("--fps-from", "inf", "--fps-to", "25"),
    ],
)
def test_numbers_that_are_none_are_refused(run: Run, tmp_path: Path, wish: tuple[str, ...]) -> None:
    path = tmp_path / "a.srt"
    path.write_text(SRT, encoding="utf-8")
    done = run("retime", path, *wish, "--in-place")
    assert (done.code, path.read_text(encoding="utf-8")) == (2, SRT)
    assert "bug" not in done.err


def test_one_cue_is_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_text(SRT[: SRT.index("\n\n") + 1], encoding="utf-8")
    assert run("retime", path, "--shift", "1", "-o", tmp_path / "b.srt").out.startswith(
        f"{tmp_path / 'b.srt'}  1 cue\n"
    )
    assert "  1 cue, srt to vtt\n" in run("convert", path, tmp_path / "b.vtt").err


def test_a_shift_that_counts_frames_needs_the_frame_rate(run: Run, folder: Path) -> None:
    assert run("retime", "talk.srt", "--shift", "00:00:01:12", "--fps", "25", "-o", "late.srt").code == 0
    assert "00:00:02,480 --> 00:00:04,480" in (folder / "late.srt").read_text(encoding="utf-8")
    done = run("retime", "talk.srt", "--shift=-00:00:01:12", "-o", "later.srt")
    assert done.code == 2
    assert "a timecode without a frame rate: 00:00:01:12" in done.err
    assert "It counts frames: give the frame rate (--fps 25)" in done.err


def test_captions_in_frames_are_not_moved(run: Run, folder: Path) -> None:
    source = "1\n00:00:01:12 --> 00:00:03:00\nFirst.\n"
    (folder / "frames.srt").write_text(source, encoding="utf-8")
    done = run("retime", "frames.srt", "--shift", "1", "--fps", "25", "-o", "late.srt")
    assert done.code == 2
    assert "the times count frames" in done.err
    assert "captious fix --fps 25" in done.err


def test_only_cues_that_begin_in_the_range_move(run: Run, folder: Path) -> None:
    done = run("retime", "talk.srt", "--shift", "2.5", "--after", "0:03", "-o", "late.srt")
    assert done.out == "late.srt  2 cues\n  moved       1 of 2 cues by +2.500 to +2.500 s\n"
    expected = SRT.replace("00:00:03,000 --> 00:00:06,000", "00:00:05,500 --> 00:00:08,500")
    assert (folder / "late.srt").read_text(encoding="utf-8") == expected


def test_a_cue_that_moves_into_one_that_stays_is_said(run: Run, folder: Path) -> None:
    done = run("retime", "talk.srt", "--shift", "1", "--before", "0:03", "-o", "-")
    assert "overlap     1 cue now begins before the cue above ends, the first on line 5\n" in done.err


def test_what_lies_before_the_recording_is_cut_and_listed(run: Run, folder: Path) -> None:
    refused = run("retime", "talk.srt", "--shift", "-4", "-o", "cut.srt")
    assert refused.code == 2
    assert "--cut-before 0" in refused.err
    done = run("retime", "talk.srt", "--shift", "-4", "--cut-before", "0", "-o", "cut.srt")
    assert done.out == (
        "cut.srt  1 cue\n"
        "  moved       by -4.000 to -4.000 s\n"
        "  dropped     1 cue, by line of the file as it was:\n"
        "              1: Thank you for having me.\n"
        "  cut         1 cue, by line of the file as it was:\n"
        "              5: I started out with a typewriter. (by 1.000 s)\n"
        "  numbers     stay as they were; captious fix counts the cues from 1 again\n"
    )
    assert (folder / "cut.srt").read_text(encoding="utf-8") == (
        "2\n00:00:00,000 --> 00:00:02,000\nI started out with a typewriter.\n"
    )


def test_a_cut_in_place_and_in_frames(run: Run, folder: Path) -> None:
    assert run("retime", "talk.srt", "--cut-before", "00:00:03:12", "--fps", "25", "--in-place").code == 0
    assert (folder / "talk.srt").read_text(encoding="utf-8") == SRT.split("\n\n")[1].replace(
        "00:00:03,000", "00:00:03,480"
    )


@pytest.mark.parametrize(
    ("options", "message", "hint"),
    [
        (("--after", "1"), "no source of new times", "Give a shift"),
        (("--shift", "1", "--after", "2", "--before", "1"), "no time is after 00:00:02.000 and", "--after 1:00"),
        (("--shift", "1", "--after", "20"), "no cue begins at or after 00:00:20.000", "The cues begin at 00:00:01.000"),
        (("--cut-before", "6"), "all 2 cues would end by 00:00:06.000", "Cut at an earlier time"),
        (("--cut-before", "0:00:01:12"), "a timecode without a frame rate", "--fps 25"),
    ],
)  # fmt: skip
def test_ranges_that_make_no_sense_are_refused(
    run: Run, folder: Path, options: tuple[str, ...], message: str, hint: str
) -> None:
    done = run("retime", "talk.srt", *options, "-o", "-")
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert hint in done.err
