"""A format that is one module and one entry in the registry is known everywhere, without another edit."""

from __future__ import annotations

import re
import sys
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
from click.shell_completion import ShellComplete

import captious
from captious import cli
from captious.core.clock import parse_clock, vtt_time
from captious.formats import registry
from captious.formats.base import Format, Reading, Use
from captious.formats.exchange.build import make_cue, make_document, plain_lines
from captious.formats.features import END_TIMES, TIMES

if TYPE_CHECKING:
    from pathlib import Path

    from captious.core.document import Document

CUES = "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n<i>Hello</i> there.\n"
OURS = "#ping 1\n00:00:01.000 00:00:02.500 Hello there.\n"
TALK = "Ann: Hello there, and welcome to the show.\n"


def read(text: str) -> Reading:
    rows = [line.split(" ", 2) for line in text.splitlines()[1:]]
    cues = [make_cue(parse_clock(start), parse_clock(end), plain_lines(said)) for start, end, said in rows]
    return Reading(make_document(cues, title="Ping"))


def write(document: Document) -> str:
    rows = [
        f"{vtt_time(cue.start_ms)} {vtt_time(cue.end_ms)} {' '.join(cue.lines)}\n" for cue in document.cues
    ]
    return "".join(["#ping 1\n", *rows])


def recognises(text: str) -> bool:
    return text.startswith("#ping")


@pytest.fixture(autouse=True)
def ping(monkeypatch: pytest.MonkeyPatch) -> Format:
    module = ModuleType("captious.formats.exchange.ping")
    for function in (read, write, recognises):
        setattr(module, function.__name__, function)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    one = Format(
        "ping", "Ping Captions", (".ping",), "text/x-ping", module.__name__, Use.READ | Use.WRITE | Use.CAPTION,
        holds=frozenset({TIMES, END_TIMES}),
    )  # fmt: skip
    monkeypatch.setattr(registry, "FORMATS", (*registry.FORMATS, one))
    return one


def run(*arguments: object) -> int:
    return cli.run([str(argument) for argument in arguments])


def test_it_is_converted_to_and_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "talk.vtt").write_text(CUES, encoding="utf-8")
    assert run("convert", tmp_path / "talk.vtt", tmp_path / "talk.ping") == 0
    assert "loses      bold, italic or underlined text in 1 cue" in capsys.readouterr().err
    assert (tmp_path / "talk.ping").read_text(encoding="utf-8") == OURS
    # by its content, whatever it is called
    (tmp_path / "talk.ping").rename(tmp_path / "talk.dat")
    assert run("convert", tmp_path / "talk.dat", "--to", "srt", "-o", tmp_path / "back.srt") == 0
    assert "Hello there." in (tmp_path / "back.srt").read_text(encoding="utf-8")
    assert captious.convert(OURS.encode(), to="ping").text == OURS


def test_it_is_captioned_and_batches_find_it(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "talk.txt").write_text(TALK, encoding="utf-8")
    assert run("caption", folder / "talk.txt", "--to", "ping", "-o", f"{folder}/") == 0
    assert (folder / "talk.ping").read_text(encoding="utf-8").startswith("#ping 1\n00:00:00.000 ")
    assert run("batch", "convert", folder, "-o", tmp_path / "out", "--set", "to=vtt", "-j", "1") == 0
    assert "welcome" in (tmp_path / "out" / "talk.vtt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "command", [("stats",), ("transcript", "--to", "txt", "-o", "-"), ("preview", "-o", "-")]
)
def test_whatever_opens_captions_opens_it(
    command: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "talk.ping").write_text(OURS, encoding="utf-8")
    assert run(command[0], tmp_path / "talk.ping", *command[1:]) == 0
    assert capsys.readouterr().out


def test_what_it_is_not_for_says_what_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "talk.srt").write_text(OURS, encoding="utf-8")
    assert run("caption", "--to", "vtt", tmp_path / "talk.srt") == 2
    assert "caption file (Ping Captions), not a transcript" in capsys.readouterr().err


def test_it_is_checked_and_what_cannot_be_done_in_place_says_what_to_type(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "talk.ping"
    path.write_text("#ping 1\n00:00:01.000 00:00:02.500 Hello  there , you.\n", encoding="utf-8")
    assert run("check", tmp_path) == 0
    shown = capsys.readouterr().out
    assert f"{path}: info TXT002 2 spaces in a row (cue 1, 00:00:01)" in shown
    assert f"{path}: warning TXT003 space before" in shown
    for command, done in (("fix",), "fixed"), (("retime", "--in-place", "--shift", "1"), "retimed"):
        assert run(*command, path) == 2
        message = capsys.readouterr().err
        assert f"Ping Captions cannot be {done} in place; nothing was changed" in message
        assert f"captious convert {path} {tmp_path}/talk.srt" in message
    assert run("convert", path, tmp_path / "talk.srt") == 0
    assert run("fix", tmp_path / "talk.srt") == 0


@pytest.mark.parametrize(
    ("command", "option", "line"),
    [("caption", "--to", "Formats to write"), ("convert", "--to", "Format to write"),
     ("convert", "--from", "Format of the files"), ("stats", "--from", "Format of the files")],
)  # fmt: skip
def test_help_and_completion_list_it(
    command: str, option: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, "--help") == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert re.search(rf"{line}: [a-z0-9, -]*\bping\b", shown)
    complete = ShellComplete(cli.command, {}, "captious", "_CAPTIOUS_COMPLETE")
    assert [item.value for item in complete.get_completions([command, option], "pi")] == ["ping"]


def test_a_wrong_name_leads_to_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "talk.vtt").write_text(CUES, encoding="utf-8")
    assert run("convert", tmp_path / "talk.vtt", "--to", "pingg") == 2
    assert "Did you mean ping?" in capsys.readouterr().err


def test_the_guide_lists_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(root / ".ci"))
    from convert_guide import convert_page

    assert "| Ping Captions | `ping` | `.ping` | yes | yes | yes | – |" in convert_page()
