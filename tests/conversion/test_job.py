"""Files of one format in another: real ones, and what is said of what does not come along."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

import captious
from captious.conversion.job import convert_captions, open_captions
from captious.errors import CaptiousError, FormatError
from captious.formats.base import Use
from captious.formats.documents import write_document
from captious.formats.registry import by_name, names

if TYPE_CHECKING:
    from pathlib import Path

VTT = """\
WEBVTT Kind: captions; Language: en

STYLE
::cue(i) { color: yellow; }

NOTE made by hand

intro
00:01.000 --> 00:03.000 line:0
<v Ann Lee>Hello <i>dear</i> <c.yellow>friends</c>

00:03.000 --> 00:05.000 align:start
<v Bob>Bob: Yes.<00:04.000> Really
"""
SRT = '1\n00:00:01,000 --> 00:00:03,000\n{\\an8}<font color="#ffff00">Hi</font> <i>you</i> <s>not</s>\n'


def lost(source: str, to: str, **more: object) -> list[str]:
    made = convert_captions(open_captions(source.encode()), to=to, **more)  # type: ignore[arg-type]
    return [str(loss) for loss in made.losses]


def words(path: Path) -> list[str]:
    document = open_captions(path).document
    return [word for cue in document.cues for line in cue.lines for word in line.split()]


def test_what_a_format_cannot_hold_is_named_with_its_first_cue() -> None:
    assert lost(VTT, "vtt") == []
    assert lost(VTT, "srt") == [
        "comments",
        "style sheets",
        "identifiers in 1 cue, cue 1 (intro)",
        "speakers not named in the text in 1 cue, cue 1 (Ann Lee)",
        "positions in 1 cue, cue 2 (align:start)",
        "times within cues in 1 cue, cue 2 (00:00:04.000)",
    ]
    assert "colours in 1 cue, cue 1 (yellow)" in lost(VTT, "json")
    assert "colours in 1 cue, cue 1 (yellow)" not in lost(VTT, "ttml")
    assert lost(SRT, "vtt") == ["tags WebVTT lacks in 1 cue, cue 1 (<s>)"]


def test_ass_says_what_its_times_cannot_hold() -> None:
    source = "WEBVTT\n\n00:01.005 --> 00:02.000\n<v Lee, Ann>a\n\n09:59:59.000 --> 10:00:01.000\nb\n"
    assert lost(source, "ass") == [
        "exact times (rounded to hundredths of a second) in 1 cue, cue 1",
        "times after 9:59:59.99 in 1 cue, cue 2",
        "commas in names in 1 cue, cue 1",
    ]


def test_looks_and_places_come_along_where_both_can_hold_them() -> None:
    assert (
        '{\\an8}Hello <i>dear</i> <font color="#ffff00">friends</font>'
        in captious.convert(VTT.encode(), to="srt").text
    )
    assert "line:0\n<c.yellow>Hi</c> <i>you</i> not" in captious.convert(SRT.encode(), to="vtt").text
    ass = captious.convert(VTT.encode(), to="ass").text
    assert "Ann Lee,0,0,0,,{\\an8}Hello {\\i1}dear{\\i0} {\\c&H00FFFF&}friends{\\c}" in ass


def test_labels_in_the_text_become_speakers_where_there_are_no_voices() -> None:
    srt = "".join(
        f"{number}\n00:00:0{number},000 --> 00:00:0{number},900\n{text}\n\n"
        for number, text in enumerate(
            ["Ann: Hello.", "How are you?", "Bob: Fine.", "[laughs]", "Ann: Good.", "Bob: Yes."], 1
        )
    )
    table = captious.convert(srt.encode(), to="csv").text.splitlines()
    assert [row.split(",")[3] for row in table[1:]] == ["Ann", "Ann", "Bob", "", "Ann", "Bob"]
    assert "Ann: Hello." in table[1]
    assert captious.convert(srt.encode(), to="text").text == (
        "Ann: Hello. How are you?\n\nBob: Fine. [laughs]\n\nAnn: Good.\n\nBob: Yes.\n"
    )


def test_a_short_name_is_the_speaker_named_in_full_before() -> None:
    talk = "Ann Lee: Hello and welcome.\nDr. Bob Ray: Thank you.\nAnn Lee: Shall we begin?\nDr. Bob Ray: Yes, let's.\n"
    document = captious.caption(talk, style="youtube", language="en").document
    srt = write_document(document)
    assert b">> ANN: Shall" in srt
    rows = captious.convert(srt, to="csv", language="en").text.splitlines()[1:]
    assert [row.split(",")[3] for row in rows] == ["ANN LEE", "DR. BOB RAY", "ANN LEE", "DR. BOB RAY"]


def test_a_name_that_two_could_have_stays_as_it_is() -> None:
    texts = ["Ann Lee: Yes.", "Ann Ray: No.", "Ann: Well.", "Ann Lee: Good.", "Ann Ray: Fine.", "Ann: Right."]
    srt = "".join(
        f"{number}\n00:00:0{number},000 --> 00:00:0{number},900\n{text}\n\n"
        for number, text in enumerate(texts, 1)
    )
    rows = captious.convert(srt.encode(), to="csv").text.splitlines()[1:]
    assert [row.split(",")[3] for row in rows] == ["Ann Lee", "Ann Ray", "Ann", "Ann Lee", "Ann Ray", "Ann"]


def test_speakers_from_colours() -> None:
    srt = (
        '1\n00:00:01,000 --> 00:00:02,000\n<font color="#ffff00">Hello.</font>\n\n'
        "2\n00:00:03,000 --> 00:00:04,000\nHi.\n"
    )
    made = captious.convert(srt.encode(), to="vtt", colours={"yellow": "Ann", "white": "Bob"}).text
    assert "<v Ann>Hello." in made
    assert "<v Bob>Hi." in made


@pytest.mark.parametrize("name", names(Use.WRITE))
def test_real_files_keep_every_word_in_every_format(name: str, shared_data: Path, tmp_path: Path) -> None:
    paths = [
        *sorted((shared_data / "captions").glob("*.*"))[:4],
        *sorted((shared_data / "podcast").glob("*")),
    ]
    for path in paths:
        source = open_captions(path)
        made = convert_captions(source, to=name, frame_rate=Fraction(25))
        text = made.text
        said = [word for cue in source.document.cues for line in cue.lines for word in line.split()]
        if name in names(Use.READ):
            target = tmp_path / f"made.{name}"
            target.write_bytes(by_name(name, Use.WRITE).encode(text))
            back = words(target)
            if any("characters" in loss.what for loss in made.losses):
                continue
            if name == "html":
                # a name that was a label is beside its text now
                back_letters = "".join("".join(filter(str.isalnum, word)) for word in back)
                assert len(back_letters) > 0.95 * len(
                    "".join("".join(filter(str.isalnum, word)) for word in said)
                )
            else:
                assert back == said, path.name
        else:
            letters = "".join(filter(str.isalnum, text))
            place = 0
            for word in itertools.islice(said, 0, None, 7):
                bare = "".join(filter(str.isalnum, word))
                found = letters.find(bare, place)
                assert 0 <= found - place < 400, (path.name, word)
                place = found


@pytest.mark.parametrize(
    ("data", "options", "message"),
    [
        (b"hello there", {}, "not in a known caption format"),
        (b"", {}, "not in a known caption format"),
        (b"WEBVTT\n", {}, "no captions in this WebVTT file. captious check FILE says what is in it"),
        (b"start,end,text\n", {"format": "csv"}, "no captions in this CSV file. Is it the right file"),
        (VTT.encode(), {"format": "pac"}, "unknown caption format: 'pac'"),
        (VTT.encode(), {"format": "markdown"}, "markdown can be written, but not read"),
        (b"\xff\xfe\x00", {}, "UTF-16"),
        (b"1\n00:00:01,000 --> 00:00:02,000\ncaf\xe9\n", {}, "not UTF-8"),
    ],
)
def test_what_cannot_be_read(data: bytes, options: dict[str, str], message: str) -> None:
    with pytest.raises(CaptiousError, match=message):
        open_captions(data, **options)


def test_a_format_that_is_only_read_is_not_written() -> None:
    with pytest.raises(FormatError, match="sami can be read, but not written"):
        captious.convert(VTT.encode(), to="sami")


def test_the_language_that_is_given_is_stated_where_the_file_has_none() -> None:
    source = open_captions(b"1\n00:00:01,000 --> 00:00:02,000\nHello.\n", format="srt")
    assert 'xml:lang="en"' in convert_captions(source, to="ttml", language="en").text
    assert 'xml:lang=""' in convert_captions(source, to="ttml").text
