"""Times that count frames, wherever a command takes a time or a file with times."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

import captious
from captious import cli
from captious.errors import CaptiousError
from captious.word_timings.registry import parse_words

if TYPE_CHECKING:
    from pathlib import Path

FRAMES = "1\n00:00:01:12 --> 00:00:03:00\nFirst words here\n\n2\n00:00:04:05 --> 00:00:06:24\nSecond words.\n"
PLAIN = (
    "1\n00:00:01,000 --> 00:00:04,000\nOne line here.\n\n2\n00:01:06,000 --> 00:01:09,000\nTwo lines here.\n"
)
PREMIERE = (
    "00:00:01:12 - 00:00:03:00\nSpeaker 1\nGood morning to all of you.\n\n"
    "00:00:04:00 - 00:00:06:10\nSpeaker 2\nMorning.\n"
)
PAL = Fraction(25)


def run(*arguments: object) -> int:
    return cli.run([str(argument) for argument in arguments])


@pytest.mark.parametrize(
    ("options", "start"),
    [
        (("--shift=00:00:01:12", "--fps", "25"), "00:00:02,480"),
        (("--fps", "25", "--shift=-00:00:00:12"), "00:00:00,520"),
        (("--shift=00:00:01;12", "--fps", "29.97"), "00:00:02,401"),
        (("--sync", "00:00:01:00=00:00:02:05", "--fps", "25"), "00:00:02,200"),
        (("--shift=00:00:01:00", "--after", "00:00:30:00", "--fps", "25"), "00:00:01,000"),
    ],
)
def test_retime_takes_frames(
    options: tuple[str, ...], start: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "talk.srt"
    path.write_text(PLAIN, encoding="utf-8")
    assert run("retime", path, *options, "-o", "-") == 0
    assert capsys.readouterr().out.splitlines()[1].startswith(start)


@pytest.mark.parametrize(
    ("command", "option"),
    [
        ("retime", "--shift=00:00:01:12"),
        ("retime", "--sync=00:00:01:00=0:02"),
        ("retime", "--after=00:00:01:00"),
        ("caption", "--duration=00:00:10:12"),
        ("caption", "--anchor=00:00:01:12=Hello there"),
        ("transcript", "--duration=00:00:10:12"),
        ("transcript", "--anchor=00:00:01:12=Hello there"),
        ("check", "--duration=00:00:10:12"),
        ("split", "--at=00:00:05:00"),
    ],
)
def test_frames_without_a_rate_are_refused_with_how_to_give_one(
    command: str, option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "talk.srt"
    path.write_text(PLAIN, encoding="utf-8")
    assert run(command, path, option) == 2
    said = capsys.readouterr().err
    assert "a timecode without a frame rate" in said
    assert "--fps 25" in said
    # where that is, it can be given
    assert run(command, "--help") == 0
    assert "--fps" in capsys.readouterr().out


def test_caption_takes_frames(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("Ann: Hello there, all of you.\n", encoding="utf-8")
    options = ("--anchor", "00:00:01:12=Hello there", "--duration", "00:00:04:00", "--fps", "25")
    assert run("caption", path, *options, "-o", "-", "--to", "srt") == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("00:00:01,480")


def test_stats_transcript_diff_and_preview_read_frames_at_a_rate(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "talk.srt"
    path.write_text(FRAMES, encoding="utf-8")
    commands = (
        ("stats", path),
        ("transcript", path, "--to", "txt", "-o", "-"),
        ("diff", path, path),
        ("preview", path, "-o", tmp_path / "a.html"),
    )
    for command in commands:
        if command[0] != "preview":  # which shows the finding
            assert run(*command) == 2, command
            assert "--fps 25" in capsys.readouterr().err
        assert run(*command, "--fps", "25") == 0, command
        capsys.readouterr()
    assert captious.stats(path, frame_rate=PAL).together.cues == 2
    made = captious.preview(path, frame_rate=PAL)
    assert [cue.start_ms for cue in made.document.cues] == [1480, 4200]


def test_word_files_with_frames_ask_for_the_rate(tmp_path: Path) -> None:
    table = '"Speaker Name","Start Time","End Time","Text"\n"Sprecher 1","00:00:01:12","00:00:03:00","First words"\n'
    for name, text in (
        ("a.srt", FRAMES),
        ("a.txt", PREMIERE),
        ("a.csv", table),
        ("a.sub", "{37}{75}First\n"),
    ):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        for job in (captious.caption, captious.transcript):
            source = None if job is captious.caption else b"First words"
            with pytest.raises(CaptiousError, match="frame") as caught:
                made = job(source, words=path)  # type: ignore[operator]
                assert not made
            assert "--fps 25" in (caught.value.hint or "")
        made = captious.caption(words=path, frame_rate=PAL)
        assert made.cues[0].start_ms == 1480, name


def test_a_transcript_of_an_editing_program_has_its_times_with_a_rate(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(PREMIERE, encoding="utf-8")
    made = captious.transcript(path, to="txt", frame_rate=PAL)
    assert made.times.starts_ms[0] == 1480
    assert [turn.speaker for turn in made.transcript.turns] == ["Speaker 1", "Speaker 2"]


def test_captions_of_such_a_transcript_begin_with_its_frames(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(PREMIERE, encoding="utf-8")
    made = captious.caption(path, frame_rate=PAL)
    assert [cue.start_ms for cue in made.cues] == [1480, 4000]
    assert not any("without the frames" in row.text for row in made.rows)


@pytest.mark.parametrize(
    "text",
    [
        PREMIERE,
        PREMIERE.replace(":12 ", ";12 ").replace(":00\n", ";00\n"),
        PREMIERE.replace(":", ";"),
        PREMIERE.replace("\n", "\r\n"),
        PREMIERE.replace(" - 00:00:03:00", "").replace(" - 00:00:06:10", ""),
    ],
)
def test_no_timecode_is_captioned_and_frames_left_out_are_said(text: str, tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(text, encoding="utf-8")
    made = captious.caption(path, duration_ms=10_000)
    assert [turn.speaker for turn in made.transcript.turns] == ["Speaker 1", "Speaker 2"]
    words = [word.text for turn in made.transcript.turns for word in turn.words]
    assert words == ["Good", "morning", "to", "all", "of", "you.", "Morning."]
    assert any("2 times without the frames they count" in row.text for row in made.rows)


def test_frames_left_out_of_word_timings_are_said() -> None:
    rows = [{"start": "00:00:01:12", "text": "One two"}, {"start": "00:00:03:10", "text": "three"}]
    assert parse_words(json.dumps(rows)).remarks == (
        "2 times without the frames they count, whose rate is unknown",
    )
