"""What the finding about a programme start says to type does what it says."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

import captious
from captious import cli

if TYPE_CHECKING:
    from pathlib import Path

SRT = "1\n01:00:03,000 --> 01:00:05,000\nGood evening.\n\n2\n01:00:06,000 --> 01:00:08,000\nAnd welcome.\n"
VTT = "WEBVTT\n\n10:00:00.500 --> 10:00:02.000 line:0\nGood <10:00:01.000>evening.\n"


@pytest.mark.parametrize(
    ("name", "text", "moved"),
    [
        ("talk.srt", SRT, SRT.replace("01:00:0", "00:00:0")),
        ("my talk's.srt", SRT.replace("\n", "\r\n"), SRT.replace("01:00:0", "00:00:0").replace("\n", "\r\n")),
        ("talk.vtt", VTT, VTT.replace("10:00:0", "00:00:0")),
    ],
)
def test_the_line_to_type_moves_the_captions_to_the_start(
    name: str, text: str, moved: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / name
    path.write_bytes(text.encode())
    found = [one for one in captious.check(name).findings if one.name == "programme-start"]
    (command,) = [match[1] for one in found if (match := re.search(r": captious (retime .*)", one.message))]
    assert cli.run(shlex.split(command)) == 0
    assert path.read_bytes().decode() == moved
    assert not [one for one in captious.check(name).findings if one.name == "programme-start"]


SCC = """Scenarist_SCC V1.0

01:00:03:00\t94ae 94ae 9420 9420 9470 9470 c8e5 ecec ef80 942f 942f

01:00:05:00\t942c 942c
"""


@pytest.mark.parametrize(
    ("name", "text", "shift"),
    [
        ("talk.scc", SCC, "-1:00:03.600"),
        ("talk.scc", SCC.replace(":00\t", ";00\t"), "-0:59:59.996"),
        ("talk.lrc", "[60:03.00]One\n[60:05.00]\n", "-1:00:00"),
        ("talk.srt", "[60:03.00]One\n[60:05.00]\n", "-1:00:00"),
    ],
)
def test_a_file_that_is_not_changed_in_place_is_converted_first(
    name: str, text: str, shift: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text(text, encoding="utf-8")
    (found,) = [one for one in captious.check(name).findings if one.name == "programme-start"]
    commands = re.findall(r"captious ((?:convert|retime) [^&]*)", found.message)
    assert f"--shift={shift} " in commands[1]
    for command in commands:
        assert cli.run(shlex.split(command)) == 0
    moved = captious.read(tmp_path / shlex.split(commands[1])[1]).document.cues[0].start_ms
    assert 3000 <= moved <= 3500
