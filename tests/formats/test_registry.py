from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from captious.core.cue import Cue
from captious.core.document import Document
from captious.errors import CaptiousError, EncodingError, FormatError, OptionError, OutputError
from captious.formats.base import CaptionFormat, Format, Use
from captious.formats.documents import read_document, read_text, save_document, write_document
from captious.formats.registry import (
    FORMATS,
    by_name,
    checked_formats,
    for_path,
    format_by_name,
    format_for_path,
    formats,
    names,
)

SRT = "1\n00:00:01,000 --> 00:00:02,000\nZürich\n"
VTT = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nZürich\n"


def test_formats_have_their_own_names_endings_and_codes() -> None:
    assert len({known.name for known in checked_formats()}) == len(checked_formats())
    assert len({suffix for known in checked_formats() for suffix in known.suffixes}) == sum(
        len(f.suffixes) for f in checked_formats()
    )
    issues = {issue for known in checked_formats() for issue in known.issues}
    assert len({issue.code for issue in issues}) == len({issue.name for issue in issues}) == len(issues)


@pytest.mark.parametrize(
    ("name", "found"), [("srt", "srt"), (".VTT", "vtt"), ("WebVTT", "vtt"), (" SubRip ", "srt")]
)
def test_format_by_name(name: str, found: str) -> None:
    assert format_by_name(name).name == found


def test_unknown_names_get_the_nearest() -> None:
    with pytest.raises(FormatError, match="no such caption format: 'str'") as caught:
        format_by_name("str")
    assert caught.value.hint == "Did you mean srt? Known formats: srt, vtt."


def test_format_for_path() -> None:
    assert format_for_path("a/b.SRT").name == "srt"
    assert format_for_path(Path("b.webvtt")).name == "vtt"
    for name, message in (("a.txt", "ending '.txt'"), ("a", "has no ending")):
        with pytest.raises(FormatError, match=message):
            format_for_path(name)


def test_read_text() -> None:
    assert read_text(VTT).document.format == "vtt"
    assert read_text(VTT, format="srt").document.format == "srt"
    with pytest.raises(FormatError, match="looks like no caption format"):
        read_text("Ann: Hello")


def test_read_document(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes(b"\xff\xfe" + SRT.encode("utf-16-le"))
    for source in (path, str(path), path.read_bytes()):
        document = read_document(source).document
        assert (document.format, document.encoding, document.bom) == ("srt", "utf-16-le", True)
        assert document.cues[0].text == "Zürich"


def test_the_text_says_more_than_the_name(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_text(VTT, encoding="utf-8")
    assert read_document(path).document.format == "vtt"
    path.write_text("no cues", encoding="utf-8")
    assert read_document(path).document.format == "srt"


def test_errors_name_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Zürich".encode("cp1252"))
    for kind, encoding in ((EncodingError, None), (OptionError, "klingon"), (FormatError, "cp1252")):
        with pytest.raises(kind) as caught:
            read_document(path, encoding=encoding)
        assert isinstance(caught.value, CaptiousError)
        assert caught.value.path == str(path)
    with pytest.raises(CaptiousError, match="no such file"):
        read_document(tmp_path / "none.srt")
    with pytest.raises(FormatError, match="looks like no"):
        read_document(b"Ann: Hello")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_keep_gives_back_the_bytes(newline: str, encoding: str) -> None:
    data = SRT.replace("\n", newline).encode(encoding)
    document = read_document(data, encoding="cp1252" if encoding == "cp1252" else None).document
    assert write_document(document, keep=True) == data
    assert write_document(document) == SRT.encode()


def test_keep_needs_characters_the_encoding_has() -> None:
    document = Document("srt", (Cue(0, 1, "a", ("a",)), Cue(1, 2, "東", ("東",))), encoding="cp1252")
    with pytest.raises(OutputError, match=r"cp1252 has no '東' \(U\+6771\)") as caught:
        write_document(document, keep=True)
    assert caught.value.line == 7


def test_save_document(tmp_path: Path) -> None:
    path = tmp_path / "a.vtt"
    save_document(read_text(SRT).document, path, format="vtt")
    assert path.read_text(encoding="utf-8") == VTT
    with pytest.raises(OutputError, match="it is a folder"):
        save_document(Document("srt"), tmp_path)
    with pytest.raises(FormatError):
        write_document(Document("srt"), format="doc")


def test_no_format_knows_another(root: Path) -> None:
    packages = {known.name: root / "src" / "captious" / "formats" / known.name for known in checked_formats()}
    for name, package in packages.items():
        for path in package.glob("*.py"):
            text = path.read_text(encoding="utf-8")
            assert not [other for other in packages if other != name and f"formats.{other}" in text], path
            assert "formats.bridge" not in text
            assert "formats.registry" not in text


def test_reading_loads_none_of_the_writers_libraries() -> None:
    code = (
        "import sys; from captious.formats.documents import read_text;"
        f"assert read_text({VTT!r}).document.cues and read_text({SRT!r}).document.cues;"
        "print({'pysrt', 'webvtt', 'nltk', 'langdetect', 'regex'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert done.stdout == "set()\n"


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
        ("teletext", Use.WRITE, "no such caption format: 'teletext'"),
        ("scc", Use.WRITE, "scc is only read, not written"),
        ("scc", Use.CAPTION, "scc is only read, not written"),
        ("markdown", Use.READ, "markdown is only written, not read"),
        ("markdown", Use.CAPTION, "Markdown is no caption format"),
        ("ttml", Use.CHECK, "is not checked; only SubRip and WebVTT are checked, fixed and retimed"),
    ],
)
def test_a_format_without_a_use_is_refused_with_the_reason(name: str, use: Use, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        by_name(name, use)


def test_an_ending_without_a_use_is_refused_with_the_reason() -> None:
    with pytest.raises(FormatError, match=r"the ending '\.doc' is not that of a caption format"):
        for_path("talk.doc", Use.WRITE)
    with pytest.raises(FormatError, match=r"\.scc is only read, not written"):
        for_path("talk.scc", Use.WRITE)
    with pytest.raises(FormatError, match="this is TTML") as caught:
        for_path("talk.ttml", Use.CHECK)
    assert caught.value.hint == "Convert it first: captious convert FILE --to srt"


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_a_module_has_what_the_uses_of_its_format_need(known: Format) -> None:
    module = import_module(known.module)
    wanted = {
        Use.READ: ("read", "recognises"),
        Use.WRITE: ("write",),
        Use.CAPTION: ("write",),
        Use.TRANSCRIPT: (),
        Use.CHECK: ("read", "write", "recognises", "normalise", "escape"),
    }
    for use in known.uses:
        assert all(callable(getattr(module, name)) for name in wanted[use])
    assert (Use.CHECK in known.uses) == isinstance(known, CaptionFormat)
    assert known.layout in names(Use.CHECK)
    assert known.holds or Use.WRITE not in known.uses
    assert set(known.common_suffixes) <= set(known.suffixes)
