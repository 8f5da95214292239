"""What does not come along when a document is written in a format."""

from __future__ import annotations

from dataclasses import replace

import pytest

from captious.core.document import Document
from captious.formats.base import Loss, Use
from captious.formats.documents import read_text
from captious.formats.features import EVERYTHING, TIMES
from captious.formats.losses import losses_in
from captious.formats.registry import VTT, by_name, formats

CUES = "WEBVTT\n\n00:00:01.005 --> 00:00:02.000\n<v Ann><i>Hello</i>\n\n00:00:03.000 --> 00:00:04.000 line:0\nYes\n"


def told(document: Document, name: str) -> list[str]:
    return [str(loss) for loss in losses_in(document, by_name(name, Use.WRITE))]


def test_webvtt_loses_nothing() -> None:
    assert losses_in(read_text(CUES).document, VTT) == ()


def test_what_a_format_does_not_hold_is_counted() -> None:
    assert told(read_text(CUES).document, "sbv") == [
        "bold, italic or underlined text in 1 cue, cue 1",
        "speakers not named in the text in 1 cue, cue 1 (Ann)",
        "captions at the top in 1 cue, cue 2 (line:0)",
    ]


@pytest.mark.parametrize(
    ("name", "unit"),
    [("ass", "hundredths of a second"), ("html", "whole seconds"), ("markdown", "whole seconds")],
)
def test_rounded_times_are_told(name: str, unit: str) -> None:
    assert f"exact times (rounded to {unit}) in 1 cue, cue 1" in told(read_text(CUES).document, name)


def test_times_that_are_not_written_are_not_rounded() -> None:
    assert not [line for line in told(read_text(CUES).document, "text") if "rounded" in line]
    even = read_text(CUES.replace("01.005", "01.000")).document
    others = [one for one in formats(Use.WRITE) if one.name not in ("scc", "stl")]  # they have frames
    assert not [line for one in others for line in told(even, one.name) if "rounded" in line]


def test_any_precision_has_words() -> None:
    coarse = replace(VTT, precision_ms=40, holds=EVERYTHING)
    assert losses_in(read_text(CUES).document, coarse) == (
        Loss("exact times (rounded to steps of 40 ms)", 1, 1),
    )
    assert losses_in(Document("vtt"), replace(coarse, holds=EVERYTHING - {TIMES})) == ()
