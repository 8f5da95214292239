"""Other people's readers see the same cues in clean files as ours, and in all we write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pysrt
import pytest
import webvtt

from captious.core.cue import Cue
from captious.core.document import Document
from captious.formats.documents import read_document, write_document
from captious.formats.registry import format_by_name

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = (
    "Hello",
    "two\nlines",
    "12",
    "a --> b",
    "R&D <i>x</i>",
    "a\n\nb",
    "00:00:01,000 --> 00:00:02,000",
    "שלום",
    "- x",
)


def by_pysrt(text: str) -> list[tuple[int, int, str]]:
    return [(item.start.ordinal, item.end.ordinal, item.text) for item in pysrt.SubRipFile.from_string(text)]


def by_webvtt(text: str) -> list[tuple[int, int, str]]:
    return [
        (caption.start_time.in_milliseconds(), caption.end_time.in_milliseconds(), caption.raw_text)
        for caption in webvtt.WebVTT.from_string(text, strict=True)
    ]


def ours(document: Document) -> list[tuple[int, int, str]]:
    return [(cue.start_ms, cue.end_ms, cue.text) for cue in document.cues]


@pytest.mark.parametrize("name", ["srt", "vtt"])
def test_others_read_what_we_write(name: str) -> None:
    known = format_by_name(name)
    texts = TEXTS if name == "srt" else map(known.escape, TEXTS)
    document = Document(name, tuple(Cue(n * 1000, n * 1000 + 999, text, ()) for n, text in enumerate(texts)))
    written = write_document(document).decode()
    expected = ours(known.normalise(document))
    assert (by_pysrt if name == "srt" else by_webvtt)(written) == expected


def test_others_agree_on_real_files(shared_data: Path) -> None:
    checked = 0
    for path in sorted(
        [
            *shared_data.glob("captions/*"),
            *shared_data.glob("podcast/*.srt"),
            *shared_data.glob("podcast/*.vtt"),
        ]
    ):
        reading = read_document(path)
        if reading.findings:
            continue
        text = path.read_text(encoding="utf-8")
        other = by_pysrt(text) if path.suffix == ".srt" else by_webvtt(text)
        expected = [(s, e, "\n".join(map(str.rstrip, t.split("\n")))) for s, e, t in ours(reading.document)]
        assert [(s, e, "\n".join(map(str.rstrip, t.split("\n")))) for s, e, t in other] == expected, path.name
        checked += 1
    assert checked >= 10
