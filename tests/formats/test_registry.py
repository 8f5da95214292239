from __future__ import annotations

import json
import subprocess
import sys
from fractions import Fraction
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from captious.errors import FormatError
from captious.formats.base import CaptionFormat, Format, Use
from captious.formats.refusals import convert_first
from captious.formats.registry import (
    FORMATS,
    by_name,
    document_formats,
    for_path,
    format_by_name,
    formats,
    found_suffixes,
    layout_of,
    names,
    suffixes,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_formats_have_their_own_names_endings_and_codes() -> None:
    assert len(set(names())) == len(names()) == len(FORMATS)
    assert len(set(suffixes())) == len(suffixes())
    issues = {issue for known in document_formats() for issue in known.issues}
    assert len({issue.code for issue in issues}) == len({issue.name for issue in issues}) == len(issues)


@pytest.mark.parametrize(
    ("name", "found"), [("srt", "srt"), (".VTT", "vtt"), ("WebVTT", "vtt"), (" SubRip ", "srt")]
)
def test_format_by_name(name: str, found: str) -> None:
    assert format_by_name(name).name == found


def test_unknown_names_get_the_nearest() -> None:
    with pytest.raises(FormatError, match="unknown caption format: 'srtt'") as caught:
        format_by_name("srtt")
    assert (caught.value.hint or "").startswith("Did you mean srt? Formats: srt, vtt, ")


def test_documents_are_in_two_formats() -> None:
    assert [known.name for known in document_formats()] == ["srt", "vtt"]
    with pytest.raises(FormatError, match="YouTube SBV is not a format of documents"):
        format_by_name("sbv")
    assert layout_of("sbv").name == layout_of("vtt").name == "vtt"


def test_a_folder_is_searched_for_endings_that_only_captions_have() -> None:
    assert {".srt", ".vtt", ".ass", ".ssa", ".sbv", ".ttml", ".dfxp", ".scc", ".stl"} <= set(found_suffixes())
    assert not {".xml", ".json", ".csv", ".html", ".txt", ".md"} & set(found_suffixes())


def test_no_format_knows_another(root: Path) -> None:
    packages = {
        known.name: root / "src" / "captious" / "formats" / known.name for known in document_formats()
    }
    for name, package in packages.items():
        for path in package.glob("*.py"):
            text = path.read_text(encoding="utf-8")
            assert not [other for other in packages if other != name and f"formats.{other}" in text], path
            assert "formats.bridge" not in text
            assert "formats.registry" not in text


def test_formats_are_found_by_name_and_by_ending() -> None:
    for use in Use:
        assert [by_name(name, use).name for name in names(use)] == list(names(use))
        assert [for_path(f"a.b/talk{known.suffix}", use) for known in formats(use)] == list(formats(use))
    assert for_path("a/talk.youtube.txt", Use.WRITE).name == "youtube-transcript"
    assert for_path("talk.txt", Use.WRITE).name == "text"
    assert for_path("talk.VTT", Use.WRITE).name == "vtt"


@pytest.mark.parametrize(
    ("name", "use", "message"),
    [
        ("teletext", Use.WRITE, "unknown caption format: 'teletext'"),
        ("sami", Use.WRITE, "sami can be read, but not written"),
        ("sami", Use.CAPTION, "sami can be read, but not written"),
        ("markdown", Use.READ, "markdown can be written, but not read"),
        ("markdown", Use.CAPTION, "Markdown is not a caption format"),
        (
            "html",
            Use.CHECK,
            "Podcast Namespace HTML cannot be checked, which is prose",
        ),
    ],
)
def test_a_format_without_a_use_is_refused_with_the_reason(name: str, use: Use, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        by_name(name, use)


def test_an_ending_without_a_use_is_refused_with_the_reason() -> None:
    with pytest.raises(FormatError, match=r"not a caption format: '\.doc'"):
        for_path("talk.doc", Use.WRITE)
    with pytest.raises(FormatError, match=r"\.smi can be read, but not written"):
        for_path("talk.smi", Use.WRITE)
    with pytest.raises(FormatError, match="Markdown is not a caption format") as caught:
        for_path("talk.md", Use.CAPTION)
    assert "captious convert CAPTIONS --to markdown" in (caught.value.hint or "")
    with pytest.raises(FormatError, match="this is Podcast Namespace HTML") as caught:
        for_path("talk.html", Use.CHECK)
    assert caught.value.hint == "Convert it first: captious convert FILE --to srt"


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_a_module_has_what_the_uses_of_its_format_need(known: Format) -> None:
    module = import_module(known.module)
    wanted = {
        Use.READ: ("read", "recognises"),
        Use.WRITE: ("write",),
        Use.CAPTION: ("write",),
        Use.TRANSCRIPT: (),
    }
    for use in known.uses:
        assert all(callable(getattr(module, name)) for name in wanted[use])
    if isinstance(known, CaptionFormat):
        assert all(callable(getattr(module, name)) for name in ("normalise", "escape"))
    assert known.serves(Use.CHECK) == (Use.READ in known.uses and known.name != "html")
    assert format_by_name(known.layout).name == known.layout
    assert known.holds or Use.WRITE not in known.uses
    assert set(known.common_suffixes) <= set(known.suffixes)


def test_the_table_loads_no_format() -> None:
    code = (
        "import sys; from captious.formats import registry;"
        "registry.names(), registry.suffixes(), registry.by_name('ttml', registry.Use.WRITE);"
        "import json; print(json.dumps(sorted(name for name in sys.modules if name.startswith('captious.formats.'))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert json.loads(done.stdout) == [
        f"captious.formats.{name}"
        for name in ("added_formats", "base", "features", "reading", "refusals", "registry")
    ]


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("talk.sub", "captious convert talk.sub talk.srt"),
        ("my talk.SRT", "captious convert 'my talk.SRT' 'my talk.converted.srt'"),
        (None, "captious convert FILE NAME.srt"),
        ("-", "captious convert FILE NAME.srt"),
    ],
)
def test_what_cannot_be_changed_in_place_is_converted_to_another_file(path: str | None, wanted: str) -> None:
    error = convert_first(by_name("microdvd", Use.CHECK), path, "fixed")
    assert error.hint == f"Convert it first: {wanted}"


def test_the_frame_rate_that_was_given_is_in_the_command_to_type() -> None:
    rate = Fraction(30000, 1001)
    assert str(convert_first(by_name("csv", Use.CHECK), "a.csv", "fixed", frame_rate=rate).hint).endswith(
        "captious convert a.csv a.srt --fps 30000/1001"
    )
    assert str(convert_first(by_name("lrc", Use.CHECK), "a.lrc", "fixed", frame_rate=rate).hint).endswith(
        "captious convert a.lrc a.srt"
    )


@pytest.mark.parametrize(
    ("name", "is_prose"), [("talk.txt", True), ("talk.md", True), ("talk.rt", False), ("talk", False)]
)
def test_check_says_what_a_transcript_is_for(name: str, is_prose: bool) -> None:
    with pytest.raises(FormatError) as caught:
        for_path(name, Use.CHECK)
    hint = caught.value.hint or ""
    assert hint.startswith("Use one of the endings .srt, .vtt, ")
    assert hint.endswith("For a transcript, use captious caption.") == is_prose
