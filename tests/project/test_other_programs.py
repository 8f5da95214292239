"""Other programs read what we write, every cue and time; they are skipped where they are missing, and run in CI."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

import captious
from captious.conversion.job import convert_captions, open_captions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from captious.core.document import Document

SOURCE = """\
WEBVTT

00:01.000 --> 00:03.500 line:0
<v Ann Lee>Hello, &amp; <i>welcome</i>
to the <c.yellow>show</c>.

00:03.500 --> 00:05.250
<v Bob Ray>Thank you &amp; "good" {day} \\N here

00:07.040 --> 00:59:59.990
<v Ann Lee>Ünïcödé – 漢字 … ♪ la ♪

01:00:00.010 --> 01:00:02.000
<b>a &lt; b</b> <u>and</u> c > d
"""


def ffmpeg_cues(path: Path) -> list[tuple[int, int, str]]:
    """The cues ffmpeg finds in a file, as it writes them in SubRip, tags left out."""
    program = shutil.which("ffmpeg")
    if program is None:
        pytest.skip("no ffmpeg")
    run = subprocess.run(
        [program, "-v", "error", "-i", path, "-f", "srt", "-"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert run.stderr == ""
    document = captious.read(run.stdout.encode(), format="srt").document
    return [(cue.start_ms, cue.end_ms, squeeze(" ".join(cue.lines))) for cue in document.cues]


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u2060", "").replace("\\h", " ")).strip()


def ours(document: Document) -> list[tuple[int, int, str]]:
    return [(cue.start_ms, cue.end_ms, squeeze(" ".join(cue.lines))) for cue in document.cues]


def write(folder: Path, to: str, source: str = SOURCE) -> Path:
    path = folder / f"captions.{to}"
    path.write_text(convert_captions(open_captions(source.encode()), to=to).text, encoding="utf-8")
    return path


# what ffmpeg takes for codes of ASS in any format, and what ttconv does not escape when it writes WebVTT
PLAIN = SOURCE.replace("{day} \\N", "day").replace("a &lt; b", "a b").replace(" > d", " d")


@pytest.mark.parametrize("to", ["srt", "vtt", "ass"])
def test_ffmpeg_reads_every_cue_and_time(to: str, tmp_path: Path) -> None:
    # TTML it only writes
    assert ffmpeg_cues(write(tmp_path, to, PLAIN)) == ours(open_captions(PLAIN.encode()).document)


def test_ttconv_reads_our_imsc(tmp_path: Path) -> None:
    reader = pytest.importorskip("ttconv.imsc.reader")
    import xml.etree.ElementTree as ET

    from ttconv.vtt import writer

    path = write(tmp_path, "ttml", PLAIN)
    model = reader.to_model(ET.parse(path))  # noqa: S314 - our own file
    document = captious.read(writer.from_model(model).encode(), format="vtt").document
    assert ours(document) == ours(open_captions(PLAIN.encode()).document)
    assert "<i>welcome</i>" in document.cues[0].text


def test_pysubs2_reads_our_ass(tmp_path: Path) -> None:
    import pysubs2

    file = pysubs2.load(str(write(tmp_path, "ass")), encoding="utf-8")
    expected = open_captions(SOURCE.encode()).document.cues
    assert [(event.start, event.end) for event in file] == [(cue.start_ms, cue.end_ms) for cue in expected]
    assert [event.name for event in file] == ["Ann Lee", "Bob Ray", "Ann Lee", ""]
    assert file[0].plaintext == "Hello, & welcome\nto the show."


@pytest.mark.parametrize("through", ["srt", "ttml", "ass", "sbv", "json", "csv", "html"])
def test_the_w3c_parser_accepts_what_comes_from_anywhere(
    through: str, tmp_path: Path, w3c_errors: Callable[[Path], list[str]]
) -> None:
    path = write(tmp_path, through)
    made = tmp_path / "back.vtt"
    made.write_text(convert_captions(open_captions(path), to="vtt").text, encoding="utf-8")
    assert w3c_errors(made) == []
    assert captious.read(made).findings == ()


@pytest.mark.programs
@pytest.mark.parametrize("through", ["ttml", "ass", "sbv", "csv"])
def test_a_browser_shows_what_comes_from_anywhere(through: str, tmp_path: Path, load_track) -> None:  # type: ignore[no-untyped-def]
    path = write(tmp_path, through)
    made = tmp_path / "back.vtt"
    made.write_text(convert_captions(open_captions(path), to="vtt").text, encoding="utf-8")
    document = captious.read(made).document
    assert [(cue["start_ms"], cue["end_ms"], cue["lines"]) for cue in load_track(made)] == [
        (cue.start_ms, cue.end_ms, list(cue.lines)) for cue in document.cues
    ]


@pytest.mark.programs
def test_colours_of_speakers_reach_the_browser(tmp_path: Path, load_track) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "colours.vtt"
    made = captious.convert(SOURCE.encode(), to="vtt", style="bbc", language="en")
    path.write_text(made.text, encoding="utf-8")
    assert "STYLE" in made.text
    assert captious.read(path).findings == ()
    assert len(load_track(path)) == 4
