"""Files to documents and back."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from captious.core.cue import Cue
from captious.core.document import Document
from captious.errors import CaptiousError, EncodingError, FormatError, OptionError, OutputError
from captious.formats.documents import read_document, read_text, save_document, write_document

if TYPE_CHECKING:
    from pathlib import Path

SRT = "1\n00:00:01,000 --> 00:00:02,000\nZürich\n"
VTT = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nZürich\n"


def test_read_text() -> None:
    assert read_text(VTT).document.format == "vtt"
    assert read_text(VTT, format="srt").document.format == "srt"
    with pytest.raises(FormatError, match="the caption format of the text is unknown"):
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
    with pytest.raises(FormatError, match="the caption format of the text is unknown"):
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
