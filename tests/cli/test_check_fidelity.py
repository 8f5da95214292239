"""``captious check --transcript`` and ``--words``: captions against what was said."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import captious

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

TALK = """Ann Lee: Thank you for having me. I started out with a typewriter and a stopwatch, long ago.

Bob Ray: And I still think that this taught you more about timing than anything else since then, did it not?
"""


@pytest.fixture
def folder(folder: Path) -> Path:
    (folder / "talk.txt").write_text(TALK, encoding="utf-8")
    spoken = TALK.replace("Ann Lee:", "").replace("Bob Ray:", "").split()
    words = [{"word": word, "start": 5 + 0.4 * n, "end": 5.3 + 0.4 * n} for n, word in enumerate(spoken)]
    data = {"results": {"channels": [{"alternatives": [{"words": words}]}]}}
    (folder / "talk.json").write_text(json.dumps(data), encoding="utf-8")
    return folder


def test_what_caption_makes_is_what_was_said_when_it_was_said(run: Run, folder: Path) -> None:
    assert run("caption", "talk.txt", "--words", "talk.json").code == 0
    for name in ("talk.srt", "talk.vtt"):
        done = run("check", name, "--isolated", "--transcript", "talk.txt", "--words", "talk.json")
        assert (done.code, done.out) == (0, "Nothing found in 1 file.\n")


def test_a_word_that_was_lost_is_found_by_the_command_and_by_python(run: Run, folder: Path) -> None:
    run("caption", "talk.txt", "--words", "talk.json", "--to", "srt")
    path = folder / "talk.srt"
    path.write_text(path.read_text(encoding="utf-8").replace("stopwatch", "watch"), encoding="utf-8")
    done = run("check", "talk.srt", "--isolated", "--transcript", "talk.txt", "--output-format", "concise")
    assert done.code == 1
    assert "FID003 “watch,” where the transcript has “stopwatch,”" in done.out
    assert "FID004 accuracy 97.1% (< 99%): 1 changed of 35 words" in done.out
    found = captious.check(path, transcript=folder / "talk.txt", select=["FID"])
    assert [finding.code for finding in found] == ["FID004", "FID003"]


def test_a_draft_is_off_the_clock_of_the_words(run: Run, folder: Path) -> None:
    run("caption", "talk.txt", "--duration", "0:30", "--to", "srt")
    done = run("check", "talk.srt", "--isolated", "--select", "off-sync", "--words", "talk.json")
    assert "before its first word (> 500 ms)" in done.out
    found = captious.check(folder / "talk.srt", words=folder / "talk.json", select=["FID009"])
    assert found and all(finding.name == "off-sync" for finding in found)


def test_files_of_another_recording_are_refused(run: Run, folder: Path) -> None:
    run("caption", "talk.txt", "--to", "srt")
    (folder / "other.txt").write_text(
        "It was the best of times, it was the worst of times.", encoding="utf-8"
    )
    done = run("check", "talk.srt", "--isolated", "--transcript", "other.txt")
    assert done.code == 2
    assert "the transcript is of another recording" in done.err
    done = run("check", "talk.srt", "--isolated", "--transcript", "talk.srt")
    assert done.code == 2
    assert "this is already a caption file (SubRip)" in done.err


@pytest.mark.parametrize("option", ["--transcript", "--words"])
def test_a_file_that_is_not_there(run: Run, folder: Path, option: str) -> None:
    run("caption", "talk.txt", "--to", "srt")
    done = run("check", "talk.srt", "--isolated", option, "none.txt")
    assert done.code == 2
    assert done.err.startswith("captious: error: none.txt: ")
