"""``captious stats``: of a folder, all captions in it, one line each, and together."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

SRT = "1\n00:00:01,000 --> 00:00:03,000\nHello there.\n\n2\n00:00:04,000 --> 00:00:06,000\nGoodbye.\n"


@pytest.fixture
def folder(folder: Path) -> Path:
    (folder / "season/extra").mkdir(parents=True)
    for name in ("season/ep1.srt", "season/extra/ep2.srt"):
        (folder / name).write_text(SRT, encoding="utf-8")
    (folder / "season/data.json").write_text("[1, 2]", encoding="utf-8")
    return folder


def test_a_folder_is_a_table_and_a_sum(run: Run, folder: Path) -> None:
    done = run("stats", "season")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert [line.split()[0] for line in lines[:3]] == ["file", "season/ep1.srt", "season/extra/ep2.srt"]
    assert lines[1].split()[1:4] == ["2", "3", "0:06"]
    assert lines[4:6] == ["all together", "  cues        4 in 0:12, on screen 67% of the time"]


def test_a_folder_as_json(run: Run, folder: Path) -> None:
    records = json.loads(run("stats", "season", "--output-format", "json").out)
    assert [(record["file"], record["cues"]) for record in records] == [
        ("season/ep1.srt", 2),
        ("season/extra/ep2.srt", 2),
        ("all together", 4),
    ]


def test_a_file_in_a_folder_that_cannot_be_read_does_not_stop_the_others(run: Run, folder: Path) -> None:
    (folder / "season/bad.srt").write_text("nothing\n", encoding="utf-8")
    done = run("stats", "season")
    assert done.code == 2
    assert "captious: error: season/bad.srt: no captions" in done.err
    assert "season/ep1.srt" in done.out
    named = run("stats", "season/bad.srt", "season/ep1.srt")
    assert (named.code, named.out) == (2, "")
