"""What bytes that are not UTF-8 are told to be, and what the encoding "auto" makes of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import captious
from captious.cli import run
from captious.errors import EncodingError, GuessedEncoding
from captious.formats.code_pages import likely_encodings
from captious.formats.encoding import decode

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "cp1250": [
        "Řekl jsem ti, že přijdu později.",
        "Skąd to wiesz? Powiedział ci ktoś?",
        "Nem tudom, miért jöttél, őszintén.",
    ],
    "iso8859-2": ["Myślę, że już późno.", "Už si to přečetl?"],
    "cp1251": ["Куда вы идёте?", "Хто це сказав і коли?"],
    "koi8-r": ["Куда вы идёте так рано?"],
    "cp866": ["Куда вы идёте так рано?"],
    "cp1252": ["C’est déjà trop tard.", "Das wäre schön – für uns.", "¿Y tú qué piensas?", "Så är det!"],
    "cp1253": ["Τι λες τώρα;"],
    "cp1254": ["Şimdi gidiyoruz, değil mi?"],
    "cp1255": ["מה השעה עכשיו?"],
    "cp1256": ["كم الساعة الآن؟"],
    "cp1257": ["Ką tu čia veiki šįvakar?", "Kāpēc tu neatnāci agrāk?"],
    "cp1258": ["Bây giơ\u0300 là mâ\u0301y giơ\u0300 rô\u0300i?"],
    "cp874": ["ตอนนี้กี่โมงแล้ว"],
    "cp932": ["今は何時ですか。もう帰ります。"],
    "euc_jp": ["今は何時ですか。もう帰ります。"],
    "gb18030": ["现在几点了？我们回家吧。"],
    "big5": ["現在幾點了？我們回家吧。"],
    "cp949": ["지금 몇 시예요? 집에 갑시다."],
}


def captions(text: str, newline: str = "\n") -> str:
    return newline.join(["1", "00:00:01,000 --> 00:00:03,000", text, ""])


@pytest.mark.parametrize(
    ("encoding", "text"), [(key, text) for key, texts in TEXTS.items() for text in texts]
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_the_likeliest_encoding_reads_one_sentence_right(encoding: str, text: str, newline: str) -> None:
    data = captions(text, newline).encode(encoding)
    found = likely_encodings(data)
    assert data.decode(found[0].encoding) == data.decode(encoding)
    with pytest.raises(EncodingError, match="not UTF-8") as caught:
        decode(data)
    assert f"--encoding {found[0].encoding}" in (caught.value.hint or "")
    assert found[0].sample[:30] in (caught.value.hint or "")
    assert (caught.value.hint or "").startswith("Perhaps")
    with pytest.warns(GuessedEncoding, match=re.escape(found[0].sample[:30])):
        assert decode(data, encoding="auto").text == data.decode(encoding)


@pytest.mark.parametrize("where", ["first", "middle", "last"])
@pytest.mark.parametrize(
    ("flaw", "what"),
    [
        (b"\x92", "byte 0x92"),
        (b"\xe4", "byte 0xe4"),
        (b"\xc3", "byte 0xc3 at offset .*, the beginning of a character that is cut off"),
        (b"\xe2\x80", "bytes 0xe280 at offset .*, the beginning of a character that is cut off"),
        ("\ud83d\ude00".encode("utf-8", "surrogatepass"), "surrogate .CESU-8."),
        ("\ud83d".encode("utf-8", "surrogatepass"), "surrogate .CESU-8."),
    ],
)
def test_utf8_with_one_flaw_is_named_as_that(flaw: bytes, what: str, where: str) -> None:
    good = ["Élan vital, déjà là.", "Señor, ¿qué tal?", "Größe — 東京"]
    lines = [line.encode() for line in good]
    place = {"first": 0, "middle": 1, "last": 2}[where]
    lines[place] = lines[place][:4] + flaw + (b" x" if where != "last" else b"")
    if where == "last":
        lines[place] = good[2].encode() + flaw
    data = b"\r\n".join(lines)
    column = len(good[2]) + 1 if where == "last" else 4
    with pytest.raises(EncodingError, match=what) as caught:
        decode(data)
    assert "all else is valid UTF-8" in caught.value.message
    assert "--encoding" not in (caught.value.hint or "")
    assert "1252" not in str(caught.value)
    assert (caught.value.line, caught.value.column) == (place + 1, column)


def test_several_flaws_are_counted_and_the_first_is_placed() -> None:
    data = "Élan vital, déjà là où l’été\n".encode() + b"It\x92s \x93so\x94\n"
    with pytest.raises(EncodingError, match="the first of 3 places; all else") as caught:
        decode(data)
    assert (caught.value.line, caught.value.column) == (2, 3)


def test_a_file_with_the_mark_of_utf8_is_no_other_encoding() -> None:
    with pytest.raises(EncodingError, match="all else is valid UTF-8") as caught:
        decode(b"\xef\xbb\xbfIt\x92s \x93so\x94\n")
    assert (caught.value.line, caught.value.column) == (1, 3)


def test_auto_reads_flawed_utf8_with_its_flaws_in_sight() -> None:
    with pytest.warns(GuessedEncoding, match=r"UTF-8, with .* in 1 place, the first in line 1, column 7"):
        assert decode("Déjà l".encode() + b"\xe0", encoding="auto").text == "Déjà l\ufffd"
    with pytest.warns(GuessedEncoding, match="halves put together"):
        data = "Là \ud83d\ude00 !".encode("utf-8", "surrogatepass")
        assert decode(data, encoding="auto").text == "Là \U0001f600 !"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", ["Hello there", "Привет, как дела?", "你好，今天天氣很好。我們走吧。" * 3])
def test_unicode_without_a_mark_is_named_and_read(encoding: str, text: str) -> None:
    data = captions(text).encode(encoding)
    with pytest.raises(EncodingError, match=r"looks like UTF-.*without a byte order mark") as caught:
        decode(data)
    assert f"--encoding {encoding}" in (caught.value.hint or "")
    assert decode(data, encoding=encoding).text == captions(text)
    with pytest.warns(GuessedEncoding, match="without a byte order mark"):
        assert decode(data, encoding="auto").text == captions(text)


def test_iso_2022_jp_is_ascii_and_still_named() -> None:
    data = captions("今は何時ですか。").encode("iso2022_jp")
    with pytest.raises(EncodingError, match="ISO-2022-JP"):
        decode(data)
    with pytest.warns(GuessedEncoding, match="ISO-2022-JP"):
        assert decode(data, encoding="auto").text == captions("今は何時ですか。")


@pytest.mark.parametrize(
    "data", [b"", b"abc", "déjà".encode(), "déjà".encode("utf-8-sig"), "déjà".encode("utf-16")]
)
def test_auto_guesses_nothing_where_the_encoding_is_known(data: bytes) -> None:
    assert decode(data, encoding="auto") == decode(data)


def test_every_command_says_what_it_guessed_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "talk.srt"
    path.write_bytes(captions("Skąd to wiesz? Powiedział ci ktoś?").encode("cp1250"))
    for arguments in (
        ["check", "--isolated", "--no-cache"],
        ["convert", "--to", "vtt", "-o", "-"],
        ["stats"],
        ["transcript", "--to", "txt", "-o", "-"],
        ["caption", "--to", "srt", "-o", "-", "--words"],
    ):
        run([*arguments, str(path), "--encoding", "auto"])
        notes = [line for line in capsys.readouterr().err.splitlines() if "encoding guessed" in line]
        assert len(notes) == 1, arguments
        assert "Windows-1250" in notes[0]
        assert "talk.srt" in notes[0]


def test_a_guess_in_python_is_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_bytes(captions("Skąd to wiesz?").encode("cp1250"))
    with pytest.warns(GuessedEncoding, match="Windows-1250"):
        assert "Skąd" in captious.convert(path, to="vtt", encoding="auto").text
    with pytest.warns(GuessedEncoding, match="Windows-1250"):
        assert captious.read(path, encoding="auto").document.encoding == "cp1250"


def test_a_long_file_with_many_flaws_takes_no_time() -> None:
    with pytest.raises(EncodingError):
        decode(("é" * 200_000).encode() + b"\x92" * 100_000)
    with pytest.raises(EncodingError):
        decode(b"\xe9" * 1_000_000)
