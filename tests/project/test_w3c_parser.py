"""The W3C's validator has nothing to say about what we write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.cue import Cue
from captious.core.document import Document, Note, StyleSheet
from captious.formats.documents import read_document, save_document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXTS = (
    "<v Dr. Ann Lee>Hello, &amp; welcome.",
    "<v.loud Bob>&gt;&gt; BOB: a --> b\n\n12 </v>",
    "<i>italic</i> &lt;not a tag&gt; <lang en-GB>colour</lang>",
    "<ruby>漢<rt>kan</rt></ruby> &nbsp;",
    "5",
)


def test_no_error_in_what_we_write(tmp_path: Path, w3c_errors: Callable[[Path], list[str]]) -> None:
    cues = tuple(
        Cue(number * 2000, number * 2000 + 1900, text, (), id=f"{number}", settings="align:start  line:-1")
        for number, text in enumerate(TEXTS)
    )
    document = Document(
        "vtt",
        cues,
        header="- a --> b; Language: en",
        style_sheets=(StyleSheet("::cue {\n\n  color: lime;\n}"),),
        notes=(Note("draft --> times"), Note("in\n\nbetween", 3), Note("last", 99)),
    )
    path = tmp_path / "captions.vtt"
    save_document(document, path)
    assert w3c_errors(path) == []
    read = read_document(path)
    assert read.findings == ()
    assert read.document.language == "en"


def test_no_error_in_what_we_convert(tmp_path: Path, w3c_errors: Callable[[Path], list[str]]) -> None:
    texts = ("R&D <b>a <i>b</b> c</i>", "{\\an8}x < y --> z", "<font color=red>red</font> <who?>")
    cues = tuple(Cue(n * 1000, n * 1000 + 900, text, (), id=str(n + 1)) for n, text in enumerate(texts))
    path = tmp_path / "captions.vtt"
    save_document(Document("srt", cues), path, format="vtt")
    assert w3c_errors(path) == []
    read = read_document(path)
    assert read.findings == ()
    assert [cue.lines for cue in read.document.cues] == [("R&D a b c",), ("x < y --> z",), ("red <who?>",)]


def test_it_does_see_errors(tmp_path: Path, w3c_errors: Callable[[Path], list[str]]) -> None:
    path = tmp_path / "broken.vtt"
    path.write_text("WEBVTT\n\n00:02.000 --> 00:01.000\n<v>&\n", encoding="utf-8")
    assert len(w3c_errors(path)) >= 2
