"""``captious diff``: of two folders, files are paired by their names."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import captious

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

SRT = "1\n00:00:01,000 --> 00:00:03,000\nHello there.\n\n2\n00:00:04,000 --> 00:00:06,000\nGoodbye.\n"


@pytest.fixture
def folder(folder: Path) -> Path:
    for name in ("old/sub", "new/sub"):
        (folder / name).mkdir(parents=True)
    for name in ("old/ep1.srt", "old/sub/ep2.srt", "old/gone.srt", "new/ep1.en.srt", "new/added.srt"):
        (folder / name).write_text(SRT, encoding="utf-8")
    changed = SRT.replace("Goodbye", "Good night").replace(",000 -->", ",500 -->")
    (folder / "new/sub/ep2.srt").write_text(changed, encoding="utf-8")
    (folder / "old/settings.json").write_text('{"volume": 11}', encoding="utf-8")
    return folder


def test_two_folders(run: Run, folder: Path) -> None:
    done = run("diff", "old", "new/")
    assert (done.code, done.err) == (1, "")
    assert done.out == (
        "old/sub/ep2.srt → new/sub/ep2.srt  3 changes (1 text, 2 time)\n"
        "    0:01  1             time      in +0.500 s, out +0.000 s\n"
        "    0:04  2             text      [-Goodbye.-] {+Good night.+}\n"
        "    0:04  2             time      in +0.500 s, out +0.000 s\n"
        "\n"
        "2 pairs of files, 1 changed: 3 changes (1 text, 2 time)\n"
        "only in the first folder: old/gone.srt\n"
        "only in the second folder: new/added.srt\n"
    )


def test_two_folders_as_json(run: Run, folder: Path) -> None:
    record = json.loads(run("diff", "old", "new", "--output-format", "json", "--ignore", "time").out)
    assert [(pair["old"], len(pair["changes"])) for pair in record["files"]] == [
        ("old/ep1.srt", 0),
        ("old/sub/ep2.srt", 1),
    ]
    assert record["only_old"] == ["old/gone.srt"]
    assert record["only_new"] == ["new/added.srt"]
    assert record["together"] == {"compared": 2, "changed": 1, "failed": 0, "changes": {"text": 1}}


def test_equal_folders(run: Run, folder: Path) -> None:
    done = run("diff", "old", "old")
    assert (done.code, done.out) == (0, "3 pairs of files, no changes\n")


def test_a_file_that_cannot_be_read_does_not_stop_the_others(run: Run, folder: Path) -> None:
    (folder / "new/ep1.en.srt").write_text("nothing\n", encoding="utf-8")
    done = run("diff", "old", "new")
    assert done.code == 2
    assert "not compared: new/ep1.en.srt: no captions in this SubRip file" in done.out
    assert "1 pair of files, 1 changed" in done.out
    assert "captious: error: new/ep1.en.srt: no captions in this SubRip file" in done.err


def test_a_folder_and_a_file_are_refused(run: Run, folder: Path) -> None:
    done = run("diff", "old", "new/added.srt")
    assert (done.code, done.out) == (2, "")
    assert "a file and a folder to compare\n  Name two files, or two folders." in done.err


def test_a_folder_without_captions_is_refused(run: Run, folder: Path) -> None:
    (folder / "empty").mkdir()
    done = run("diff", "old", "empty")
    assert done.code == 2
    assert "empty: no caption files in the folder" in done.err


def test_the_result_of_folders_in_the_library(folder: Path) -> None:
    made = captious.diff(folder / "old", folder / "new")
    assert bool(made)
    assert len(made) == 3
    assert [len(pair.changes) for pair in made.pairs] == [0, 3]
