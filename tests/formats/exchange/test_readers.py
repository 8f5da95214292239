"""Files as others write them, and what is wrong with broken ones."""

from __future__ import annotations

import json

import pytest

from captious.errors import FormatError
from captious.formats.base import Use
from captious.formats.registry import by_name

TTML_HEAD = (
    '<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xmlns:tts="http://www.w3.org/ns/ttml#styling" '
    'xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="en" '
)
SCC_FILE = """\
Scenarist_SCC V1.0

00:00:01;00\t9420 9420 9470 9470 c8e5 ecec ef2c 20f7 eff2 ecc4 2180 942f 942f

00:00:03;00\t942c 942c

00:00:04;00\t9420 9420 9140 9140 91ae 91ae 5365 e3ef 6e64 942f 942f

00:00:06;00\t942c 942c
"""


def read(name: str, text: str) -> list[tuple[int, int, str, str | None, str]]:
    document = by_name(name, Use.READ).read(text).document
    return [(cue.start_ms, cue.end_ms, cue.text, cue.speaker, cue.settings) for cue in document.cues]


def lost(name: str, text: str) -> list[str]:
    return [str(loss) for loss in by_name(name, Use.READ).read(text).losses]


def ttml(body: str, *, head: str = "", attributes: str = "") -> str:
    return f"{TTML_HEAD}{attributes}><head>{head}</head><body>{body}</body></tt>"


def test_ttml_times_of_nested_elements() -> None:
    text = ttml(
        '<div begin="10s"><p begin="1s" end="00:00:03:12">a</p><p begin="4s" dur="2s">b</p></div>'
        '<div timeContainer="seq"><p dur="1s">c</p><p dur="1.5s">d</p></div>'
        '<div end="21s"><p begin="20s"><span begin="0s" end="0.5s">e</span> '
        '<span begin="500ms" dur="1h">f</span></p></div>',
        attributes='ttp:frameRate="24" ttp:frameRateMultiplier="1000 1001"',
    )
    assert [(start, end, said) for start, end, said, *_ in read("ttml", text)] == [
        (0, 1000, "c"),
        (1000, 2500, "d"),
        (11000, 13500, "a"),  # 3 s and 12 frames at 23.976
        (14000, 16000, "b"),
        (20000, 20500, "e"),
        (20500, 21000, "f"),
    ]


def test_ttml_frames_and_ticks() -> None:
    text = ttml(
        '<div><p begin="25f" end="20000000t">x</p></div>',
        attributes='ttp:frameRate="25" ttp:tickRate="10000000"',
    )
    assert read("ttml", text) == [(1000, 2000, "x", None, "")]


def test_ttml_looks_regions_and_speakers() -> None:
    head = (
        '<metadata><ttm:agent xml:id="a"><ttm:name type="full">Ann  Lee</ttm:name></ttm:agent></metadata>'
        '<styling><style xml:id="i" tts:fontStyle="italic"/>'
        '<style xml:id="iy" style="i" tts:color="#FFFF00FF"/></styling>'
        '<layout><region xml:id="top" tts:displayAlign="before"><style tts:origin="10% 5%"/>'
        '<style tts:extent="80% 20%"/></region>'
        '<region xml:id="low" tts:origin="10% 80%" tts:extent="80% 15%" tts:displayAlign="after"/></layout>'
    )
    body = (
        '<div><p begin="1s" end="2s" region="top" ttm:agent="a">One <span style="iy">two</span>\n   <br/> three</p>'
        '<p begin="2s" end="3s" region="low" tts:fontWeight="bold">R&amp;D &lt;x&gt;</p>'
        '<p begin="3s" end="4s" tts:textAlign="left"><span tts:color="orange">odd</span></p></div>'
    )
    assert read("ttml", ttml(body, head=head)) == [
        (1000, 2000, "<v Ann Lee>One <c.yellow><i>two</i></c>\nthree", "Ann Lee", "line:0"),
        (2000, 3000, "<b>R&amp;D &lt;x></b>", None, ""),
        (3000, 4000, "odd", None, "align:left"),
    ]
    assert lost("ttml", ttml(body, head=head)) == [
        "colours other than WebVTT's eight in 1 cue, cue 3 (orange)"
    ]


def test_ttml_of_drafts_and_white_space() -> None:
    text = ttml('<div><p xml:space="preserve" begin="1s" end="2s">a  b\nc</p></div>').replace(
        "http://www.w3.org/ns/ttml", "http://www.w3.org/2006/10/ttaf1"
    )
    assert read("ttml", text) == [(1000, 2000, "a b\nc", None, "")]


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("<tt", "not well-formed XML", 1),
        ("<a/>", "not TTML: the root element is <a>", 1),
        (ttml("\n<div><p begin='soon'>x</p></div>"), "begin: invalid TTML time: 'soon'", 3),
        (ttml(""), "no captions in this TTML file", None),
        (
            '<!DOCTYPE tt [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
            + TTML_HEAD.split("\n", 1)[1]
            + '><body><div><p begin="1s" end="2s">&b;</p></div></body></tt>',
            "custom entities",
            1,
        ),
    ],
)
def test_broken_ttml(text: str, message: str, line: int | None) -> None:
    with pytest.raises(FormatError, match=message) as caught:
        read("ttml", text)
    assert caught.value.line == line


def test_ttml_reads_no_other_file(tmp_path: object) -> None:
    text = '<!DOCTYPE tt [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + TTML_HEAD.split("\n", 1)[1]
    with pytest.raises(FormatError):
        read("ttml", text + '><body><div><p begin="1s" end="2s">&x;</p></div></body></tt>')


def test_scc_is_read_with_its_italics() -> None:
    cues = read("scc", SCC_FILE)
    assert [cue[2] for cue in cues] == ["Hello, worlD!", "<i>Second</i>"]
    # the second caption stands in the first row
    assert [cue[4] for cue in cues] == ["", "line:0"]
    assert all(start < end for start, end, *_ in cues)
    with pytest.raises(FormatError, match="does not start with Scenarist_SCC"):
        read("scc", "hello")


ASS_FILE = """\
[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, \
StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,Arial,20,&H00FFFFFF,&H000000FF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,2,2,2,10,10,10,1
Style: Sign,Arial,20,&H0000FFFF,&H000000FF,&H00000000,&H00000000,0,-1,0,0,100,100,0,0,1,2,2,8,10,10,10,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:04.00,0:00:05.50,Sign,,0,0,0,,EXIT, please
Dialogue: 0,0:00:01.00,0:00:03.00,Default,Ann Lee,0,0,0,,{\\i1}Hello{\\i0}\\Nthere\\hyou {\\c&H00FF00&}now{\\fad(1,2)}
Comment: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,a note
Dialogue: 0,0:00:06.00,0:00:07.00,Default,,0,0,0,,{\\p1}m 0 0 l 1 1{\\p0}
Dialogue: 0,0:00:08.00,0:00:09.00,Default,,0,0,0,,{note}\\{kept\\}
"""


def test_ass_text_times_speakers_and_looks() -> None:
    assert read("ass", ASS_FILE) == [
        (1000, 3000, "<v Ann Lee><i>Hello</i>\nthere\u00a0you <c.lime>now</c>", "Ann Lee", ""),
        (4000, 5500, "<c.yellow><i>EXIT, please</i></c>", None, "line:0"),
        (8000, 9000, "{kept}", None, ""),
    ]
    assert lost("ass", ASS_FILE) == [
        "effects in 1 cue, cue 1 (\\fad(1,2))",
        "comments in 1 cue, cue 3 (a note)",
        "drawings in 1 cue, cue 3",
        "comments within text in 1 cue, cue 3 (note)",
    ]


def test_sbv_and_its_line_breaks() -> None:
    text = "0:00:01.000,0:00:02.500\n>> ALICE: Hi[br]there\n\n\n0:00:03.000,0:00:04.000\nR&D\n"
    assert read("sbv", text) == [
        (1000, 2500, ">> ALICE: Hi\nthere", None, ""),
        (3000, 4000, "R&amp;D", None, ""),
    ]
    with pytest.raises(FormatError, match="expected the times of a cue: 'soon'") as caught:
        read("sbv", "0:00:01.000,0:00:02.500\nx\n\nsoon\n")
    assert (caught.value.line, caught.value.column) == (4, 1)


def test_podcast_json_of_phrases() -> None:
    data = {
        "version": "1.0.0",
        "segments": [
            {"speaker": "Ann", "startTime": 0.5, "endTime": 2, "body": "Hello\nyou"},
            {"startTime": 3, "body": "No end"},
            {"speaker": "", "startTime": 4.25, "body": "Last"},
        ],
    }
    assert read("json", json.dumps(data)) == [
        (500, 2000, "<v Ann>Hello\nyou", "Ann", ""),
        (3000, 4250, "No end", None, ""),
        (4250, 5250, "Last", None, ""),
    ]


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("{", "not JSON", 1),
        ("[]", "without segments", None),
        ('{"segments": [{"startTime": 1}]}', "segment 1 has no body", None),
        ('{"segments": [{"startTime": "x", "body": "a"}]}', "segment 1 has no startTime in seconds", None),
        ('{"segments": []}', "no captions", None),
    ],
)
def test_broken_podcast_json(text: str, message: str, line: int | None) -> None:
    with pytest.raises(FormatError, match=message) as caught:
        read("json", text)
    assert caught.value.line == line


def test_podcast_html() -> None:
    text = (
        "<cite>Ann:</cite>\n<time>0:00</time>\n<p>Hello &amp; welcome.</p>\n"
        "<cite>Bob:</cite><time>1:02:03</time><p>Yes.<br>No.</p>"
    )
    assert read("html", text) == [
        (0, 3723000, "<v Ann>Hello &amp; welcome.", "Ann", ""),
        (3723000, 3726000, "<v Bob>Yes. No.", "Bob", ""),
    ]
    with pytest.raises(FormatError, match="not a time: 'soon'") as caught:
        read("html", "<cite>Ann:</cite>\n <time>soon</time><p>x</p>")
    assert caught.value.line == 2


def test_tables_in_any_order_of_columns() -> None:
    text = 'Text,Start,End,note\n"Hello, ""you""\nthere",0:01,2.5,x\n,3,4,\n'
    assert read("csv", text) == [
        (1000, 2500, 'Hello, "you"\nthere', None, ""),
        (3000, 4000, "", None, ""),
    ]
    assert read("tsv", "start\tend\tspeaker\ttext\n00:00:01,250\t2\tAnn\tHi\n") == [
        (1250, 2000, "<v Ann>Hi", "Ann", "")
    ]


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("a,b\n1,2\n", "no column start and no column end and no column text", 1),
        ("start,end,text\n1,soon,x\n", "end: not a time: 'soon'", 2),
        ('start,end,text\n1,2,"x\n', "not CSV", 2),
        ("start,end,text\n", "no captions in this CSV file", None),
    ],
)
def test_broken_tables(text: str, message: str, line: int | None) -> None:
    with pytest.raises(FormatError, match=message) as caught:
        read("csv", text)
    assert caught.value.line == line
