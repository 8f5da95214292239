"""``captious caption --words``: the clock of a recogniser, the words of a transcript."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

TALK = """Ann Lee: Thank you for having me. I started out with a typewriter and a stopwatch.

Bob Ray: And I still think that this taught you more about timing than anything else since then, did it not?
"""
SPOKEN = TALK.replace("Ann Lee:", "").replace("Bob Ray:", "").split()


@pytest.fixture
def folder(folder: Path) -> Path:
    (folder / "talk.txt").write_text(TALK, encoding="utf-8")
    words = [
        {"word": word.strip(".,?").lower(), "start": 5 + 0.4 * number, "end": 5.3 + 0.4 * number}
        for number, word in enumerate(SPOKEN)
        if word != "typewriter"
    ]
    data = {"results": {"channels": [{"alternatives": [{"words": words}]}]}}
    (folder / "talk.json").write_text(json.dumps(data), encoding="utf-8")
    return folder


def test_cues_have_the_clock_of_the_words_and_the_text_of_the_transcript(run: Run, folder: Path) -> None:
    done = run("caption", "talk.txt", "--words", "talk.json", "--to", "srt")
    assert (done.code, done.err) == (0, "")
    assert "  times       timed by Deepgram: 97.0% of the words found, the others interpolated" in done.out
    assert "draft" not in done.out
    text = (folder / "talk.srt").read_text(encoding="utf-8")
    assert text.startswith("1\n00:00:05,000 --> ")
    assert ">> BOB RAY: And I still think" in text.replace("\n", " ")
    assert "00:00:10,600 --> " in text  # Bob's first word is the fifteenth
    shown = [line for line in text.splitlines() if line and not line[0].isdigit()]
    assert " ".join(shown).replace(">> ANN LEE: ", "").replace(">> BOB RAY: ", "").split() == SPOKEN


def test_the_note_of_a_webvtt_file_says_where_times_come_from(run: Run, folder: Path) -> None:
    assert run("caption", "talk.txt", "--words", "talk.json", "--to", "vtt").code == 0
    note = "NOTE timed by Deepgram: 97.0% of the words found, the others interpolated\n"
    assert note in (folder / "talk.vtt").read_text(encoding="utf-8")


def test_words_alone_are_captioned(run: Run, folder: Path) -> None:
    done = run("caption", "--words", "talk.json", "--to", "srt", "--lang", "en")
    assert (done.code, done.err) == (0, "")
    assert "  times       timed by Deepgram\n" in done.out
    assert "  punctuation none in the text: cues and lines end where punctuation is likely" in done.out
    text = (folder / "talk.srt").read_text(encoding="utf-8")
    assert "".join(text.split("-->")[1:]).count("stopwatch") == 1


def test_words_of_another_recording_leave_everything_as_it_was(run: Run, folder: Path) -> None:
    (folder / "other.txt").write_text(
        "My dog has fleas, but yours lives by a lake where nobody goes.", encoding="utf-8"
    )
    done = run("caption", "other.txt", "--words", "talk.json")
    assert done.code == 2
    assert "talk.json: the word timings are of another recording: " in done.err
    assert not (folder / "other.srt").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("talk.txt", "--words", "talk.json", "--anchor", "0:05=Thank you"),
            "words and anchors both given",
        ),
        (
            ("talk.txt", "talk.txt", "--words", "talk.json"),
            "options for one recording with 2 transcripts",
        ),
        (
            ("talk.txt", "--words", "talk.txt"),
            "talk.txt: no word timings, but a text without times",
        ),
        (("talk.txt", "--words", "gone.json"), "gone.json: "),
        ((), "Missing argument 'TRANSCRIPT...', or --words FILE."),
    ],
)
def test_options_that_do_not_go_together(
    run: Run, folder: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = run("caption", *arguments)
    assert done.code == 2
    assert message in done.err
    assert not list(folder.glob("*.srt"))


def test_the_text_for_youtube_stands_beside_the_transcript(run: Run, folder: Path) -> None:
    done = run("caption", "talk.txt", "--to", "srt,youtube-transcript")
    assert done.code == 0
    assert "talk.youtube.txt  YouTube transcript, " in done.out
    text = (folder / "talk.youtube.txt").read_text(encoding="utf-8")
    assert text.startswith(">> ANN LEE: Thank you")
    assert "-->" not in text
    assert (folder / "talk.txt").read_text(encoding="utf-8") == TALK


@pytest.mark.parametrize(("style", "code"), [("youtube", 0), ("netflix-en", 1)])
def test_speech_that_is_fast_is_no_failure_unless_a_guide_limits_it(
    run: Run, folder: Path, style: str, code: int
) -> None:
    words = [
        {"word": word, "start": 5 + 0.12 * number, "end": 5.1 + 0.12 * number}
        for number, word in enumerate(SPOKEN)
    ]
    (folder / "fast.json").write_text(json.dumps({"words": words}), encoding="utf-8")
    for arguments in (("talk.txt", "--words", "fast.json"), ("--words", "fast.json")):
        done = run("caption", *arguments, "--style", style, "--to", "srt", "-o", "made.srt", "--force")
        assert "faster than the style allows" in done.out
        assert done.code == code


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.json", "", "empty.json: not a known kind of word timings: the file is empty"),
        ("broken.json", '{"words": [', "broken.json:1:12: not JSON"),
        ("text.json", '{"text": "Thank you."}', "timestamp_granularities[]=word"),
        ("none.json", '{"words": []}', "none.json: not a known kind of word timings: JSON with words"),
        ("gone.json", None, "gone.json: cannot read the file"),
    ],
)
def test_a_words_file_that_cannot_be_used_is_named(
    run: Run, folder: Path, name: str, content: str | None, message: str
) -> None:
    if content is not None:
        (folder / name).write_text(content, encoding="utf-8")
    done = run("caption", "talk.txt", "--words", name)
    assert done.code == 2
    assert message in done.err
    assert name in done.err
    assert "talk.txt" not in done.err


def test_a_transcript_with_times_is_a_clock(run: Run, folder: Path) -> None:
    other = "Ann Lee  0:05\nThank you for having me.\n\nBob Ray  0:20\n" + " ".join(SPOKEN[14:]) + "\n"
    (folder / "otter.txt").write_text(other, encoding="utf-8")
    done = run("caption", "talk.txt", "--words", "otter.txt", "--to", "srt", "-o", "made.srt")
    assert (done.code, done.err) == (0, "")
    assert "2 times in the text: the words between them are interpolated" in done.out
    text = (folder / "made.srt").read_text(encoding="utf-8")
    assert text.startswith("1\n00:00:05,000 --> ")
    assert "\n00:00:20,000 --> " in text


def test_cues_change_with_the_shot_where_there_is_a_list(run: Run, folder: Path) -> None:
    (folder / "cuts.txt").write_text("4.7\n", encoding="utf-8")
    assert run("caption", "talk.txt", "--words", "talk.json", "--shots", "cuts.txt", "--to", "srt").code == 0
    assert (folder / "talk.srt").read_text(encoding="utf-8").startswith("1\n00:00:04,700 --> ")
    done = run("caption", "talk.txt", "--shots", "none.txt", "--to", "srt", "--force")
    assert (done.code, done.out) == (2, "")
    assert "none.txt: cannot read the file" in done.err
