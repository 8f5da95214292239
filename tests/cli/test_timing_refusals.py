"""What `caption`, `retime` and `check --like` refuse about times: nothing is written, and the remedy works.

Refusals of a recording are in test_caption_audio.py, of word timings in test_caption_words.py, of ranges and cuts in
commands/test_retime.py.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

TALK = "Ann Lee: Thank you for having me. I started out with a typewriter.\n\nBob Ray: And what then?\n"


def srt(*cues: tuple[float, float, str]) -> str:
    def clock(seconds: float) -> str:
        ms = round(seconds * 1000)
        return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02},{ms % 1000:03}"

    return "\n".join(
        f"{number}\n{clock(start)} --> {clock(end)}\n{text}\n"
        for number, (start, end, text) in enumerate(cues, 1)
    )


def spaced(*, number: int, gap: float) -> str:
    """Captions with pauses that come again nowhere."""
    cues, at = [], 1.0
    for step in range(number):
        length = 1 + (step * step % 7) * gap / 7
        cues.append((at, at + length, "so it goes on"))
        at += length + 0.2 + (step * step * step % 11) * gap / 5
    return srt(*cues)


def typed(value: object) -> str:
    """The name of a case: its options."""
    return " ".join(map(str, value)) if isinstance(value, tuple) else ""


@pytest.fixture
def folder(folder: Path) -> Path:
    (folder / "talk.txt").write_text(TALK, encoding="utf-8")
    words = [{"word": word, "start": at, "end": at + 0.3} for at, word in enumerate(TALK.split())]
    files = {
        "talk.json": json.dumps({"words": words}),
        "few.srt": srt((1, 2, "one"), (3, 4, "two"), (5, 6, "three")),
        "en.srt": spaced(number=60, gap=1.3),
        "other.srt": spaced(number=60, gap=2.9),
        "part.srt": "\n\n".join(spaced(number=60, gap=1.3).split("\n\n")[:24]) + "\n",
        "silent.srt": srt((1, 2, "[music]")),
        "empty.srt": "",
        "shots.txt": "0:01\nsoon\n",
        "media.mp3": "no sound at all",
        "frames.sub": "{25}{50}One.\n{75}{100}Two.\n",
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


CAPTION = {
    ("--duration", "1:00", "--media", "media.mp3"): "duration and media both given",
    ("--duration", "0"): "a duration of 0:00",
    ("--duration", "soon"): "soon",
    ("--duration", "0:01"): "syllables per second",
    ("--media", "gone.mp3"): "gone.mp3: no such media file",
    ("--media", "media.mp3"): "media.mp3: no duration found in media file",
    ("--anchor", "Thank you"): "not an anchor: 'Thank you'",
    ("--anchor", "soon=Thank you"): "soon",
    ("--anchor", "0:05=Not in there"): "the words of anchor 0:05 do not occur",
    ("--anchor", "0:05=I started", "--anchor", "0:03=And what"): "anchors out of order",
    ("--anchor", "9:00=And what", "--duration", "1:00"): "anchor past the end: 9:00 >= 1:00 of media",
    ("--shots", "shots.txt"): "shots.txt:2: ",
    ("--shots", "gone.txt"): "gone.txt: ",
    ("--fps", "2000"): "frame rate out of range: 2000 (1 to 1000 frames per second)",
    ("--words", "frames.sub"): "frames.sub:1: the times count frames",
    ("--words", "talk.json", "--anchor", "0:05=I started"): "words and anchors both given",
}


@pytest.mark.parametrize(
    ("options", "message"),
    CAPTION.items(),
    ids=typed,
)
def test_times_that_cannot_be_are_no_captions(
    run: Run, folder: Path, options: tuple[str, ...], message: str
) -> None:
    before = {path.name for path in folder.iterdir()}
    done = run("caption", "talk.txt", *options)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert {path.name for path in folder.iterdir()} == before


def test_one_standard_input_is_one_transcript(run: Run, folder: Path) -> None:
    done = run("caption", "-", "-", "--to", "srt", "-o", "made", stdin=TALK.encode())
    assert (done.code, done.out) == (2, "")
    assert "standard input given twice" in done.err


RETIME = {
    ("--shift", "soon"): "soon",
    ("--scale", "twice"): "not a factor: 'twice'",
    ("--scale", "12"): "a factor of 12 (0.1 to 10 make sense)",
    ("--sync", "0:12"): "not two times: '0:12'",
    ("--sync", "0:01=0:05", "--sync", "0:03=0:04"): "points out of order: ",
    ("--fps-from", "25"): "only one of two frame rates",
    ("--fps-from", "25", "--fps-to", "24", "--scale", "2"): "--scale and --fps-from both given",
    ("--shift", "1", "--words", "talk.json"): "more than one source of new times",
    (): "no source of new times",
    ("--shift=-1.5",): "en.srt:1: the cue would begin 0.5 s before the recording",
    ("--shift", "1", "--cut-before", "9:00:00"): "none would be left",
    ("--words", "talk.json"): "talk.json: the word timings are of another recording: ",
    ("--words", "gone.json"): "gone.json: ",
    ("--audio", "media.mp3"): "media.mp3: ",
    ("--vad",): "VAD without audio",
    ("--snap", "shots.txt"): "shots.txt:2: ",
    (
        "--like",
        "other.srt",
    ): "en.srt: the captions do not belong to other.srt: the best match of their times is worth",
    ("--like", "part.srt"): "en.srt: part.srt is of a part of the recording: it holds ",
    ("--like", "few.srt"): "too few cues to compare: 3 cues in the reference (at least 6 are needed)",
    ("--like", "talk.json"): "give them as words (--words)",
    ("--like", "talk.txt"): "talk.txt: not in a known caption format",
    ("--like", "empty.srt"): "empty.srt: no captions in this SubRip file",
    ("--like", "gone.srt"): "gone.srt: ",
    ("--like", "frames.sub"): "frames.sub:1: the times count frames",
}


@pytest.mark.parametrize(
    ("options", "message"),
    RETIME.items(),
    ids=typed,
)
def test_what_gives_no_times_changes_no_captions(
    run: Run, folder: Path, options: tuple[str, ...], message: str
) -> None:
    done = run("retime", "en.srt", *options, "-o", "made.srt")
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert not (folder / "made.srt").exists()


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("silent.srt", ("--words", "talk.json"), "silent.srt: no spoken word in the captions"),
        ("few.srt", ("--like", "en.srt"), "few.srt: too few cues to compare: 3 cues in the captions"),
        ("empty.srt", ("--shift", "1"), "empty.srt:1:1: no cues in the file"),
    ],
)
def test_captions_that_cannot_be_moved(
    run: Run, folder: Path, name: str, options: tuple[str, ...], message: str
) -> None:
    done = run("retime", name, *options, "-o", "made.srt")
    assert done.code == 2
    assert message in done.err
    assert not (folder / "made.srt").exists()


@pytest.mark.parametrize(
    "name", ["other.srt", "part.srt", "few.srt", "talk.json", "talk.txt", "empty.srt", "gone.srt"]
)
def test_check_refuses_the_references_that_retime_refuses(run: Run, folder: Path, name: str) -> None:
    done = run("check", "en.srt", "--like", name)
    assert done.code == 2
    assert RETIME["--like", name] in done.err


def test_the_remedy_for_captions_that_cannot_be_compared_works(run: Run, folder: Path) -> None:
    said = run("check", "few.srt", "--like", "en.srt")
    assert said.code == 2
    remedy = "captious retime FILE --sync OLD=NEW -o OUTPUT"
    assert remedy in said.err
    typed = remedy.replace("FILE", "few.srt").replace("OLD=NEW", "0:01=0:03").replace("OUTPUT", "made.srt")
    assert run(*typed.split()[1:]).code == 0
    assert "00:00:03,000 --> 00:00:04,000" in (folder / "made.srt").read_text(encoding="utf-8")
