"""``captious publish``: one folder, what is in it, and what a second run leaves alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from captious.jobs.publish import FILES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

TALK = "This is a sentence of eight words, yes. " * 200
TEXT = f"""## One

**Ann:** {TALK}See www.example.org for that.

## Two

**Bob:** {TALK}

## Three

**Ann:** Thank you for having me.
"""


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "talk.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_everything_is_in_one_folder(run: Run, talk: Path) -> None:
    done = run("publish", talk, "--duration", "20:00", "--title", "A talk", "--date", "2026-11-25")
    assert (done.code, done.err) == (0, "")
    folder = talk.with_suffix("")
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)
    assert done.out.splitlines()[: len(FILES)] == [str(folder / name) for name in FILES]
    steps = (folder / "NEXT.md").read_text(encoding="utf-8")
    for name in FILES[:-1]:
        assert f"`{name}`" in steps or name == "captions.vtt", name
    assert "YouTube Studio → Content → your video → Subtitles" in steps
    assert "half of them are within" in steps
    assert (folder / "captions.vtt").read_text(encoding="utf-8").startswith("WEBVTT")
    assert "<h1" in (folder / "transcript.html").read_text(encoding="utf-8")
    assert (folder / "fragment.html").read_text(encoding="utf-8").startswith('<div class="captious"')
    chapters = (folder / "chapters.txt").read_text(encoding="utf-8")
    assert [line.split(" ", 1)[1] for line in chapters.splitlines()] == ["One", "Two", "Three"]
    assert len(json.loads((folder / "chapters.json").read_text(encoding="utf-8"))["chapters"]) == 3
    assert "[www.example.org](<https://www.example.org>)" in (folder / "notes.md").read_text(encoding="utf-8")
    assert "example.org" not in (folder / "description.txt").read_text(encoding="utf-8")


def test_a_second_run_replaces_its_own_files_and_no_others(run: Run, talk: Path) -> None:
    folder = talk.with_suffix("")
    assert run("publish", talk, "-q").code == 0
    again = run("publish", talk)
    assert again.code == 2
    assert "file exists" in again.err
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    (folder / "notes.md").write_text("my notes", encoding="utf-8")
    forced = run("publish", talk, "--force", "--title", "Another title")
    assert forced.code == 0
    assert "notes.md  kept: it was edited since" in forced.out
    assert (folder / "notes.md").read_text(encoding="utf-8") == "my notes"
    assert (folder / "mine.txt").read_text(encoding="utf-8") == "mine"
    assert "Another title" in (folder / "transcript.html").read_text(encoding="utf-8")
    # and so it is with the third
    assert run("publish", talk, "--force", "-q").code == 0
    assert (folder / "notes.md").read_text(encoding="utf-8") == "my notes"


def test_what_captious_did_not_write_is_never_replaced(run: Run, talk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "captions.srt").write_text("mine", encoding="utf-8")
    for force in ((), ("--force",)):
        done = run("publish", talk, "-o", folder, *force)
        assert done.code == 2
        assert "captions.srt" in done.err
        assert sorted(path.name for path in folder.iterdir()) == ["captions.srt"]
    assert (folder / "captions.srt").read_text(encoding="utf-8") == "mine"


def test_edited_chapters_are_given_back(run: Run, talk: Path) -> None:
    folder = talk.with_suffix("")
    assert run("publish", talk, "--duration", "20:00", "-q").code == 0
    chapters = folder / "chapters.txt"
    edited = "0:00 The beginning\n10:00 The middle\n15:00 The end\n"
    chapters.write_text(edited, encoding="utf-8")
    done = run("publish", talk, "--duration", "20:00", "--chapters", chapters, "--force")
    assert done.code == 0
    assert chapters.read_text(encoding="utf-8") == edited
    assert "The middle" in (folder / "transcript.html").read_text(encoding="utf-8")
    assert "10:00 The middle" in (folder / "description.txt").read_text(encoding="utf-8")
    # they stay the user's without being named again
    assert run("publish", talk, "--force", "-q").code == 0
    assert chapters.read_text(encoding="utf-8") == edited


def test_what_it_reads_is_never_replaced(run: Run, talk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert run("publish", talk, "-o", folder, "-q").code == 0
    captions = folder / "captions.vtt"
    before = captions.read_bytes()
    done = run("publish", captions, "-o", folder, "--force")
    assert done.code == 2
    assert "this is an input file" in done.err
    assert captions.read_bytes() == before


def test_a_short_talk_has_no_chapters_and_no_notes(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text("Ann: Hello there.\n\nBob: Hello.\n", encoding="utf-8")
    done = run("publish", path)
    assert done.code == 0
    made = sorted(each.name for each in path.with_suffix("").iterdir())
    assert made == [
        "NEXT.md",
        "captions.srt",
        "captions.vtt",
        "description.txt",
        "fragment.html",
        "transcript.html",
    ]
    assert (
        "chapters"
        not in (path.with_suffix("") / "NEXT.md").read_text(encoding="utf-8").split("## YouTube")[1]
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--date", "today"), "not a date"),
        (("--embed",), "nothing to embed"),
        (("--media", "gone.mp3"), "gone.mp3"),
        (("--chapters", "gone.txt"), "gone.txt"),
        (("--vad",), "VAD without audio"),
        (("--duration", "0:01"), "too little time for the words"),
    ],
)
def test_nothing_is_made_where_something_is_wrong(
    run: Run, talk: Path, options: tuple[str, ...], message: str
) -> None:
    done = run("publish", talk, *options)
    assert done.code == 2
    assert message in done.err
    assert not talk.with_suffix("").exists()


def test_standard_input_needs_a_folder(run: Run, tmp_path: Path) -> None:
    assert "no name for the folder" in run("publish", "-", stdin=b"Ann: Hello.\n").err
    assert run("publish", "-", "-o", tmp_path / "out", "-q", stdin=b"Ann: Hello.\n").code == 0
    assert (tmp_path / "out" / "captions.srt").is_file()
    assert (
        "a folder is needed"
        in run("publish", "-", "-o", tmp_path / "out" / "captions.srt", stdin=b"A: B.\n").err
    )


def test_a_recording_beside_it_is_played_from_the_folder(run: Run, talk: Path, root: Path) -> None:
    media = talk.parent / "talk.ogg"
    media.write_bytes((root / "examples" / "talk.ogg").read_bytes())
    done = run("publish", talk, "--media", media)
    assert done.code == 2  # the recording is far too short for the words, so its length was read
    assert "too little time" in done.err
    short = talk.with_name("short.txt")
    short.write_text("Ann: Hello there, this is a talk.\n", encoding="utf-8")
    assert run("publish", short, "--media", media, "-q").code in (0, 1)
    page = (short.with_suffix("") / "transcript.html").read_text(encoding="utf-8")
    assert 'src="../talk.ogg"' in page
    assert "plays it by its relative path" in (short.with_suffix("") / "NEXT.md").read_text(encoding="utf-8")
