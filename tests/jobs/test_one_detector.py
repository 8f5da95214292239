"""Every function gives the same answer to what a file is, with and without the first line of WebVTT."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import captious
from captious.errors import CaptiousError

if TYPE_CHECKING:
    from pathlib import Path

# with numbers and hours, so that only the name tells it from SubRip
CUES = "1\n00:00:01.000 --> 00:00:03.000\nSalt &amp; pepper.\n\n2\n00:00:04.000 --> 00:00:06.000\nTwo.\n"
HEADERS = ("", "\u200bWEBVTT\n\n", "webvtt\n\n", "ï»¿WEBVTT:\n\n", "NOTE x\n\nWEBVTT\n\n")


@pytest.mark.parametrize("header", HEADERS, ids=ascii)
def test_webvtt_without_its_header_is_webvtt_everywhere(tmp_path: Path, header: str) -> None:
    path = tmp_path / "talk.vtt"
    path.write_text(header + CUES, encoding="utf-8")
    assert [found.code for found in captious.check(path, isolated=True).findings] == ["VTT001"]
    assert captious.read(path).document.format == "vtt"
    assert "Salt & pepper." in captious.convert(path, to="srt").text
    assert "Salt & pepper." in captious.transcript(path, to="txt").texts["txt"]
    assert "Salt &amp; pepper." in captious.preview(path).html
    with pytest.raises(CaptiousError, match="VTT001"):
        captious.retime(path, shift_ms=1000)
    assert captious.fix(path, isolated=True).source.startswith("WEBVTT\n\n")
