"""Files whose ending several formats share are not reported for it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

import captious

if TYPE_CHECKING:
    from pathlib import Path

SUBVIEWER = (
    "[INFORMATION]\n[TITLE]Praha\n[END INFORMATION]\n[SUBTITLE]\n00:00:01.00,00:00:03.00\nDobrý den.\n"
)
SPRUCE = "$FontName = Arial\r\n00:00:01:12 , 00:00:03:00 , Dobrý den.\r\n"
MPL2 = "[10][35]Dzień dobry.\n[40][65]Do widzenia.\n"
TMPLAYER = "00:00:01:Dzień|dobry.\n00:00:04:Do widzenia.\n"
SBV = "0:00:01.000,0:00:03.000\nGuten Tag.\n"
MICRODVD = "{1}{1}25\n{25}{75}Guten Tag.\n"
PREMIERE = "00:00:01:12 - 00:00:03:00\nSpeaker 1\nGuten Tag.\n"
SRT = "1\n00:00:01,000 --> 00:00:03,000\nGuten Tag.\n"


def found(text: str, path: Path) -> list[str]:
    path.write_bytes(text.encode())
    findings = captious.check(path, frame_rate=Fraction(25)).findings
    return [one.message for one in findings if one.name == "wrong-file-ending"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (SUBVIEWER, "talk.sub"),
        (SUBVIEWER.replace("\n", "\r\n"), "TALK.SUB"),
        (SUBVIEWER, "talk.subviewer.txt"),
        (SPRUCE, "talk.stl"),
        (MPL2, "talk.sub"),
        (MPL2, "talk.mpl"),
        (TMPLAYER, "talk.sub"),
        (TMPLAYER, "talk.txt"),
        (SBV, "talk.sub"),
        (MICRODVD, "talk.sub"),
        (PREMIERE, "talk.txt"),
    ],
)
def test_an_ending_that_formats_share_is_right_for_each(text: str, name: str, tmp_path: Path) -> None:
    assert not found(text, tmp_path / name)


@pytest.mark.parametrize(
    ("to", "name"), [("itt", "talk.itt"), ("imsc13", "talk.imsc13"), ("ebu-tt-d", "talk.ebuttd")]
)
def test_what_convert_writes_has_the_right_ending(to: str, name: str, tmp_path: Path) -> None:
    made = captious.convert(SRT.encode(), to=to, frame_rate=Fraction(25))
    assert not found(made.text, tmp_path / name)


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        (SUBVIEWER, "talk.srt", ".sub"),
        (SPRUCE, "talk.srt", ".stl"),
        (TMPLAYER, "talk.srt", ".txt"),
        (MPL2, "talk.stl", ".mpl"),
        (MICRODVD, "talk.stl", ".sub"),
        (SBV, "talk.itt", ".sbv"),
    ],
)
def test_another_ending_is_reported_with_the_usual_one(
    text: str, name: str, wanted: str, tmp_path: Path
) -> None:
    (message,) = found(text, tmp_path / name)
    assert message.endswith(f"not {wanted}")
