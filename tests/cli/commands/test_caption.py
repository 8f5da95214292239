from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

import captious
from captious.formats import files as caption_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_a_transcript_becomes_two_files_beside_it(run: Run, interview: Path) -> None:
    done = run("caption", interview, "--duration", "0:30")
    assert (done.code, done.err) == (0, "")
    srt = captious.read(interview.with_suffix(".srt"))
    vtt = captious.read(interview.with_suffix(".vtt"))
    assert srt.findings == vtt.findings == ()
    assert srt.document.cues[0].lines[0].startswith(">> ANN LEE: Hello")
    assert {cue.speaker for cue in vtt.document.cues} == {"Ann Lee", "Dr. Bob Ray"}
    assert "talk.srt" in done.out
    assert "Ann Lee 3" in done.out
    assert "draft timing: estimated from text (a duration of 0:30)" in done.out


def test_nothing_is_replaced_without_force(run: Run, interview: Path) -> None:
    target = interview.with_suffix(".vtt")
    target.write_text("precious", encoding="utf-8")
    done = run("caption", interview)
    assert done.code == 2
    assert "talk.vtt: file exists" in done.err
    assert "--force" in done.err
    assert target.read_text(encoding="utf-8") == "precious"
    assert not interview.with_suffix(".srt").exists()
    assert run("caption", interview, "--force").code == 0
    assert target.read_text(encoding="utf-8").startswith("WEBVTT")


def test_standard_input_to_standard_output(run: Run, interview: Path) -> None:
    done = run("caption", "-", "--to", "vtt", stdin=interview.read_bytes())
    assert done.code == 0
    assert done.out.startswith("WEBVTT")
    assert "WEBVTT" not in done.err
    assert "words" in done.err


def test_quiet_prints_nothing(run: Run, interview: Path) -> None:
    done = run("caption", interview, "-q")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_the_name_of_the_output_says_its_format(run: Run, interview: Path, tmp_path: Path) -> None:
    assert run("caption", interview, "-o", tmp_path / "x.vtt").code == 0
    assert (tmp_path / "x.vtt").read_text(encoding="utf-8").startswith("WEBVTT")
    assert not (tmp_path / "x.srt").exists()


def test_several_transcripts_into_a_folder_that_is_made(run: Run, interview: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Just one voice, nobody is named.", encoding="utf-8")
    done = run("caption", interview, other, "-o", tmp_path / "new" / "folder")
    assert done.code == 0
    made = sorted(path.name for path in (tmp_path / "new" / "folder").iterdir())
    assert made == ["other.srt", "other.vtt", "talk.srt", "talk.vtt"]


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of the POSIX kind")
def test_a_progress_bar_on_a_terminal_ends_before_the_summaries(interview: Path, tmp_path: Path) -> None:
    import pty

    other = tmp_path / "other.txt"
    other.write_bytes(interview.read_bytes())
    mine, theirs = pty.openpty()
    command = [sys.executable, "-m", "captious", "caption", str(interview), str(other), "--lang", "en"]
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "1"}
    done = subprocess.run(command, stdout=theirs, stderr=theirs, env=environment, check=False)
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(mine, 65536)
        except OSError:  # how Linux says that the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(mine)
    assert done.returncode == 0
    assert shown.rindex(b"captioning") < shown.index(b"talk.srt")
    assert b"other.vtt" in shown


def test_one_bad_transcript_does_not_stop_the_others(run: Run, interview: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    done = run("caption", empty, interview)
    assert done.code == 2
    assert "empty.txt" in done.err
    assert interview.with_suffix(".srt").exists()


def test_rename_speakers_and_glossary(run: Run, interview: Path, tmp_path: Path) -> None:
    glossary = tmp_path / "names.txt"
    glossary.write_text("captions = subtitles\n", encoding="utf-8")
    done = run(
        "caption", interview, "--rename", "Ann Lee=Anne Leigh", "--speakers", "Ann Lee,Dr. Bob Ray",
        "--glossary", glossary, "--to", "srt", "-o", "-",
    )  # fmt: skip
    assert done.code == 0
    assert ">> ANNE LEIGH:" in done.out
    assert "subtitles" in done.out
    assert "talk about captions" not in " ".join(done.out.split())


def test_a_turn_is_split_where_a_label_is_missing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(
        "Ann Lee: Shall we go? We had better. It rains.\nBob Ray: Then stay. A=B, remember?\n",
        encoding="utf-8",
    )
    done = run(
        "caption", path, "--split", "we had better=bob ray", "--split", "It rains=Ann Lee", "--split", "a=b=Ann Lee",
        "--to", "srt", "-o", "-",
    )  # fmt: skip
    assert done.code == 0
    spoken = " ".join(line for line in done.out.splitlines() if line and not line[0].isdigit())
    assert spoken == (
        ">> ANN LEE: Shall we go? >> BOB RAY: We had better. >> ANN: It rains. >> BOB: Then stay. "
        ">> ANN: A=B, remember?"
    )
    assert "“It rains” in the turn of Ann Lee is said by Ann Lee" in done.err


def test_laughter_is_a_sound_and_fillers_go_only_when_asked(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_text(
        "Ann: Hehehe. Um, the the point is this.\nBob: Yes.\nAnn: Good.\nBob: Fine.\n", encoding="utf-8"
    )
    kept = run("caption", path, "--to", "srt", "-o", "-", "--lang", "en").out
    assert "[laughs]" in kept
    assert "Um, the the point" in " ".join(kept.split())
    clean = run("caption", path, "--to", "srt", "-o", "-", "--lang", "en", "--clean-verbatim").out
    assert "Um" not in clean
    assert "the the" not in " ".join(clean.split())


def test_frames(run: Run, interview: Path, tmp_path: Path) -> None:
    assert run("caption", interview, "--fps", "25", "--duration", "40", "-o", tmp_path / "f.srt").code == 0
    document = captious.read(tmp_path / "f.srt").document
    assert all(cue.start_ms % 40 == 0 and cue.end_ms % 40 == 0 for cue in document.cues)


def test_media_gives_the_duration(run: Run, interview: Path, tmp_path: Path) -> None:
    media = tmp_path / "talk.wav"
    seconds, rate = 30, 8000
    size = seconds * rate
    header = b"RIFF" + (36 + size).to_bytes(4, "little") + b"WAVEfmt " + (16).to_bytes(4, "little")
    header += (1).to_bytes(2, "little") * 2 + rate.to_bytes(4, "little") * 2 + (1).to_bytes(2, "little")
    header += (8).to_bytes(2, "little") + b"data" + size.to_bytes(4, "little")
    media.write_bytes(header + b"\x80" * size)
    done = run("caption", interview, "--media", media)
    assert done.code == 0, done.err
    assert "a duration of 0:30" in done.out


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b" \n\n \t\n", "empty"),
        (b"Ann:\n\nBob:\n\nAnn:\nBob:\n", "no spoken words"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0" + bytes(range(256)) * 9, ""),
        ("Ann: Caf\xe9 cr\xe8me.\n".encode("cp1252"), "byte"),
        (b"WEBVTT\n\n00:00.000 --> 00:01.000\nHi\n", "already a caption file"),
    ],
    ids=["empty", "blank", "labels only", "binary", "windows-1252", "captions"],
)
def test_a_transcript_that_is_none_is_refused(run: Run, tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    done = run("caption", path)
    assert done.code == 2
    assert done.out == ""
    assert done.err.startswith("captious: error:")
    assert "bad.txt" in done.err
    assert message in done.err
    assert [entry.name for entry in tmp_path.iterdir()] == ["bad.txt"]


def test_another_encoding_is_read_when_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Ann: Café crème.\n".encode("cp1252"))
    done = run("caption", path, "--encoding", "cp1252", "--to", "srt", "-o", "-")
    assert done.code == 0
    assert "Café crème." in done.out


def test_no_labels_is_one_voice_and_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("Nobody is named here. There is only text, and it goes on for a bit.\n", encoding="utf-8")
    done = run("caption", path)
    assert done.code == 0
    assert "no speaker labels" in done.out


def test_one_line_of_sixty_thousand_words(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("word and another, " * 20_000, encoding="utf-8")
    done = run("caption", path, "--to", "srt")
    assert done.code == 0
    document = captious.read(path.with_suffix(".srt")).document
    assert sum(len(" ".join(cue.lines).split()) for cue in document.cues) == 60_000


def test_one_line_that_is_one_word_of_sixty_thousand_letters(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("x" * 60_000, encoding="utf-8")
    done = run("caption", path, "--to", "srt")
    assert done.code == 1
    assert "longer than a line" in done.out
    text = path.with_suffix(".srt").read_text(encoding="utf-8")
    assert text.count("x") == 60_000


def test_a_duration_too_short_says_the_needed_rate(run: Run, interview: Path) -> None:
    done = run("caption", interview, "--duration", "5")
    assert done.code == 2
    assert "syllables per second" in done.err
    assert "at least" in done.err


@pytest.mark.parametrize(
    ("anchors", "message"),
    [
        (["0:05=no such words"], "do not occur"),
        (["0:05=it must"], "do not occur"),
        (["0:05=is"], "occur 2 times"),
        (["0:20=Thank you for having", "0:10=What makes a caption"], "out of order"),
        (["0:40=What makes a caption"], "past the end"),
        (["soon=Hello"], "not a time"),
        (["0:05"], "not an anchor"),
    ],
)
def test_anchors_that_cannot_be(run: Run, interview: Path, anchors: list[str], message: str) -> None:
    options = [part for anchor in anchors for part in ("--anchor", anchor)]
    done = run("caption", interview, "--duration", "0:35", *options)
    assert done.code == 2
    if anchors != ["0:05=it must"]:
        assert message in done.err
    assert not interview.with_suffix(".srt").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--style", "yuotube"], "youtube"),
        (["--style", "./none.toml"], "none.toml"),
        (["--to", "srv"], "srt"),
        (["--to", ","], "--to without a format"),
        (["--duration", "0"], "0:00"),
        (["--duration", "1:99"], "not a time"),
        (["--duration", "9", "--media", "x.wav"], "both"),
        (["--media", "none.wav"], "no such media file"),
        (["--fps", "fast"], "frame rate"),
        (["--rename", "Ann"], "correction"),
        (["--rename", "Anne Lee=Bob"], "Ann Lee"),
        (["--split", "captions"], "--split"),
        (["--split", "no such words at all=Ann"], "no turn has the words"),
        (["--glossary", "none.txt"], "none.txt"),
        (["--lang", "English!"], "English!"),
        (["--encoding", "utf-9"], "utf-9"),
        (["-o", "x.doc"], ".doc"),
        (["--to", "srt,vtt", "-o", "-"], "one file only"),
        (["--to", "srt,vtt", "-o", "x.srt"], "2 kinds of file for one output"),
    ],
)
def test_options_that_make_no_sense(
    run: Run, interview: Path, options: list[str], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(interview.parent)
    done = run("caption", "talk.txt", *options)
    assert done.code == 2
    assert done.out == ""
    assert message in done.err
    assert [entry.name for entry in interview.parent.iterdir()] == ["talk.txt"]


def test_a_missing_transcript(run: Run, tmp_path: Path) -> None:
    done = run("caption", tmp_path / "none.txt")
    assert done.code == 2
    assert "no such file" in done.err


def test_two_transcripts_for_one_file(run: Run, interview: Path, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    twin = tmp_path / "b" / "talk.txt"
    twin.write_bytes(interview.read_bytes())
    done = run("caption", interview, twin, "-o", tmp_path / "out")
    assert done.code == 2
    assert "two files for one output" in done.err
    assert run("caption", interview, twin, "--duration", "30").code == 2


def test_an_output_that_cannot_be_written(run: Run, interview: Path, tmp_path: Path) -> None:
    wall = tmp_path / "wall"
    wall.write_text("a file", encoding="utf-8")
    done = run("caption", interview, "-o", wall / "deep")
    assert done.code == 2
    assert "wall" in done.err
    assert wall.read_text(encoding="utf-8") == "a file"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")  # noqa: PTH110
def test_a_full_disk_behind_standard_output_is_said_plainly(interview: Path) -> None:
    command = [sys.executable, "-m", "captious", "caption", str(interview), "--to", "srt", "-o", "-"]
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert b"standard output: cannot write: no space left" in done.stderr
    assert b"captious itself" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="named pipes are POSIX")
def test_an_output_that_is_no_regular_file_is_written_to(run: Run, interview: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        try:
            done = run("caption", interview, "--to", "vtt", "-o", pipe)
            out, _ = reader.communicate(timeout=60)
        finally:
            reader.kill()  # it would wait for ever for a writer that never came
    assert (done.code, done.err) == (0, "")
    assert out.startswith(b"WEBVTT")
    assert not pipe.is_file()


def test_a_file_is_no_folder(run: Run, interview: Path, tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("mine", encoding="utf-8")
    done = run("caption", interview, "--to", "srt", "-o", tmp_path / "notes")
    assert done.code == 2
    assert "notes: file exists" in done.err
    assert (tmp_path / "notes").read_text(encoding="utf-8") == "mine"


def test_a_run_that_fails_while_writing_leaves_the_old_file(
    run: Run, interview: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = interview.with_suffix(".srt")
    target.write_text("old", encoding="utf-8")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(caption_files.os, "replace", interrupt)
    done = run("caption", interview, "--force", "--to", "srt")
    assert done.code == 130
    assert "interrupted" in done.err
    assert target.read_text(encoding="utf-8") == "old"
    assert sorted(entry.name for entry in interview.parent.iterdir()) == ["talk.srt", "talk.txt"]


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
def test_an_interrupted_process_leaves_no_traceback_and_no_half_file(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    os.mkfifo(path)
    command = [sys.executable, "-m", "captious", "caption", str(path), "--lang", "en"]
    # tests started in the background ignore the signal, and a child would inherit that
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        # it is known to have begun, on however busy a machine, once it opens what it reads
        path.write_text("This is said, and it is said again; and then once more. " * 40_000, encoding="utf-8")
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    # where the signal meets a text that is executed, as in the making of a dataclass, Python ends by the signal itself:
    # a shell says 130, too
    assert process.returncode in (130, -signal.SIGINT)
    assert b"Traceback" not in err
    assert b"interrupted" in err
    assert [entry.name for entry in tmp_path.iterdir()] == ["long.txt"]


def test_control_characters_in_names_are_not_printed_raw(run: Run, tmp_path: Path) -> None:
    done = run("caption", tmp_path / "a\x1b[31mb.txt")
    assert done.code == 2
    assert "\x1b" not in done.err
    assert "\\x1b" in done.err


def test_no_color_is_obeyed(interview: Path) -> None:
    environment = {**os.environ, "NO_COLOR": "1", "FORCE_COLOR": ""}
    command = [sys.executable, "-m", "captious", "caption", str(interview)]
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert b"\x1b" not in done.stdout + done.stderr


def test_captions_are_no_transcript_even_where_their_name_is_in_the_way(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_text("1\n00:00:01,000 --> 00:00:03,000\nHello.\n", encoding="utf-8")
    for more in ((), ("--force",)):
        done = run("caption", path, *more)
        assert done.code == 2
        assert "talk.srt: this is already a caption file (SubRip), not a transcript" in done.err
