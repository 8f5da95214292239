"""Which files of a folder a command reads, and what is said of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import captious
from captious.batch.inputs import Inputs, find_inputs, skip_notes
from captious.batch.ledger import NAME as LEDGER
from captious.errors import CaptiousError
from captious.formats.base import Format, Use
from captious.formats.registry import formats

if TYPE_CHECKING:
    from pathlib import Path

CUES = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Ann>Hello.\n"
WHISPER = '{"segments": [{"start": 0, "end": 1, "text": "Hello"}]}'


def fill(folder: Path, *names: str, text: str = "Ann: Hello.\n") -> None:
    for name in names:
        (folder / name).write_text(text, encoding="utf-8")


def found(command: str, folder: Path) -> tuple[list[str], list[str], list[str]]:
    inputs = find_inputs(command, str(folder), alone=True)
    return [below for _, below in inputs.files], list(inputs.unread), list(inputs.spare)


def test_transcripts_are_text_and_markdown(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b.md", "c.docx", "d.mp3", "e.srt", "f.youtube.txt", ".hidden.txt", LEDGER)
    assert found("caption", tmp_path) == (
        ["a.txt", "b.md", "c.docx"],
        ["d.mp3", "e.srt", "f.youtube.txt"],
        [],
    )
    assert found("transcript", tmp_path) == (
        ["a.txt", "b.md", "c.docx", "e.srt"],
        ["d.mp3", "f.youtube.txt"],
        [],
    )


def test_what_is_not_called_a_transcript_is_one_by_its_content_and_the_reason_is_told(tmp_path: Path) -> None:
    fill(tmp_path, "a.csv", text="speaker,text\nAnn,Hello.\nBob,Yes.\n")
    fill(tmp_path, "b.html", text="<body><p>Ann: Hello.</p></body>")
    fill(tmp_path, "c.json", text='[{"speaker": "Ann", "text": "Hello."}]')
    fill(tmp_path, "d.json", "e.json", text='{"id": 1}')
    fill(tmp_path, "f.xml", text="<song/>")
    fill(tmp_path, "g.json", text='{"segments": [{"startTime": 0, "endTime": 1, "body": "Hello."}]}')
    fill(tmp_path, "h.csv", text=captious.convert(CUES.encode(), to="csv").text)
    fill(tmp_path, "i.xml", text=captious.convert(CUES.encode(), to="ttml").text)
    fill(tmp_path, "a.txt", "j.mp3")
    inputs = find_inputs("caption", str(tmp_path), alone=True)
    assert [below for _, below in inputs.files] == ["a.txt", "b.html", "c.json", "g.json", "h.csv"]
    assert inputs.spare == ("a.csv",)
    notes = skip_notes("caption", [inputs])
    assert notes[0] == "d.json, e.json: this is JSON with id, not a transcript"
    assert notes[1].startswith("f.xml: this is XML with the root <song>")
    assert notes[2].startswith("i.xml: this is already a caption file (TTML")
    assert notes[3].startswith("j.mp3: caption reads .txt, .md, .docx")
    assert notes[4] == "a.csv: another file with the same name is read"
    assert [below for _, below in find_inputs("transcript", str(tmp_path), alone=True).files][-2:] == [
        "h.csv",
        "i.xml",
    ]


def test_of_files_that_make_the_same_one_is_read(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "a.md", "a.srt", "a.vtt", "b.srt", "b.vtt", "c.md")
    assert found("caption", tmp_path) == (["a.txt", "c.md"], ["a.srt", "a.vtt", "b.srt", "b.vtt"], ["a.md"])
    assert found("transcript", tmp_path) == (
        ["a.txt", "b.vtt", "c.md"],
        [],
        ["a.md", "a.srt", "a.vtt", "b.srt"],
    )
    # which of two captions to convert is not ours to say
    assert found("convert", tmp_path)[0] == ["a.srt", "a.vtt", "b.srt", "b.vtt"]
    assert found("fix", tmp_path)[0] == ["a.srt", "a.vtt", "b.srt", "b.vtt"]


@pytest.mark.parametrize(
    "known", [one for one in formats(Use.READ) if Use.WRITE in one.uses], ids=lambda one: one.name
)
def test_captions_of_every_format_are_found(known: Format, tmp_path: Path) -> None:
    text = captious.convert(CUES.encode(), to=known.name, frame_rate=25).text
    names = [f"talk{number}{suffix}" for number, suffix in enumerate(known.suffixes)]
    fill(tmp_path, *names, text=text)
    for command in ("convert", "transcript"):
        assert found(command, tmp_path) == (names, [], [])


def test_what_other_files_are_called_too_is_told_by_the_content(tmp_path: Path) -> None:
    fill(tmp_path, "a.json", "b.html", "c.xml", "d.csv", text="{}")
    fill(tmp_path, "words.json", text=WHISPER)
    fill(tmp_path, "talk.srt")
    (tmp_path / "old.csv").write_bytes("Zürich".encode("cp1252"))
    unread = ["a.json", "b.html", "c.xml", "d.csv"]
    # one that cannot be looked at is a job, which says why
    assert found("convert", tmp_path) == (["old.csv", "talk.srt"], [*unread, "words.json"], [])
    assert found("transcript", tmp_path) == (["old.csv", "talk.srt", "words.json"], unread, [])


def test_word_timings_are_found_by_their_endings(tmp_path: Path) -> None:
    fill(tmp_path, "a.json3", "b.srv3", "c.TextGrid", "d.ctm")
    assert found("transcript", tmp_path)[0] == ["a.json3", "b.srv3", "c.TextGrid", "d.ctm"]
    with pytest.raises(CaptiousError, match="no files in the folder that convert reads") as caught:
        found("convert", tmp_path)
    assert ".srt, .vtt" in (caught.value.hint or "")


def test_a_file_that_is_named_is_read_whatever_it_is(tmp_path: Path) -> None:
    fill(tmp_path, "notes.docx")
    path = str(tmp_path / "notes.docx")
    assert find_inputs("caption", path, alone=True) == Inputs(((path, "notes.docx"),))
    with pytest.raises(CaptiousError, match="no such file"):
        find_inputs("caption", str(tmp_path / "gone"), alone=True)
    gone = str(tmp_path / "gone")
    assert find_inputs("caption", gone, alone=False) == Inputs(((gone, "gone"),))


def test_what_is_skip_notes_is_said_once() -> None:
    many = Inputs((), unread=tuple(f"{number}.mp3" for number in range(9)))
    assert skip_notes("caption", [many, Inputs((), unread=("a.docx",))]) == [
        (
            "0.mp3, 1.mp3, 2.mp3, 3.mp3, 4.mp3 and 5 more: caption reads .txt, .md, .docx, .odt, .rtf, .html, .csv, "
            ".tsv, .json, .xml, .json3, .srv1, .srv2, .srv3, .textgrid, .ctm"
        )
    ]
    assert skip_notes("caption", [Inputs((), spare=("a.md",))]) == [
        "a.md: another file with the same name is read"
    ]
    assert skip_notes("fix", [Inputs(())]) == []
