"""What we write is what a browser shows: every cue, its times and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from captious.core.cue import Cue
from captious.core.document import Document, Note, Region, StyleSheet
from captious.formats.bridge import convert
from captious.formats.documents import read_document, save_document
from captious.formats.registry import format_by_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.programs

TEXTS = (
    "<v Dr. Ann Lee>Hello, &amp; welcome.",
    "two lines\nof <i>italic</i> text",
    "an arrow --> in it, and 1 &lt; 2",
    "<v Bob>>> BOB: a > b\n12",
    "5",
    "blank\n\nline, NUL \0 and \u2028 separators \x0b \x85",
    "<ruby>漢<rt>kan</rt></ruby> &rlm;שלום&lrm; e\u0301",
    "00:00:01.000 --> 00:00:02.000",
    "NOTE not a note",
    "&copy; &notit; &#65; &unknown; <c.loud>c</c> <00:00:18.500>later",
    "<b>never <i>closed</b>",
    "",
    "very late",
)


@pytest.fixture
def document() -> Document:
    cues = [
        Cue(number * 2000, number * 2000 + 1900, text, (), id=f"cue {number}" if number % 2 else None)
        for number, text in enumerate(TEXTS)
    ]
    cues[-1] = Cue(100 * 3_600_000, 100 * 3_600_000 + 1, "very late", (), settings="align:start line:0")
    return Document(
        "vtt",
        tuple(cues),
        header="Language: en",
        regions=(Region("id:top width:50%"),),
        style_sheets=(StyleSheet("::cue {\n\n  color: lime;\n}"),),
        notes=(Note("draft --> times"), Note("in\n\nbetween", 3), Note("last", 99)),
    )


@pytest.mark.parametrize("name", ["vtt", "srt"])
def test_every_cue_arrives(
    name: str, document: Document, tmp_path: Path, load_track: Callable[[Path], list[dict[str, Any]]]
) -> None:
    path = tmp_path / f"captions.{name}"
    document = format_by_name(name).normalise(convert(document, to=name))
    save_document(document, path)
    cues = load_track(path)
    assert read_document(path).document == document
    assert [(cue["start_ms"], cue["end_ms"]) for cue in cues] == [
        (cue.start_ms, cue.end_ms) for cue in document.cues
    ]
    assert [cue["text"] for cue in cues] == [cue.text for cue in document.cues]
    assert [cue["id"] for cue in cues] == [cue.id or "" for cue in document.cues]


def test_the_browser_shows_the_lines_we_call_visible(
    document: Document, tmp_path: Path, load_track: Callable[[Path], list[dict[str, Any]]]
) -> None:
    path = tmp_path / "captions.vtt"
    save_document(document, path)
    read = read_document(path).document
    assert [cue["lines"] for cue in load_track(path)] == [list(cue.lines) for cue in read.cues]
