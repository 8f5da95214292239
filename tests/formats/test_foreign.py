"""Markup of another format is read as what was meant, in every format and by every command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import captious
from captious.core.document import Document
from captious.formats.foreign.overrides import parse_override
from captious.formats.foreign.reading import Reader
from captious.formats.foreign.subrip import find_pieces, in_subrip

if TYPE_CHECKING:
    from pathlib import Path


TT = '<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en"><body><div><p begin='


def srt(*texts: str, newline: str = "\n") -> bytes:
    cues = [
        f"{number}\n00:00:{number:02},000 --> 00:00:{number:02},900\n{text}\n"
        for number, text in enumerate(texts, 1)
    ]
    return "\n".join(cues).replace("\n", newline).encode()


def vtt(*texts: str, newline: str = "\n") -> bytes:
    cues = [
        f"00:00:{number:02}.000 --> 00:00:{number:02}.900\n{text}\n" for number, text in enumerate(texts, 1)
    ]
    return "\n".join(["WEBVTT\n", *cues]).replace("\n", newline).encode()


def converted(data: bytes, to: str, number: int = 1) -> str:
    """The text of a cue of a converted file, with its settings on a line above if there are any."""
    text = captious.convert(data, to=to).text
    block = text.split("\n\n")[number if to == "vtt" else number - 1].split("\n")
    times = next(place for place, line in enumerate(block) if "-->" in line)
    settings = block[times].split(" ", 3)[3:]
    return "\n".join([*settings, *(line for line in block[times + 1 :] if line)])


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One<br>two", "One\ntwo"),
        ("One <br/> two<BR />three", "One\ntwo\nthree"),
        ("<i>One<br>two</i>", "<i>One\ntwo</i>"),
        ("One\\Ntwo", "One\ntwo"),
        ("<br>One<br><br>two<br>", "One\ntwo"),
        ("One\\htwo", "One\u00a0two"),
        ("One&lt;br&gt;two &lt;br /&gt; three &amp;lt;br&amp;gt; four", "One\ntwo\nthree\nfour"),
        ("<p>One</p><p>two</p>", "One\ntwo"),
        ("salt &amp; pepper", "salt &amp; pepper"),
        ("salt &amp;amp; pepper", "salt &amp; pepper"),
        ("it&#39;s &quot;hot&quot;&nbsp;here", 'it\'s "hot"\u00a0here'),
        ("a &lt;b&gt; c", "a &lt;b> c"),
        ("AT&T; Q&A", "AT&amp;T; Q&amp;A"),
        ("<v Ann Lee>Hello</v>", "<v Ann Lee>Hello</v>"),
        ("<v.loud Bob & Co>Hello", "<v.loud Bob &amp; Co>Hello"),
        ("<c.yellow>Yellow</c> one", "<c.yellow>Yellow</c> one"),
        ("<lang en>Hi</lang> <ruby>漢<rt>kan</rt></ruby>", "<lang en>Hi</lang> <ruby>漢<rt>kan</rt></ruby>"),
        ("so <00:00:01.200>it <00:00:01,500>goes", "so <00:00:01.200>it <00:00:01.500>goes"),
        ("<em>so</em> <strong>it</strong> <span class='x'>goes</span>", "<i>so</i> <b>it</b> goes"),
        ("<em>so <b>it</em> goes</b>", "<i>so <b>it</b></i><b> goes</b>"),
        ("{\\an8}{\\i1}On top{\\i0} of it", "line:0\n<i>On top</i> of it"),
        ("{\\an5}In the middle", "line:50%\nIn the middle"),
        ("{\\pos(192,144)}There", "line:50% position:50%\nThere"),
        ("1 < 2 and 3 > 2 <laughs>", "1 &lt; 2 and 3 > 2 &lt;laughs>"),
        ("C:\\New and \\\\server\\Name", "C:\\New and \\\\server\\Name"),
    ],
)
def test_markup_in_subrip_is_read(text: str, expected: str, newline: str) -> None:
    assert converted(srt("Zero", text, "Last", newline=newline), "vtt", 2) == expected
    assert converted(srt(text, newline=newline), "vtt", 1) == expected


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize(
    ("text", "as_vtt", "as_srt"),
    [
        ("One<br>two", "One\ntwo", "One\ntwo"),
        ("One<br/><i>two</i>", "One\n<i>two</i>", "One\n<i>two</i>"),
        ("One\\Ntwo", "One\ntwo", "One\ntwo"),
        ("One&lt;br>two&lt;br/&gt; three", "One\ntwo\nthree", "One\ntwo\nthree"),
        ("the &lt;br&gt; tag, (&lt;br>)", "the &lt;br&gt; tag, (&lt;br>)", "the <br> tag, (<br>)"),
        ("{\\an8}On top", "line:0\nOn top", "{\\an8}On top"),
        ("{\\an8}<i>On top</i>", "line:0\n<i>On top</i>", "{\\an8}<i>On top</i>"),
        ("{\\an8\\i1}On top", "line:0\n<i>On top</i>", "{\\an8}<i>On top</i>"),
        ("{\\an2}Below", "Below", "Below"),
        ("{\\an7}Left", "line:0 position:0% align:start\nLeft", "{\\an7}Left"),
        ("{\\an5}Middle", "line:50%\nMiddle", "{\\an5}Middle"),
        ("{\\a6}On top", "line:0\nOn top", "{\\an8}On top"),
        ("{\\pos(192,28)}There", "line:10% position:50%\nThere", "{\\an8}There"),
        ("{\\i1}a{\\i0} {\\b1}b{\\r}c", "<i>a</i> <b>b</b>c", "<i>a</i> <b>b</b>c"),
        ("{\\c&H00FFFF&}a{\\c}b", "<c.yellow>a</c>b", '<font color="#ffff00">a</font>b'),
        ("{b}a{/b} {y:i}c", "<b>a</b> <i>c</i>", "<b>a</b> <i>c</i>"),
        ('<font color="#ffff00">a</font>b', "<c.yellow>a</c>b", '<font color="#ffff00">a</font>b'),
        ("salt &amp;amp; it&amp;#39;s", "salt &amp; it's", "salt & it's"),
        ("<v Ann>{\\i1}Hi", "<v Ann><i>Hi</i></v>", "<i>Hi</i>"),
        ("{curly} and {1} stay", "{curly} and {1} stay", "{curly} and {1} stay"),
        ("<laughs>Hi", "<laughs>Hi", "Hi"),
    ],
)
def test_markup_in_webvtt_is_read(text: str, as_vtt: str, as_srt: str, newline: str) -> None:
    data = vtt("Zero", text, "Last", newline=newline)
    assert converted(data, "vtt", 2).removesuffix("</v>") == as_vtt.removesuffix("</v>")
    assert converted(data, "srt", 2) == as_srt


@pytest.mark.parametrize("place", [1, 3, 4, 5, 6, 7, 8, 9])
def test_the_places_of_subrip_survive_webvtt_and_are_not_called_lost(place: int) -> None:
    made = captious.convert(srt(f"{{\\an{place}}}There"), to="srt")
    assert f"{{\\an{place}}}There" in made.text
    assert not made.losses


def test_a_cue_with_settings_keeps_its_place() -> None:
    data = vtt("x").replace(b".900", b".900 line:80%").replace(b"x", b"{\\an8}x")
    assert converted(data, "vtt") == "line:80%\nx"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.sbv", "0:00:01.000,0:00:02.000\nsalt &amp; pepper<br>and {\\i1}more{\\i0}\n"),
        ("a.csv", "start,end,text\n1,2,salt &amp; pepper<br>and <i>more</i>\n"),
        (
            "a.json",
            '{"segments":[{"startTime":1,"endTime":2,"body":"salt &amp; pepper\\\\Nand <em>more</em>"}]}',
        ),
    ],
)
def test_markup_in_formats_of_exchange_is_read(name: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    made = captious.convert(path, to="vtt")
    assert "salt &amp; pepper\nand <i>more</i>\n" in made.text
    assert [row.label for row in made.rows].count("reads") >= 2


@pytest.mark.parametrize(
    ("name", "text", "fixed"),
    [
        ("a.sbv", "0:00:01.000,0:00:04.000\nsalt &amp; pepper<br>and more\n", "salt & pepper[br]and more"),
        (
            "a.ttml",
            f'{TT}"1s" end="4s">salt &amp;amp; pepper&lt;br/&gt;and more</p></div></body></tt>\n',
            "salt &amp; pepper<br/>and more",
        ),
    ],
)
def test_markup_in_formats_of_exchange_is_found_and_fixed(
    name: str, text: str, fixed: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    (found,) = [one for one in captious.check(path, isolated=True).findings if one.code == "MRK005"]
    assert text.count("\n", 0, text.index("&amp;")) + 1 == found.span.line
    assert fixed in captious.fix(path, isolated=True, unsafe=True, select=["MRK005"]).source


def test_what_was_read_is_said_once_with_its_first_cue(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes(srt("One", "Two<br>a", "Three<br>b", "Four &amp; c"))
    rows = [str(row.text) for row in captious.convert(path, to="vtt").rows if row.label == "reads"]
    assert rows == [
        "line breaks in 2 cues, first cue 2 (<br>), of another format",
        "character references in 1 cue, cue 4 (&amp;), of another format",
    ]


def test_what_webvtt_has_nothing_for_is_listed_as_lost() -> None:
    made = captious.convert(vtt("{\\fad(100,100)}One", "{\\blur3\\i1}two"), to="srt")
    assert [str(loss) for loss in made.losses] == [
        "overrides of SubStation Alpha in 2 cues, first cue 1 (\\fad(100,100))"
    ]
    assert "fad" not in made.text
    assert "<i>two</i>" in made.text


def test_every_command_reads_the_words_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes(srt("<v Ann>We went<br>home&nbsp;now.</v>", "It was\\Nlate &amp; dark."))
    text = captious.transcript(path, to="txt").texts["txt"]
    assert "Ann [0:01]: We went home now." in text.replace("\u00a0", " ")
    assert "It was late & dark." in text
    made = captious.caption(words=path, style="youtube").made[0].document
    words = " ".join(line for cue in made.cues for line in cue.lines).split()
    assert words[-4:] == ["was", "late", "&", "dark."]
    assert captious.stats(path).together.words == 9


@pytest.mark.parametrize(
    ("written", "settings", "looks", "unknown"),
    [
        ("{\\an1}", "position:0% align:start", (), ()),
        ("{\\an9}", "line:0 position:100% align:end", (), ()),
        ("{\\a10}", "line:50%", (), ()),
        ("{\\pos(1440,108)}", "line:10% position:75%", (), ()),
        ("{\\move(1,2,3,4)}", "line:1% position:0%", (), ()),
        ("{\\b700\\i0}", "", (("b", True), ("i", False)), ()),
        ("{\\blur4\\bord2\\be1}", "", (), ("\\blur4", "\\bord2", "\\be1")),
        ("{\\iclip(0,0,1,1)}", "", (), ("\\iclip(0,0,1,1)",)),
        ("{/i}", "", (("i", False),), ()),
        ("{Y:b,i}", "", (("b", True), ("i", True)), ()),
    ],
)
def test_overrides_are_told_by_their_whole_names(
    written: str, settings: str, looks: tuple[tuple[str, bool], ...], unknown: tuple[str, ...]
) -> None:
    override = parse_override(written)
    assert (override.settings, override.looks, override.unknown) == (settings, looks, unknown)


def test_a_text_without_such_markup_stays_as_it_is() -> None:
    for text in ("<v Ann>Hi &amp; <i>you</i>", "a &lt;i&gt; b", "1 &lt; 2", "{x} \\n", "", "<b>x"):
        reader = Reader(tags=False)
        reader.read(text)
        assert not reader.found
        assert not reader.lost
    for text in ("<b>x</b> {\\an8}y {b}z", "R&D", "a\\nb", "<font color=red>x"):
        assert find_pieces(text) == []


def test_text_that_would_become_a_tag_stays() -> None:
    text = "write &lt;i&gt; for italics"
    assert in_subrip(text, find_pieces(text)) == text


def test_a_document_of_our_own_is_not_interpreted() -> None:
    made = captious.read(vtt("a &lt;br> b &amp;lt; c")).document
    assert made.cues[0].lines == ("a <br> b &lt; c",)
    assert isinstance(made, Document)


def test_a_long_text_takes_time_in_proportion() -> None:
    times = 100_000
    for piece in ("<br", "{\\", "&", "\\", "<c.x ", "{\\i1", "<v "):
        read = Reader(tags=True).read(piece.replace("<", "&lt;") * times)
        assert read.replace("&lt;", "<") == (piece * times).strip()
        assert not find_pieces(piece * times)
    for piece in ("\\N", "<br>"):
        assert not Reader(tags=True).read(piece.replace("<", "&lt;") * times)
        assert len(find_pieces(piece * times)) == times


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize(
    "tag",
    [
        '<span style="color:red">',
        "<span style='font-size:9pt; color: #FF0000;'>",
        '<span foreground="red">',
        "<SPAN FGCOLOR=#ff0000>",
        "<font color=red>",
    ],
)
def test_colours_of_spans_are_kept(tag: str, newline: str) -> None:
    text = f"{tag}Hallo</{tag[1:5]}> da"
    assert converted(srt(text, newline=newline), "vtt") == "<c.red>Hallo</c> da"
    assert converted(srt(text, newline=newline), "srt") == '<font color="#ff0000">Hallo</font> da'


@pytest.mark.parametrize(
    "tag", ['<span style="background-color:red">', '<span background="red">', '<span lang="de">']
)
def test_what_is_no_colour_of_a_text_makes_none(tag: str) -> None:
    assert converted(srt(f"{tag}Hallo</span> da"), "vtt") == "Hallo da"


def test_the_fix_for_spans_keeps_their_colour() -> None:
    text = '<span style="color:cyan">a <span lang="de">b</span> c</span>'
    assert in_subrip(text, find_pieces(text)) == '<font color="#00ffff">a b c</font>'
