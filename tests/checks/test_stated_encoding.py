"""The encoding that an XML declaration states is that of the file, also once it is fixed."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

import captious
from captious import cli
from captious.formats.encoding import stated_encoding, stating_utf8

if TYPE_CHECKING:
    from pathlib import Path

TT = '<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="fr"><body><div><p begin="1s" end="3s">%s</p></div></body></tt>'


def found(path: Path) -> list[str]:
    return [one.message for one in captious.check(path).findings if one.name == "not-utf8"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", ""])
@pytest.mark.parametrize(
    ("declaration", "encoding", "words"),
    [
        ('<?xml version="1.0" encoding="UTF-16"?>', "utf-16", "Hélène"),
        ('<?xml version="1.0" encoding="utf-16" standalone="no"?>', "utf-16", "こんにちは"),
        ('<?xml version="1.0" encoding="ISO-8859-1"?>', "latin-1", "Hélène"),
        ("<?xml version='1.0'  encoding = 'windows-1250' standalone='yes'?>", "cp1250", "Příliš"),
        ('<?xml version="1.0" encoding="Shift_JIS"?>', "shift_jis", "こんにちは"),
        ('<?xml version="1.0" encoding="UTF-16"?>', "utf-8", "Hélène"),
        ('<?xml version="1.0" encoding="utf-16"?>', "utf-8", "Hello"),
        ('<?xml version="1.0" encoding="ISO-8859-1"?>', "utf-8", "Hélène"),
        ('<?xml version="1.0" encoding="no-such-thing"?>', "utf-8", "Hello"),
    ],
)
def test_the_fix_states_utf8(
    declaration: str, encoding: str, words: str, newline: str, tmp_path: Path
) -> None:
    path = tmp_path / "talk.ttml"
    path.write_bytes(f"{declaration}{newline}{TT % words}".encode(encoding))
    assert len(found(path)) == 1
    assert cli.run(["fix", "-q", "--select", "FIL001", str(path)]) == 0
    assert "".join(ET.fromstring(path.read_bytes()).itertext()) == words  # noqa: S314 - our own file
    assert not found(path)
    assert captious.read(path).document.cues[0].text == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('<?xml version="1.0" encoding="UTF-8"?>' + TT, "Hélène"),
        ('<?xml version="1.0" encoding="utf8"?>' + TT, "Hélène"),
        ('<?xml version="1.0" encoding="us-ascii"?>' + TT, "Hello"),
        ('<?xml version="1.0" encoding="ISO-8859-1"?>' + TT, "Hello"),
        ('<?xml version="1.0"?>' + TT, "Hélène"),
        (TT, "Hélène"),
    ],
)
def test_what_reads_the_same_is_not_reported(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "talk.ttml"
    path.write_text(text % words, encoding="utf-8")
    assert not found(path)


def test_the_other_fixes_leave_an_encoding_that_is_stated_and_true(tmp_path: Path) -> None:
    path = tmp_path / "talk.ttml"
    data = ('<?xml version="1.0" encoding="UTF-16"?>' + TT % "Hé , là").encode("utf-16")
    path.write_bytes(data)
    assert cli.run(["retime", "-q", "--shift", "2", "--in-place", str(path)]) == 0
    assert path.read_bytes().startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    assert cli.run(["retime", "-q", "--shift=-2", "--in-place", str(path)]) == 0
    assert path.read_bytes() == data


def test_only_a_declaration_states_an_encoding() -> None:
    assert stated_encoding("1\n00:00:01,000 --> 00:00:02,000\n<?xml encoding='x'?>\n") == ""
    assert stating_utf8("WEBVTT\n\nencoding='utf-16'\n") == "WEBVTT\n\nencoding='utf-16'\n"
    assert (
        stating_utf8("\ufeff<?xml version='1.0' encoding='utf-16'?>")
        == "\ufeff<?xml version='1.0' encoding='UTF-8'?>"
    )
    assert stating_utf8('<?xml version="1.0" encoding="utf-8"?>') == '<?xml version="1.0" encoding="utf-8"?>'
