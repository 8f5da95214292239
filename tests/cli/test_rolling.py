"""Rolling and growing captions in every command: each word once, and a note that says so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import captious

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

ROLLING = """1
00:00:01,000 --> 00:00:03,490
>> the rain had stopped by the time

2
00:00:03,490 --> 00:00:03,500
>> the rain had stopped by the time
\x20

3
00:00:03,500 --> 00:00:06,090
>> the rain had stopped by the time
we reached the harbour

4
00:00:06,090 --> 00:00:06,100
we reached the harbour
\x20

5
00:00:06,100 --> 00:00:08,000
we reached the harbour
with the boats
"""
SAID = "the rain had stopped by the time we reached the harbour with the boats"
TAGGED = """WEBVTT
Kind: captions
Language: en

00:01.000 --> 00:02.990 align:start position:0%
\x20
the<00:01.400><c> tide</c><00:01.900><c> was</c>

00:02.990 --> 00:03.000 align:start position:0%
the tide was
\x20

00:03.000 --> 00:04.990 align:start position:0%
the tide was
[Music]

00:04.990 --> 00:05.000 align:start position:0%
[Music]
\x20

00:05.000 --> 00:07.000 align:start position:0%
[Music]
out<00:05.600><c> again</c>
"""
GROWING = """1
00:00:01,000 --> 00:00:01,400
Then

2
00:00:01,400 --> 00:00:02,000
Then the bell

3
00:00:02,000 --> 00:00:02,700
Then the bell rang

4
00:00:02,700 --> 00:00:04,500
Then the bell rang twice.
"""
FILES = {
    "rolling.srt": (ROLLING, SAID),
    "tagged.vtt": (TAGGED, "the tide was [Music] out again"),
    "growing.srt": (GROWING, "Then the bell rang twice."),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, (text, _) in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def words(text: str | bytes) -> str:
    read = captious.read(text.encode() if isinstance(text, str) else text).document
    return " ".join(word for cue in read.cues for line in cue.lines for word in line.split()).removeprefix(
        ">> "
    )


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("to", ["srt", "vtt"])
def test_convert_says_that_they_roll_and_unrolls_them(run: Run, folder: Path, name: str, to: str) -> None:
    text, said = FILES[name]
    done = run("convert", name, "--to", to, "-o", "-")
    assert "rolls" in done.err
    assert "--unroll writes each word once" in done.err
    assert words(done.out) == words(text)
    done = run("convert", name, "--to", to, "-o", "-", "--unroll")
    assert "rolls" not in done.err
    assert words(done.out) == said


def test_the_times_of_words_stay_where_the_format_has_them(run: Run, folder: Path) -> None:
    assert (
        "the<00:01.400><c> tide</c>" in run("convert", "tagged.vtt", "--to", "vtt", "-o", "-", "--unroll").out
    )
    grown = run("convert", "growing.srt", "--to", "vtt", "-o", "-", "--unroll").out
    assert "Then <00:00:01.400>the bell <00:00:02.000>rang <00:00:02.700>twice." in grown
    assert "loses" not in run("convert", "growing.srt", "--to", "srt", "-o", "-", "--unroll").err


@pytest.mark.parametrize("name", FILES)
def test_a_transcript_says_each_word_once(run: Run, folder: Path, name: str) -> None:
    done = run("transcript", name, "--to", "txt", "-o", "-")
    said = done.out.partition("] ")[2] or done.out
    assert " ".join(said.split()).removeprefix(">> ").casefold() == FILES[name][1].casefold()
    assert "shown again" in done.err


@pytest.mark.parametrize("name", FILES)
def test_captions_are_made_of_each_word_once(run: Run, folder: Path, name: str) -> None:
    done = run("caption", "--words", name, "--to", "srt", "-o", "-")
    assert words(done.out).replace(">> ", "") == FILES[name][1]
    assert done.code == 0


@pytest.mark.parametrize("name", FILES)
def test_statistics_count_each_word_once(run: Run, folder: Path, name: str) -> None:
    done = run("stats", name, "--output-format", "json")
    text, said = FILES[name]
    assert json.loads(done.out)[0]["words"] == len(said.split()) + text.startswith(ROLLING[:60])
    assert f"{name}; each word counted once" in done.err


def test_a_file_and_what_is_unrolled_of_it_do_not_differ(run: Run, folder: Path) -> None:
    for name in FILES:
        run("convert", name, f"once-{name}", "--unroll", "-q")
        done = run("diff", name, f"once-{name}")
        assert (done.code, done.err.count("each word compared once")) == (0, 1), done


def test_the_unsafe_fix_makes_the_same_of_them(run: Run, folder: Path) -> None:
    for name, (text, said) in FILES.items():
        assert run("fix", name).code in (0, 1)
        assert words((folder / name).read_bytes()) == words(text)  # no row changes alone
        run("fix", "--unsafe-fixes", "--select", "LAY013", name)
        assert words((folder / name).read_bytes()) == said


def test_other_formats_are_unrolled_as_well(run: Run, folder: Path) -> None:
    run("convert", "rolling.srt", "rolling.sbv", "-q")
    assert words(run("convert", "rolling.sbv", "--to", "srt", "-o", "-", "--unroll").out) == SAID


def test_a_transcript_is_compared_with_each_word_once(run: Run, folder: Path) -> None:
    (folder / "talk.txt").write_text(f"{SAID}.", encoding="utf-8")
    done = run("check", "rolling.srt", "--transcript", "talk.txt", "--output-format", "concise")
    assert "LAY013" in done.out
    assert "FID" not in done.out


def test_nothing_else_is_found_that_rolling_explains(run: Run, folder: Path) -> None:
    done = run("check", "rolling.srt", "--output-format", "concise")
    assert [line.split()[1] for line in done.out.splitlines() if line.startswith("rolling.srt:")] == [
        "LAY013"
    ]
