"""Every kind of file that is taken for captions is known by its content, whatever its name is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import captious
from captious.errors import CaptiousError
from captious.formats.encoding import decode
from captious.formats.kinds import KINDS, kind_of
from captious.formats.recognise import recognise
from captious.formats.signs import ttml_profile
from captious.word_timings.registry import kind_of_words

if TYPE_CHECKING:
    from pathlib import Path

TT = '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:smpte="http://www.smpte-ra.org/schemas/2052-1/2010/smpte-tt">'

TEXTS = {
    "microdvd": [
        "{1}{1}25.000\n{25}{75}One.|Two.\n",
        "\r\n{25}{}One.\r\n{75}{100}{y:i}Two.\r\n",
        "{DEFAULT}{}{C:$0000ff}\n{0}{50}One\n",
    ],
    "mpl2": ["[10][30]One.|Two.\n[40][50]/Three.\n", "\ufeff[0][5]\n[12][]Open\n"],
    "sami": [
        "<SAMI>\n<BODY>\n<SYNC Start=1000><P>One\n",
        "<sami><head></head><body><sync start=5><p>x",
        "<!-- x -->\n<SAMI >",
    ],
    "lrc": [
        "[ti:Song]\n[00:01.00]One\n[00:02.00]Two\n",
        "[00:01.00]One\n[00:03.50][00:09.00]Two\n",
        "[ar:Ann]\r\n[01:02]One\r\n[01:05]Two\r\n",
        "[00:01.00]<00:01.00>Word <00:01.50>by <00:02.00>word\n",
    ],
    "whisper-log": [
        "[00:04:18.960 --> 00:04:20.960]   One\n[00:04:20.960 --> 00:04:21.960]   two\n",
        "[00:00.000 --> 00:02.500]  One\r\n",
        "load: a\nload: b\nload: c\n\n[00:00:00.000 --> 00:00:02.000]  One\n[00:00:02.000 --> 00:00:03.000]  Two",
    ],
    "premiere-text": [
        "00:00:01:12 - 00:00:03:00\nSpeaker 1\nGood morning.\n\n",
        "00;00;01;12 - 00;00;03;00\nAnn\nGood\n",
    ],
    "spruce-stl": [
        "//Font select\n$FontName = Arial\n00:00:01:00 , 00:00:03:00 , One\n",
        "00:00:01:00,00:00:03:00,One|Two\n",
    ],
    "subviewer": ["[INFORMATION]\n[TITLE]x\n[END INFORMATION]\n[SUBTITLE]\n00:00:01.00,00:00:02.00\nOne\n"],
    "ass-events": ["Dialogue: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,One\n"],
    "avid": [
        "@ This file written with the Avid Caption plugin, version 1\n\n<begin subtitles>\n\nHello\n",
        "\ufeff\r\n<begin subtitles>\r\n\r\n00:00:01:12 00:00:03:00\r\nDzie\u0144 dobry\r\n\r\n<end subtitles>\r\n",
    ],
    "qttext": [
        "{QTtext} {font:Tahoma}\n{plain} {size:20}\n{timeScale:30}\n[00:00:01.00]\nHello\n[00:00:03.00]\n"
    ],
    "mcc": ["File Format=MacCaption_MCC V1.0\n\n"],
    "vobsub": ["# VobSub index file, v7 (do not modify this line!)\n"],
    "dcsubtitle": ['<?xml version="1.0"?>\n<DCSubtitle Version="1.0">'],
    "hls": ["#EXTM3U\n#EXT-X-VERSION:3\n"],
    "ttml-pictures": [
        f'{TT}<body><div begin="1s" end="3s" smpte:backgroundImage="#a"/></body></tt>',
        (
            f"{TT}<head><metadata><ttm:desc>words</ttm:desc><smpte:image>iVBORw0=</smpte:image></metadata></head>"
            '<body><div smpte:backgroundImage="#a" begin="1s" end="2s"><p>\n </p></div></body></tt>'
        ),
        f'{TT}<body><div begin="1s" end="3s"><image src="a.png"/></div></body></tt>',
    ],
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in TEXTS.items() for text in texts])
@pytest.mark.parametrize("path", ["", "talk.srt", "talk.vtt", "talk.txt", "talk.ttml"])
def test_a_kind_is_known_by_its_content(name: str, text: str, path: str) -> None:
    found = recognise(text, name=path, words=kind_of_words)
    assert found.kind is not None
    assert found.kind.name == name
    assert not found.by_name
    assert not found.is_unknown


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.name in TEXTS], ids=lambda kind: kind.name)
def test_a_kind_is_read_or_named_with_what_to_do(kind: object, tmp_path: Path) -> None:
    known = next(each for each in KINDS if each is kind)
    path = tmp_path / "talk.srt"
    path.write_text(TEXTS[known.name][0], encoding="utf-8")
    for job in (captious.read, captious.check, lambda path: captious.convert(path, to="vtt")):
        if known.format is not None:
            continue
        with pytest.raises(CaptiousError) as caught:
            result = job(path)
            assert not result
        assert known.title in caught.value.message
        assert caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "Ann: Hello.\n[00:12] Bob: Hello.\n[00:15] Ann: Yes.\n",
        "[10] A first note.\n[11] Another.\n",
        "{name} said hello\n{other} did not\n",
        "A text about <br> and [00:01.00] in the middle.\nAnother line.\nAnd one more.\n",
        "00:00:01:12 is when it begins\n",
    ],
)
def test_texts_that_only_look_a_little_like_a_kind_are_none(text: str) -> None:
    assert kind_of(text) is None


@pytest.mark.parametrize(
    "text",
    [TEXTS["whisper-log"][1], TEXTS["premiere-text"][1], "[00:01.00] Ann: One\n[00:02.50] Bob: Two\n"],
)
def test_what_a_transcript_looks_like_too_is_captioned_as_one(text: str, tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(text, encoding="utf-8")
    made = captious.caption(path, duration_ms=60_000).made
    assert "0:0" not in "".join(cue.text for cue in made[0].document.cues)


def test_lyrics_are_no_transcript_to_caption(tmp_path: Path) -> None:
    path = tmp_path / "song.txt"
    path.write_text(TEXTS["lrc"][0], encoding="utf-8")
    with pytest.raises(CaptiousError, match="LRC"):
        captious.caption(path, duration_ms=60_000)


@pytest.mark.parametrize("name", ["lrc", "microdvd", "hls"])
def test_what_has_no_word_timings_is_named(name: str, tmp_path: Path) -> None:
    kind = next(kind for kind in KINDS if kind.name == name)
    path = tmp_path / "talk.srt"
    path.write_text(TEXTS[name][0], encoding="utf-8")
    if kind.format is None:
        with pytest.raises(CaptiousError, match=re.escape(kind.title)):
            captious.caption(words=path)


def test_the_log_of_whisper_is_word_timings_too(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(TEXTS["whisper-log"][0], encoding="utf-8")
    made = captious.caption(words=path).made[0].document
    assert made.cues
    assert "-->" not in "".join(cue.text for cue in made.cues)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PG\x00\x00\x10\x00\x00\x00\x00\x00\x16\x00\x13" + b"\x00" * 20, "PGS"),
        (b"\x00\x00\x01\xba\x44\x00\x04\x00" + b"\x00" * 40, "VobSub"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "Office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "Office"),
        (b"{\\rtf1\\ansi 1\\par", r"RTF"),
        (b"\x1f\x8b\x08\x00\x00", "an archive"),
    ],
)
def test_binary_files_are_named(data: bytes, message: str) -> None:
    with pytest.raises(CaptiousError, match=message) as caught:
        captious.convert(data, to="vtt")
    assert caught.value.hint
    with pytest.raises(CaptiousError, match=message):
        decode(data, encoding="latin-1")


@pytest.mark.parametrize(
    ("root", "name", "profile"),
    [
        ('<tt xmlns="http://www.w3.org/ns/ttml">', "a.ttml", ""),
        ('<tt xmlns="http://www.w3.org/ns/ttml">', "a.itt", "iTunes timed text (iTT)"),
        ('<tt:tt xmlns:ebuttm="urn:ebu:tt:metadata"><x>urn:ebu:tt:distribution:2018-04</x>', "a", "EBU-TT-D"),
        ('<tt ttp:contentProfiles="http://www.w3.org/ns/ttml/profile/imsc1.1/text">', "a.xml", "IMSC 1.1"),
        ('<tt xmlns="http://www.w3.org/2006/10/ttaf1">', "a.dfxp", "DFXP of 2006"),
    ],
)
def test_the_kind_of_ttml_is_named(root: str, name: str, profile: str) -> None:
    assert ttml_profile(root, name=name) == profile


def test_ttml_with_pictures_and_text_is_read() -> None:
    text = f'{TT}<body><div><p begin="1s" end="2s">Words</p><p smpte:backgroundImage="#a"/></div></body></tt>'
    found = recognise(text)
    assert found.format is not None
    assert found.format.name == "ttml"


def test_a_long_line_of_open_tags_takes_no_time() -> None:
    assert kind_of("<" * 1_000_000 + "backgroundImage=") is None
    assert kind_of(f"{TT}<body backgroundImage=''>" + "<metadata><" * 300_000) is not None


def test_a_file_of_a_binary_format_that_is_broken_is_named() -> None:
    with pytest.raises(CaptiousError, match="EBU STL"):
        captious.convert(b"850STL25.01" + b"0" * 200 + b"\x00" * 813, to="vtt")
