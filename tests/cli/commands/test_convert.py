"""``captious convert``, ``stats`` and ``diff``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

SRT = (
    "1\n00:00:01,000 --> 00:00:03,000\nHello, <i>you</i>\nthere.\n\n2\n00:00:03,500 --> 00:00:05,000\nYes.\n"
)
VTT = (
    "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann>Hello.\n\nNOTE mine\n\n00:03.000 --> 00:05.000\n<v Bob>Yes.\n"
)


@pytest.fixture
def srt(tmp_path: Path) -> Path:
    path = tmp_path / "talk.srt"
    path.write_text(SRT, encoding="utf-8")
    return path


@pytest.fixture
def vtt(tmp_path: Path) -> Path:
    path = tmp_path / "talk.vtt"
    path.write_text(VTT, encoding="utf-8")
    return path


def test_the_ending_of_the_output_is_its_format(run: Run, srt: Path) -> None:
    done = run("convert", srt, srt.with_suffix(".ttml"))
    assert (done.code, done.out) == (0, "")
    assert done.err == f"{srt.with_suffix('.ttml')}  2 cues, srt to ttml\n"
    back = run("convert", srt.with_suffix(".ttml"), "--to", "srt", "-o", "-", "-q")
    assert (back.out, back.err) == (SRT, "")


def test_many_files_go_into_a_folder(run: Run, srt: Path, vtt: Path, tmp_path: Path) -> None:
    done = run("convert", srt, vtt, "--to", "csv", "-o", f"{tmp_path / 'out'}/")
    assert done.code == 2
    assert "two files for one output" in done.err
    vtt.rename(tmp_path / "other.vtt")
    assert run("convert", srt, tmp_path / "other.vtt", "--to", "csv", "-o", f"{tmp_path / 'out'}/").code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["other.csv", "talk.csv"]


def test_what_is_lost_is_listed_and_refused_if_asked(run: Run, vtt: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.srt"
    done = run("convert", vtt, target, "--strict")
    assert done.code == 2
    assert "  loses      comments\n" in done.err
    assert "speakers not named in the text in 2 cues, first cue 1 (Ann)" in done.err
    assert "srt cannot hold everything in the file" in done.err
    assert not target.exists()
    done = run("convert", vtt, target)
    assert done.code == 0
    assert "--style NAME writes the names into the text" in done.err
    styled = run("convert", vtt, "--to", "srt", "-o", "-", "--style", "podcast")
    assert "Ann: Hello." in styled.out
    assert "names of speakers" not in styled.err


def test_nothing_is_replaced_unasked(run: Run, srt: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.vtt"
    target.write_text("mine", encoding="utf-8")
    assert "file exists" in run("convert", srt, target).err
    assert target.read_text(encoding="utf-8") == "mine"
    assert run("convert", srt, target, "--force").code == 0
    done = run("convert", srt, srt, "--force")
    assert done.code == 2
    assert "this is an input file" in done.err
    assert srt.read_text(encoding="utf-8") == SRT


def test_no_file_is_replaced_by_what_is_made_of_another(run: Run, srt: Path, vtt: Path) -> None:
    done = run("convert", vtt, srt, "--to", "srt", "--force")
    assert done.code == 2
    assert "this is an input file" in done.err
    assert (srt.read_text(encoding="utf-8"), vtt.read_text(encoding="utf-8")) == (SRT, VTT)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("talk.srt",), "1 file and no format"),
        (("talk.srt", "out.doc"), "not a caption format: '.doc'"),
        (("talk.srt", "--to", "sami"), "sami can be read, but not written"),
        (("talk.srt", "--to", "vtx"), "unknown caption format: 'vtx'"),
        (("none.srt", "out.vtt"), "none.srt: cannot read the file"),
        (("talk.srt", "out.vtt", "--style", "yotube"), "unknown style: yotube"),
        (("talk.srt", "out.vtt", "--colour", "beige=Ann"), "not a colour and a name"),
        (("notes.txt", "out.vtt"), "notes.txt: not in a known caption format"),
        (("broken.ttml", "out.vtt"), "broken.ttml:2:"),
        (("talk.srt", "out.vtt", "--from", "ttml"), "talk.srt:1:1: not well-formed XML"),
        (("talk.srt", "no/such/\0folder/", "--to", "vtt", "-o", "x.vtt"), "2 files for one output"),
    ],
)
def test_what_cannot_be_done(
    run: Run, srt: Path, arguments: tuple[str, ...], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(srt.parent)
    (srt.parent / "notes.txt").write_text("Just a text.", encoding="utf-8")
    (srt.parent / "broken.ttml").write_text('<tt xmlns="http://www.w3.org/ns/ttml">\n<body', encoding="utf-8")
    done = run("convert", *arguments)
    assert done.code == 2
    assert message in done.err
    assert not (srt.parent / "out.vtt").exists()


def test_captions_are_made_in_formats_of_exchange_too(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "talk.txt"
    text.write_text(
        "Ann: Hello and welcome.\nBob: Thank you, Ann.\nAnn: Shall we?\nBob: Yes.\n", encoding="utf-8"
    )
    done = run("caption", text, "--to", "ttml,ass,json", "-o", f"{tmp_path}/", "-q")
    assert done.code in (0, 1)
    assert json.loads((tmp_path / "talk.json").read_text(encoding="utf-8"))["segments"][0]["speaker"] == "Ann"
    done = run("caption", text, "--to", "markdown")
    assert done.code == 2
    assert "Markdown is not a caption format" in done.err
    assert text.read_text(encoding="utf-8").startswith("Ann: Hello")


def test_figures_as_text_and_as_json(run: Run, srt: Path, vtt: Path) -> None:
    done = run("stats", srt, vtt)
    assert done.code == 0
    assert "  cues        2 in 0:05, on screen 70% of the time\n" in done.out
    assert "Ann: 50.0% of the words, 1 cue, 0:02" in done.out
    assert "all together" in done.out
    records = json.loads(run("stats", srt, vtt, "--output-format", "json").out)
    assert [record["file"] for record in records] == [str(srt), str(vtt), "all together"]
    assert records[0]["gap_s"]["median"] == 0.5
    assert records[2]["cues"] == 4
    assert run("stats", srt.parent / "none.srt").code == 2


def test_differences_and_their_exit_codes(run: Run, srt: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.vtt"
    assert run("convert", srt, other, "-q").code == 0
    assert (run("diff", srt, other).code, run("diff", srt, other).out) == (0, "")
    edited = tmp_path / "edited.srt"
    edited.write_text(SRT.replace("Yes.", "Yes, please.").replace("03,500", "03,600"), encoding="utf-8")
    done = run("diff", srt, edited)
    assert done.code == 1
    assert done.out.splitlines() == [
        "    0:03  2             text      [-Yes.-] {+Yes, please.+}",
        "    0:03  2             time      in +0.100 s, out +0.000 s",
    ]
    assert run("diff", srt, edited, "--ignore", "text,time").code == 0
    assert (run("diff", srt, edited, "-q").code, run("diff", srt, edited, "-q").out) == (1, "")
    (text, moved) = json.loads(run("diff", srt, edited, "--output-format", "json").out)
    assert (text["kind"], text["before"], text["after"]) == ("text", "Yes.", "Yes, please.")
    assert moved["in_ms"] == 100
    assert run("diff", srt, edited, "--ignore", "spelling").code == 2
    assert run("diff", srt, tmp_path / "none.srt").code == 2


def test_times_that_count_frames_need_the_frame_rate(run: Run, tmp_path: Path) -> None:
    table, out = tmp_path / "talk.csv", tmp_path / "out.srt"
    table.write_text(
        '"Speaker","Start","End","Text"\n"Ann","00:00:01:12","00:00:03:00","Yes."\n', encoding="utf-8"
    )
    table.write_text(table.read_text(encoding="utf-8").replace("Speaker", "speaker"), encoding="utf-8")
    done = run("convert", table, out)
    assert done.code == 2
    assert "a timecode without a frame rate: 00:00:01:12" in done.err
    assert "--fps 25" in done.err
    assert run("convert", table, out, "--fps", "25").code == 0
    assert "00:00:01,480 --> 00:00:03,000" in out.read_text(encoding="utf-8")
    assert run("convert", table, out, "--fps", "12", "--force").code == 2
    frames = tmp_path / "frames.srt"
    frames.write_text(SRT.replace(",000", ":12").replace(",500", ":00"), encoding="utf-8")
    done = run("convert", frames, "--to", "vtt")
    assert done.code == 2
    assert "the times count frames" in done.err
    assert run("convert", frames, "--to", "vtt", "--fps", "24").code == 0
    assert "00:00:01.500 --> 00:00:03.500" in frames.with_suffix(".vtt").read_text(encoding="utf-8")


def test_words_without_readable_times_are_lost_and_named(run: Run, srt: Path) -> None:
    srt.write_text(f"{SRT}\n3\n00:00:06,000 -->\nAnd no end\nof it.\n\n4\n", encoding="utf-8")
    done = run("convert", srt, "--to", "vtt")
    assert done.code == 0
    assert 'words without readable times in 1 cue, cue 3 ("And no end of it.")' in done.err
    assert "the times of cue 3 cannot be read: the end time is missing" in done.err
    assert "no end" not in srt.with_suffix(".vtt").read_text(encoding="utf-8")
    assert run("convert", srt, "--to", "vtt", "--strict", "--force").code == 2
    srt.write_text("1\n00:00:01,000 → 00:00:03,000\nHello.\n", encoding="utf-8")
    done = run("convert", srt, "--to", "vtt", "--force")
    assert done.code == 2
    assert 'the times of cue 1 cannot be read: "→" instead of the arrow "-->"' in done.err


def test_another_language_is_for_one_file_and_never_overwritten(run: Run, folder: Path) -> None:
    for name in ("a.srt", "b.srt", "c.srt"):
        (folder / name).write_text("1\n00:00:01,000 --> 00:00:02,000\nHello.\n", encoding="utf-8")
    done = run("convert", "a.srt", "b.srt", "--to", "vtt", "-o", "out/", "--with", "c.srt")
    assert (done.code, done.out) == (2, "")
    assert (
        "c.srt: 2 files with one in another language\n  Use captious convert IN OUT --with OTHER" in done.err
    )
    assert run("convert", "a.srt", "c.srt", "--with", "c.srt", "--force").code == 2
    done = run("convert", "a.srt", "both.srt", "--with", "c.srt")
    assert done.code == 0
    assert "with       c.srt: 1 cue\n" in done.err
    assert (folder / "both.srt").read_text(encoding="utf-8").endswith("Hello.\nHello.\n")
