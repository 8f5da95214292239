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
