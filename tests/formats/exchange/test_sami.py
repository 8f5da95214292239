"""SAMI: loose HTML, synchronisation points that clear, and several languages."""

from __future__ import annotations

import pytest

import captious
from captious.errors import FormatError
from captious.formats.base import Use
from captious.formats.registry import by_name

SAMI = by_name("sami", Use.READ)
HEAD = """<SAMI>
<HEAD>
<TITLE>A  talk</TITLE>
<STYLE TYPE="text/css">
<!--
P { margin-left: 8pt; color: white; }
.ENCC { Name: English; lang: en-US; SAMIType: CC; }
.KRCC { Name: Korean; lang: ko-KR; SAMIType: CC; color: yellow; }
-->
</STYLE>
</HEAD>
<BODY>
"""
TWO = HEAD + (
    "<SYNC Start=1000><P Class=ENCC>One<P Class=KRCC>하나\n"
    "<SYNC Start=3000><P Class=ENCC>&nbsp;\n"
    "<SYNC Start=4000><P Class=KRCC>&nbsp;<P Class=ENCC>Two\n"
    "<SYNC Start=6000><P Class=ENCC>&nbsp;</BODY></SAMI>\n"
)


def sami(body: str) -> str:
    return f"<SAMI><BODY>{body}</BODY></SAMI>"


def read(text: str, language: str | None = None) -> list[tuple[int, int, str]]:
    cues = SAMI.read(text, language=language).document.cues
    return [(cue.start_ms, cue.end_ms, cue.text) for cue in cues]


def lost(text: str, language: str | None = None) -> list[str]:
    return [str(loss) for loss in SAMI.read(text, language=language).losses]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_paragraph_is_shown_until_the_next_of_its_class(end: str) -> None:
    text = TWO.replace("\n", end)
    assert read(text) == [(1000, 3000, "One"), (4000, 6000, "Two")]
    assert read(text, "ko") == [(1000, 4000, "<c.yellow>하나</c>")]
    assert SAMI.read(text).document.language == "en-US"


@pytest.mark.parametrize("wanted", ["ko", "ko-KR", "KRCC", "korean"])
def test_a_language_is_chosen_by_any_of_its_names(wanted: str) -> None:
    assert read(TWO, wanted)[0][2] == "<c.yellow>하나</c>"


def test_the_other_languages_are_listed_with_how_to_read_them() -> None:
    assert lost(TWO) == [
        "captions in other languages (KRCC: --lang ko-KR)",
        "the title (A talk)",
        "style sheets",
    ]
    assert lost(TWO, "ko")[0] == "captions in other languages (ENCC: --lang en-US)"
    with pytest.raises(FormatError, match="no captions in 'de'") as caught:
        read(TWO, "de")
    assert caught.value.hint == "It has: en-US (English), ko-KR (Korean)."


def test_convert_takes_the_language() -> None:
    made = captious.convert(TWO.encode(), to="srt", language="ko")
    assert "하나" in made.text
    assert "One" not in made.text


def test_one_class_is_read_whatever_the_language_is() -> None:
    text = sami("<SYNC Start=5><P Class=ENCC>One<SYNC Start=9><P Class=ENCC>&nbsp;")
    assert read(text, "de") == [(5, 9, "One")]


def test_a_class_without_a_style_has_the_language_of_its_name_by_custom() -> None:
    text = sami(
        "<SYNC Start=5><P Class=KRCC>하나<P Class=EGCC>One<SYNC Start=9><P Class=KRCC>&nbsp;<P Class=EGCC>"
    )
    assert SAMI.read(text).document.language == "ko"
    assert read(text, "EGCC") == [(5, 9, "One")]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("One<br>two<BR/>three", "One\ntwo\nthree"),
        ("One\n  two\r\nthree", "One two three"),
        ("<b>One</b> and <I>two</i>", "<b>One</b> and <i>two</i>"),
        ("<b>One <i>two</b> three", "<b>One </b><b><i>two</i></b> three"),
        ("<font color=yellow>One</font> two", "<c.yellow>One</c> two"),
        ('<font color="#00FFFF" face=Arial>One', "<c.cyan>One</c>"),
        ("<span style='color: aqua'>One</span>", "<c.cyan>One</c>"),
        ("<font color=white>One</font>", "One"),
        ("salt &amp; pepper &lt;3 &#233; &eacute;", "salt &amp; pepper &lt;3 é é"),
        ("1 < 2 and 3 > 2", "1 &lt; 2 and 3 > 2"),
        ("a&nbsp;b", "a\u00a0b"),
        ("a&NBSP;b <i>&nbsp</i>", "a\u00a0b"),
        ("<ruby>漢字<rt>かんじ</rt></ruby>です", "漢字(かんじ)です"),
        ("One <!-- a remark --> two", "One two"),
        ("<p>One", "One"),
        ("</b>One</i></P>", "One"),
    ],
)
def test_loose_html(written: str, text: str) -> None:
    assert read(sami(f"<SYNC Start=1000><P Class=ENCC>{written}<SYNC Start=2000><P Class=ENCC>&nbsp;"))[
        -1
    ] == (
        1000,
        2000,
        text,
    )


@pytest.mark.parametrize(
    "body",
    [
        "<SYNC START=1000><P CLASS=ENCC>One\n<SYNC START=2000><P CLASS=ENCC>&nbsp;",
        '<sync start="1000"><p class="ENCC">One</p></sync><sync start="2000"><p class="ENCC">&nbsp;</p></sync>',
        "<Sync Start = '1000ms' ><P>One<Sync Start=2000>",
        "<SYNC Start=1000>One<SYNC Start=2000>&nbsp",
        "<SYNC Start=1000 End=2000><P Class=ENCC>One<SYNC Start=9000><P Class=ENCC>&nbsp;",
        "<SYNC Start=2000><P Class=ENCC>&nbsp;<SYNC Start=1000><P Class=ENCC>One",
        "<SYNC Start=1000\n<P Class=ENCC>One\n<SYNC Start=2000\n<P Class=ENCC>&nbsp;",
    ],
)
def test_forms_of_points(body: str) -> None:
    assert read(sami(body)) == [(1000, 2000, "One")]


def test_a_source_is_the_speaker() -> None:
    text = sami(
        "<SYNC Start=1000><P Class=ENCC ID=Source>Ann Lee<P Class=ENCC>One<SYNC Start=2000><P Class=ENCC>Two"
        "<SYNC Start=3000><P Class=ENCC ID=Source>&nbsp;<P Class=ENCC>Three<SYNC Start=4000><P Class=ENCC>"
    )
    speakers = [cue.speaker for cue in SAMI.read(text).document.cues]
    assert speakers == ["Ann Lee", "Ann Lee", None]


def test_what_has_no_place_is_listed() -> None:
    text = sami(
        "<SYNC Start=1000><P Class=ENCC><font color=pink>One</font><blink>two<!-- note -->"
        "<SYNC><P>words of nobody<SYNC Start=5000><P Class=ENCC>Three"
    )
    assert lost(text) == [
        'comments ("note")',
        'words without readable times in 1 cue, cue 2 ("<P>words of nobody")',
        "colours other than WebVTT's eight in 1 cue, cue 1 (pink)",
        "tags that mean nothing in captions in 1 cue, cue 1 (<blink>)",
        "end times (guessed) in 1 cue, cue 2",
    ]


def test_a_megabyte_of_open_tags_takes_no_time() -> None:
    text = sami("<SYNC Start=1>" + "<b>" * 200_000 + "x" + "</i>" * 200_000 + "<SYNC Start=2>")
    assert read(text) == [(1, 2, "<b>x</b>")]


def test_a_paragraph_may_have_a_colour_of_its_own() -> None:
    text = sami(
        "<SYNC Start=1000><P Class=ENCC STYLE='text-align: left; color: #FFFF00'>One"
        "<SYNC Start=2000><P Class=ENCC>Two<SYNC Start=3000><P Class=ENCC STYLE=color:teal>Three"
        "<SYNC Start=4000><P Class=ENCC>&nbsp;"
    )
    assert [cue[2] for cue in read(text)] == ["<c.yellow>One</c>", "Two", "Three"]
    assert lost(text) == ["colours other than WebVTT's eight in 1 cue, cue 3 (teal)"]


def test_words_above_the_first_point_and_in_tags_without_their_end_are_not_lost() -> None:
    head = "<SAMI><HEAD><STYLE>.A { }</STYLE></HEAD><BODY>stray<!-- x -->"
    text = f"{head}<SYNC Start=1000><P Class=ENCC One &amp; two<br three"
    assert [cue[2] for cue in read(text)] == ["One &amp; two\nthree"]
    assert lost(text)[:1] == ['words without readable times in 1 cue, cue 1 ("stray")']
