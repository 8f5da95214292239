from __future__ import annotations

import pytest

from captious.errors import EncodingError, OptionError
from captious.formats.encoding import decode, known_encoding

TEXT = "1\r\n00:00:01,000 --> 00:00:02,000\r\nZürich – 東京\r\n"


@pytest.mark.parametrize(
    ("data", "encoding", "name", "bom"),
    [
        (TEXT.encode(), None, "utf-8", False),
        (TEXT.encode("utf-8-sig"), None, "utf-8", True),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), None, "utf-16-le", True),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), None, "utf-16-be", True),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16", "utf-16-le", True),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF16", "utf-16-be", True),
        (TEXT.encode("utf-16-le"), "utf-16-le", "utf-16-le", False),
        (TEXT.encode("utf-8-sig"), "utf8", "utf-8", True),
        (TEXT.encode("utf-8-sig"), "utf-8-sig", "utf-8", True),
        (TEXT.encode("gb18030"), "gb18030", "gb18030", False),
        (TEXT.encode("utf-32"), "utf-32", "utf-32", False),
    ],
)
def test_what_can_be_read(data: bytes, encoding: str | None, name: str, bom: bool) -> None:
    decoded = decode(data, encoding=encoding)
    assert (decoded.text, decoded.encoding, decoded.bom) == (TEXT, name, bom)


def test_nothing_is_an_empty_text() -> None:
    assert decode(b"").text == ""


def test_a_stray_nul_is_let_through() -> None:
    data = b"WEBVTT\n\n00:01.000 --> 00:02.000\na\0b\n"
    assert decode(data).text == data.decode()


@pytest.mark.parametrize(
    ("data", "message", "line", "hint"),
    [
        (
            b"one\r\ntwo\rthree caf\xe9\n",
            "not UTF-8: byte 0xe9 at offset 18",
            3,
            'Windows-1252, "three café"',
        ),
        ("Привет, мир".encode("cp1251"), "not UTF-8: byte 0xcf at offset 0", 1, "Windows-1251"),
        ("字幕を作る".encode("shift_jis"), "not UTF-8: byte 0x8e at offset 0", 1, "Shift JIS"),
        (b"a \x81\x8d b c d", "not UTF-8: byte 0x81 at offset 2", 1, "Perhaps it is"),
        (
            b"\xef\xbb\xbfab\xff",
            "not UTF-8: byte 0xff at offset 5; all else is valid UTF-8",
            1,
            "right character",
        ),
        (
            TEXT.encode("utf-16-le"),
            "looks like UTF-16 (little-endian) without a byte order mark",
            None,
            "utf-16-le",
        ),
        ("plain".encode("utf-16-be"), "looks like UTF-16 (big-endian)", None, "utf-16-be"),
        (b"\xff\xfea\0b", "not UTF-16-LE: byte 0x62 at offset 4", None, "another --encoding"),
        ("x".encode("utf-32"), "the file is UTF-32", None, "utf-32"),
        (b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x02\0\x80\xbb\0\0", "this is an audio", None, "Transcribe"),
        (
            b"\x07\0\1\2\3\4\5\x06\x10\x11",
            "the file is binary, not text: NUL byte at offset 1",
            None,
            "right file",
        ),
        (b"\x89PNG\r\n\x1a\n\x01\x02\x03\x04\x05", "this is an image, not text", None, "OCR"),
        (b"\x9a\x01\x02\x03\x04\x05", "not UTF-8", 1, "looks binary"),
    ],
)
def test_what_is_refused(data: bytes, message: str, line: int | None, hint: str) -> None:
    with pytest.raises(EncodingError) as caught:
        decode(data)
    assert message in caught.value.message
    assert caught.value.line == line
    assert hint in (caught.value.hint or "")


def test_the_named_encoding_must_fit() -> None:
    with pytest.raises(EncodingError, match="not ASCII: byte 0xc3 at offset 1") as caught:
        decode("aü".encode(), encoding="ascii")
    assert caught.value.line == 1


@pytest.mark.parametrize(
    "name", ["", "klingon", "base64", "rot13", "unicode_escape", "idna", "undefined", "a\0b", "é"]
)
def test_unknown_encodings(name: str) -> None:
    with pytest.raises(OptionError, match="unknown encoding"):
        known_encoding(name)


def test_known_encodings() -> None:
    assert known_encoding("Latin-1") == "iso8859-1"
    assert known_encoding("UTF8") == "utf-8"
