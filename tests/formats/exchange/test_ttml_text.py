"""Text, looks, places and speakers of TTML files in the manner of many producers."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

import captious
from captious.errors import FormatError
from captious.formats.exchange.ttml.format import read, recognises
from captious.formats.recognise import recognise

TT = "http://www.w3.org/ns/ttml"
NAMESPACES = (
    f'xmlns="{TT}" xmlns:ttp="{TT}#parameter" xmlns:tts="{TT}#styling" xmlns:ttm="{TT}#metadata" '
    f'xmlns:itts="{TT}/profile/imsc1#styling" xmlns:ebutts="urn:ebu:tt:style"'
)


def ttml(body: str, *, attributes: str = "", head: str = "") -> str:
    return f'<tt {NAMESPACES} xml:lang="en" {attributes}><head>{head}</head><body>{body}</body></tt>'


def paragraph(content: str, attributes: str = "") -> str:
    return ttml(f'<div><p begin="1s" end="2s" {attributes}>{content}</p></div>')


def texts(text: str) -> list[str]:
    return [cue.text for cue in read(text).document.cues]


def settings_of(text: str) -> list[str]:
    return [cue.settings for cue in read(text).document.cues]


def lost(text: str) -> list[str]:
    return [str(loss) for loss in read(text).losses]


@pytest.mark.parametrize("of_2006", ["http://www.w3.org/2006/10/ttaf1", "http://www.w3.org/2006/04/ttaf1"])
def test_drafts_name_styles_with_id_and_their_namespace_in_two_ways(of_2006: str) -> None:
    text = (
        f'<tt xmlns="{of_2006}" xmlns:tts="{of_2006}#style" xmlns:s="{of_2006}#styling" xml:lang="fr"><head><styling>'
        '<style id="1" tts:color="yellow"/><style id="2" style="1" s:fontStyle="italic"/></styling></head>'
        '<body><div><p begin="00:00:01.5" dur="2.5s" style="2">Bonjour<br />à tous</p></div></body></tt>'
    )
    assert texts(text) == ["<c.yellow><i>Bonjour</i></c>\n<c.yellow><i>à tous</i></c>"]


@pytest.mark.parametrize(
    "root",
    [
        "<tt>",
        '<tt xmlns="http://example.com/captions">',
        '<!-- made by hand --><tt lang="en">',
        '\n<?xml version="1.0"?>\r\n<!DOCTYPE tt SYSTEM "tt.dtd"><tt>'.lstrip(),
        f'<t:tt xmlns:t="{TT}" xmlns="{TT}">',
    ],
)
def test_a_file_in_any_namespace_or_none_is_known_and_read(root: str) -> None:
    name = "t:tt" if root.startswith("<t:") else "tt"
    text = f'{root}\r\n<body>\r\n<div>\r\n<p begin="1s" end="2s">A\r\nb</p></div></body></{name}>'
    assert recognises(text)
    known = recognise(text, name="talk.srt").format
    assert known is not None and known.name == "ttml"
    assert texts(text) == ["A b"]


def test_prefixes_of_any_kind() -> None:
    text = (
        f'<tt:tt xmlns:tt="{TT}" xmlns:x="{TT}#styling"><tt:body><tt:div><tt:p begin="1s" end="2s">'
        '<tt:span x:color="#00FFFF">Ja</tt:span><tt:br/>nein</tt:p></tt:div></tt:body></tt:tt>'
    )
    assert texts(text) == ["<c.cyan>Ja</c>\nnein"]


def test_references_entities_and_literal_text() -> None:
    assert texts(paragraph("Q&amp;A &lt;3 &#233;&#xE9; caf&eacute;&nbsp;au lait")) == [
        "Q&amp;A &lt;3 éé café\u00a0au lait"
    ]
    assert texts(paragraph("<![CDATA[a < b & c]]> d<!-- not this -->e<?nor this?>")) == [
        "a &lt; b &amp; c de"
    ]
    defined = f'<!DOCTYPE tt [<!ENTITY who "Ann Lee">]>{paragraph("&who; says &other; things")}'
    assert texts(defined) == ["Ann Lee says &amp;other; things"]


def test_entities_that_grow_or_read_files_are_refused() -> None:
    for value in ("&a;&a;", "<p/>", "x" * 1000):
        text = f'<!DOCTYPE tt [<!ENTITY a "a"><!ENTITY b "{escape(value) if "<" in value else value}">]>'
        with pytest.raises(FormatError, match="custom entities are not supported"):
            read(text + paragraph("&b;"))
    outside = '<!DOCTYPE tt [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + paragraph("&x;")
    with pytest.raises(FormatError, match="custom entities are not supported"):
        read(outside)


def test_an_encoding_that_the_text_is_no_longer_in_does_not_matter() -> None:
    assert texts(f'<?xml version="1.0" encoding="utf-16"?>{paragraph("día")}') == ["día"]


def test_an_encoding_that_the_file_states_is_that_of_the_file() -> None:
    text = f'<?xml version="1.0" encoding="{{}}"?>{paragraph("Déjà vu – à l’été")}'
    for name, codec in (("ISO-8859-1", "cp1252"), ("windows-1252", "cp1252"), ("utf-8", "utf-8")):
        data = text.format(name).encode(codec)
        assert captious.convert(data, to="srt").captions.document.cues[0].lines == ("Déjà vu – à l’été",)
    russian = text.replace("Déjà vu – à l’été", "Привет").format("windows-1251").encode("cp1251")
    assert captious.convert(russian, to="srt").captions.document.cues[0].lines == ("Привет",)
    # many files state an encoding that they are no longer in
    assert captious.convert(text.format("ISO-8859-1").encode(), to="srt").text.endswith("l’été\n")


def test_characters_that_ought_to_be_references_are_read_and_reported() -> None:
    reading = read(paragraph("R&D, I <3 you & AT&T;"))
    assert [cue.lines for cue in reading.document.cues] == [("R&D, I <3 you & AT&T;",)]
    assert [finding.code for finding in reading.findings] == ["TTM013"] * 3
    with pytest.raises(FormatError, match="not well-formed XML"):
        read(paragraph("R&D <b>"))


def test_styles_of_a_region_give_way_to_those_of_the_text() -> None:
    head = (
        '<styling><style xml:id="base" tts:color="lime"/><style xml:id="more" style="base" tts:fontWeight="bold"/>'
        '</styling><layout><region xml:id="r" tts:color="red" tts:fontStyle="italic"/></layout>'
    )
    body = '<div style="more"><p begin="1s" end="2s" region="r">x <span tts:fontWeight="normal">y</span></p></div>'
    assert texts(ttml(body, head=head)) == ["<c.lime><b><i>x </i></b></c><c.lime><i>y</i></c>"]


def test_initial_values_and_tags_of_web_pages() -> None:
    head = '<styling><initial tts:color="cyan"/></styling>'
    body = '<div><p begin="1s" end="2s"><i>a</i> <b>b</b> <font size="2">c</font></p></div>'
    assert texts(ttml(body, head=head)) == [
        "<c.cyan><i>a</i></c><c.cyan> </c><c.cyan><b>b</b></c><c.cyan> c</c>"
    ]


@pytest.mark.parametrize(
    ("layout", "settings"),
    [
        ('tts:origin="10% 10%" tts:extent="80% 80%" tts:displayAlign="after"', ""),
        ('tts:origin="10% 10%" tts:extent="80% 80%" tts:displayAlign="before"', "line:0"),
        ('tts:origin="0% 85%" tts:extent="100% 15%" tts:displayAlign="after" tts:textAlign="center"', ""),
        ('tts:origin="0% 40%" tts:extent="100% 20%" tts:displayAlign="center"', "line:50%,center"),
        ('tts:origin="0% 20%" tts:extent="100% 30%" tts:displayAlign="after"', "line:50%,end"),
        ('tts:origin="10% 20%" tts:extent="30% 10%"', "line:20% position:10% align:left"),
        ('tts:origin="60% 20%" tts:extent="30% 10%" tts:textAlign="center"', "line:20% position:75%"),
        ('tts:origin="20% 85%" tts:extent="60% 10%" tts:textAlign="right"', "position:80% align:right"),
        ('tts:origin="128px 72px" tts:extent="1024px 72px"', "line:0"),
        ('tts:origin="4c 5c" tts:extent="24c 2c"', "line:33.33%"),
        ('tts:origin="10rw 30rh" tts:extent="80rw 10rh"', "line:30%"),
        ('tts:position="center top" tts:extent="80% 10%"', "line:0"),
        ('tts:position="center bottom" tts:extent="80% 10%" tts:displayAlign="after"', ""),
        ('tts:position="50% 40%" tts:extent="80% 10%"', "line:36%"),
        ('tts:position="left 10rw bottom 40rh" tts:extent="80% 10%"', "line:50%"),
        ('tts:textAlign="start"', "align:start"),
        ('tts:displayAlign="before"', "line:0"),
        ('tts:displayAlign="after"', ""),
        ('tts:origin="0 85%" tts:extent="100% 15%"', ""),
        ('tts:writingMode="tbrl" tts:origin="10% 10%" tts:extent="80% 80%"', "vertical:rl line:0"),
        (
            'tts:writingMode="tbrl" tts:origin="50% 20%" tts:extent="10% 80%"',
            "vertical:rl line:40% position:20% align:left",
        ),
        (
            'tts:writingMode="tblr" tts:origin="0% 10%" tts:extent="100% 80%" tts:displayAlign="after"',
            "vertical:lr",
        ),
    ],
)
def test_a_place_on_a_region_a_style_or_a_paragraph_is_kept(layout: str, settings: str) -> None:
    size = 'tts:extent="1280px 720px"'
    region = ttml(
        '<div><p begin="1s" end="2s" region="r">x</p></div>',
        head=f'<layout><region xml:id="r" {layout}/></layout>',
        attributes=size,
    )
    nested = ttml(
        '<div region="r"><p begin="1s" end="2s">x</p></div>',
        head=f'<layout><region xml:id="r"><style {layout}/></region></layout>',
        attributes=size,
    )
    styled = ttml(
        '<div><p begin="1s" end="2s" style="s">x</p></div>',
        head=f'<styling><style xml:id="s" {layout}/></styling>',
        attributes=size,
    )
    bare = ttml(f'<div><p begin="1s" end="2s" {layout}>x</p></div>', attributes=size)
    for text in (region, nested, styled, bare):
        assert settings_of(text) == [settings]
        assert not lost(text)


def test_a_place_that_cannot_be_read_is_listed() -> None:
    assert lost(paragraph("x", 'tts:origin="2em 1em" tts:extent="80% 10%"')) == [
        "places that cannot be read in 1 cue, cue 1"
    ]


ROWS = (
    '<layout><region xml:id="t" tts:origin="10% 5%" tts:extent="80% 5%"/>'
    '<region xml:id="a" tts:origin="10% 80%" tts:extent="80% 5%"/>'
    '<region xml:id="b" tts:origin="10% 85%" tts:extent="80% 5%"/>'
    '<region xml:id="c" tts:origin="20% 90%" tts:extent="60% 5%"/></layout>'
)


def rows(*paragraphs: tuple[str, str]) -> str:
    body = "".join(f'<p begin="1s" end="2s" region="{region}">{words}</p>' for region, words in paragraphs)
    return ttml(f"<div>{body}</div>", head=ROWS)


def test_rows_in_paragraphs_of_their_own_are_one_caption_from_top_to_bottom() -> None:
    assert texts(rows(("b", "second"), ("a", "first"))) == ["first\nsecond"]
    assert texts(rows(("a", "first"), ("b", "second<br/>third"))) == ["first\nsecond\nthird"]
    assert texts(rows(("b", "first"), ("b", "second"))) == ["first\nsecond"]


def test_rows_in_divisions_of_their_own_are_one_caption() -> None:
    row = '<div region="{}" begin="1s" end="2s"><p>{}</p></div>'
    text = ttml(row.format("b", "second") + row.format("a", "first"), head=ROWS)
    assert texts(text) == ["first\nsecond"]


def test_rows_that_begin_elsewhere_are_one_caption_and_listed() -> None:
    text = rows(("c", "third"), ("a", "first"), ("b", "second"))
    assert texts(text) == ["first\nsecond\nthird"]
    assert lost(text) == ["places of rows within a caption in 1 cue, cue 1"]


def test_what_is_far_apart_or_said_twice_or_in_another_language_stays_apart() -> None:
    assert texts(rows(("t", "TITLE"), ("b", "words"))) == ["TITLE", "words"]
    assert texts(rows(("a", "same"), ("b", "same"))) == ["same", "same"]
    two = '<div xml:lang="{}"><p begin="1s" end="2s" region="b">{}</p></div>'
    text = ttml(two.format("en", "Hello") + two.format("fr", "Bonjour"), head=ROWS)
    assert texts(text) == ["Hello", "<lang fr>Bonjour</lang>"]


def test_voices_of_parts_and_names_of_any_kind() -> None:
    head = (
        '<metadata><ttm:agent xml:id="a" type="person"><ttm:name type="given">Ann</ttm:name>'
        '<ttm:name type="family">Lee</ttm:name></ttm:agent><ttm:agent xml:id="b" type="character"/>'
        '<ttm:agent xml:id="c"><ttm:desc>The narrator</ttm:desc></ttm:agent></metadata>'
    )
    body = (
        '<div><p begin="1s" end="2s"><span ttm:agent="a">- Hi.</span><br/><span ttm:agent="b">- Ho.</span></p>'
        '<p begin="2s" end="3s" ttm:agent="c">It was late.</p></div>'
    )
    text = ttml(body, head=head)
    assert texts(text) == ["<v Ann Lee>- Hi.</v>\n<v b>- Ho.</v>", "<v The narrator>It was late."]
    assert [cue.speaker for cue in read(text).document.cues] == ["Ann Lee", "The narrator"]


def test_ruby_is_kept() -> None:
    ruby = (
        '<span tts:ruby="container"><span tts:ruby="base">東京</span><span tts:ruby="delimiter">(</span>'
        '<span tts:ruby="text">とうきょう</span></span>へ'
    )
    assert texts(paragraph(ruby)) == ["<ruby>東京<rt>とうきょう</rt></ruby>へ"]
    parts = (
        '<span tts:ruby="container"><span tts:ruby="baseContainer"><span tts:ruby="base">東</span>'
        '<span tts:ruby="base">京</span></span><span tts:ruby="textContainer"><span tts:ruby="text">とう</span>'
        '<span tts:ruby="text">きょう</span></span></span>'
    )
    assert texts(paragraph(parts)) == ["<ruby>東<rt>とう</rt></ruby><ruby>京<rt>きょう</rt></ruby>"]


def test_what_is_not_seen_is_left_out_and_listed_with_its_line() -> None:
    body = (
        '<div>\n<p begin="1s" end="2s">a<span tts:visibility="hidden">b<span tts:visibility="visible">c</span></span>'
        '</p>\n<p begin="2s" end="3s" tts:display="none">whole</p>\n<p begin="3s" end="4s" tts:opacity="0">clear</p>'
        "\nstray</div>"
    )
    assert texts(ttml(body)) == ["ac"]
    assert lost(ttml(body)) == [
        "hidden text (line 2: b; 2 more)",
        "text outside paragraphs (line 4: stray)",
    ]


def test_what_webvtt_has_no_form_for_is_listed() -> None:
    body = (
        '<div><p begin="1s" end="2s" tts:color="orange" tts:backgroundColor="blue" itts:forcedDisplay="true">x'
        '<set begin="1s" tts:color="red"/></p><p begin="2s" end="3s" tts:textDecoration="lineThrough" '
        'tts:backgroundColor="#000000c0" ebutts:linePadding="0.5c">y</p></div>'
    )
    assert lost(ttml(body)) == [
        "colours other than WebVTT's eight in 1 cue, cue 1 (orange)",
        "marks of forced captions in 1 cue, cue 1",
        "background colours in 1 cue, cue 1 (blue)",
        "text lines other than underlines in 1 cue, cue 2 (lineThrough)",
        "animations (line 1: set)",
    ]


def test_japanese_is_slanted_by_shearing_it_and_its_marks_are_listed() -> None:
    text = paragraph(
        '<span tts:shear="16.67%">斜め</span><span tts:textEmphasis="filled dot before">強調</span>'
    )
    assert texts(text) == ["<i>斜め</i>強調"]
    assert lost(text) == ["emphasis marks in 1 cue, cue 1 (filled dot before)"]


def test_pictures_are_refused_or_listed() -> None:
    smpte = 'xmlns:smpte="http://www.smpte-ra.org/schemas/2052-1/2010/smpte-tt"'
    picture = f'<div {smpte} begin="1s" end="2s" smpte:backgroundImage="#a"/>'
    for body in (picture, '<div begin="1s" end="2s"><image src="a.png"/></div>'):
        with pytest.raises(FormatError, match="are pictures"):
            read(ttml(body))
    both = ttml(f'{picture}<div><p begin="2s" end="3s">x</p></div>')
    assert texts(both) == ["x"]
    assert lost(both) == ["pictures (line 1: #a)"]


def test_spaces_that_count_and_those_that_do_not() -> None:
    assert texts(paragraph("\n   One\n   <span>two</span> \n <br/>\n  three\u00a0\n")) == ["One two\nthree"]
    assert texts(paragraph("  a  b\n c", 'xml:space="preserve"')) == ["a b\nc"]


WORDS = st.text(
    st.characters(codec="utf-8", categories=("Lu", "Ll", "Lo", "Nd", "Po")), min_size=1, max_size=6
)
ATTRIBUTES = st.sampled_from(
    [
        "",
        'tts:color="yellow"',
        'tts:color="#12345678"',
        'tts:visibility="hidden"',
        'tts:visibility="visible"',
        'tts:display="none"',
        'begin="1s"',
        'end="3s"',
        'begin="0.5s" dur="1s"',
        'dur="2s"',
        'begin="5s" end="9s"',
        'timeContainer="seq" dur="20s"',
        'xml:space="preserve"',
        'xml:lang="fr"',
        'region="b"',
        'region="nowhere"',
        'ttm:agent="x"',
        'tts:origin="10% 10%"',
        'tts:ruby="container"',
        'tts:ruby="text"',
        'tts:fontStyle="italic" tts:textAlign="right"',
    ]
)
INLINE = st.recursive(
    WORDS.map(escape) | st.just("<br/>") | st.just(" \n ") | st.just("<ttm:desc>aside</ttm:desc>"),
    lambda inner: st.builds(
        lambda name, attributes, parts: f"<{name} {attributes}>{''.join(parts)}</{name}>",
        st.sampled_from(["span", "span", "b", "font"]),
        ATTRIBUTES,
        st.lists(inner, max_size=3),
    ),
    max_leaves=6,
)
PARAGRAPHS = st.builds(
    lambda begin, attributes, parts: (
        f'<p begin="{begin}s" {"" if "begin=" in attributes else attributes}>{"".join(parts)}</p>'
    ),
    st.integers(0, 30),
    ATTRIBUTES,
    st.lists(INLINE, max_size=4),
)
BODIES = st.lists(
    st.builds(
        lambda attributes, parts: f"<div {attributes}>{''.join(parts)}</div>",
        ATTRIBUTES,
        st.lists(PARAGRAPHS | WORDS.map(escape), max_size=4),
    ),
    max_size=3,
)


@given(BODIES)
def test_no_letter_is_lost_that_is_not_listed(divisions: list[str]) -> None:
    body = "".join(divisions)
    text = ttml(body, head=ROWS)
    try:
        reading = read(text)
    except FormatError as error:
        kept = str(error)
    else:
        kept = "\n".join(line for cue in reading.document.cues for line in cue.lines)
        kept += "\n".join(map(str, reading.losses))
        kept += " ".join(re.findall("<rt>(.*?)</rt>", " ".join(cue.text for cue in reading.document.cues)))
        if any("more)" in str(loss) or "…" in str(loss) for loss in reading.losses):
            return  # some of it is listed as a number
    if "more)" in kept or "…" in kept:
        return
    letters = set(re.sub("<[^>]*>", "", body)) - set(" \n&;")
    assert letters - set(kept) <= set("ampltgquo")
