"""One issue each, planted in a clean file: the rules that are always on find it, it alone, and where it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from captious.checks.settings import CheckSettings, check_reading
from captious.formats.registry import format_by_name
from captious.style import load_style

SRT = """\
1
00:00:01,000 --> 00:00:04,000
Good morning to all of you.

2
00:00:05,000 --> 00:00:09,000
Today we talk about maps.
They hang on every wall.

3
00:00:10,000 --> 00:00:13,500
They are older than writing.
"""

VTT = """\
WEBVTT

STYLE
::cue { color: white }

REGION
id:top
width:80%

NOTE Checked twice.

first
00:00:01.000 --> 00:00:04.000 align:start
<v Ann>Good morning to all of you.</v>

00:00:05.000 --> 00:00:09.000 region:top
<v Ann>Today we talk about <i>maps</i>.
They hang on every wall.</v>

last
00:00:10.000 --> 00:00:13.500
<v Ann>They are older &amp; wiser than writing.</v>
"""


@dataclass(frozen=True)
class Plant:
    """What is replaced by what in a clean file (once), and what is found then."""

    format: str
    old: str
    new: str
    code: str
    line: int
    column: int


def srt(old: str, new: str, code: str, line: int, column: int) -> Plant:
    return Plant("srt", old, new, code, line, column)


def vtt(old: str, new: str, code: str, line: int, column: int) -> Plant:
    return Plant("vtt", old, new, code, line, column)


ARROWS = ("→", "⇒", "=>", "==", "->>", "-- >", "--&gt;", "－－＞", "—", "|", "to", "bis", "/")

PLANTS = (
    srt("2\n00:00:05", "00:00:05", "SRT001", 5, 1),
    srt("1\n00:00:01", "#1\n00:00:01", "SRT002", 1, 1),
    srt("2\n00:00:05", "2.\n00:00:05", "SRT002", 5, 1),
    srt("\n3\n00:00:10", "\n2\n00:00:10", "SRT003", 10, 1),
    srt("\n3\n00:00:10", "\n4\n00:00:10", "SRT004", 10, 1),
    srt("1\n00:00:01", "1\n\n00:00:01", "SRT005", 2, 1),
    srt("\n3\n00:00:10", "\n3\n\n00:00:10", "SRT005", 11, 1),
    srt("04,000", "04.000", "SRT006", 2, 26),
    srt("13,500", "13:500", "SRT006", 11, 26),
    srt("13,500", "13,5", "SRT007", 11, 27),
    srt("05,000", "05,0000", "SRT007", 6, 10),
    srt("00:00:05,000", "0:00:05,000", "SRT008", 6, 1),
    srt("00:00:09,000", "00:09,000", "SRT008", 6, 18),
    srt("00:00:13,500", "00:00:13, 500", "SRT008", 11, 18),
    srt("04,000", "04", "SRT008", 2, 18),
    srt("00:00:10,000 --> 00:00:13,500", "00:00:58,000 --> 00:00:61,500", "SRT009", 11, 18),
    srt("00:00:05,000 --> ", "00:00:05,000-->", "SRT011", 6, 13),
    srt("01,000 -->", "01,000 ->", "SRT011", 2, 13),
    srt("00:00:09,000", "00:00:09,000 align:start", "SRT012", 6, 30),
    srt("you.\n\n2", "you.\n2", "SRT013", 4, 1),
    srt("maps.\nThey", "maps.\n\nThey", "SRT014", 8, 1),
    srt("09,000\nToday", "09,000\n\n\nToday", "SRT014", 7, 1),
    srt("They hang on every wall.", "00:00:0l,000 --> 00:00:05,000", "SRT015", 8, 1),
    *(srt("05,000 --> 00", f"05,000 {sign} 00", "SRT015", 6, 1) for sign in ARROWS),
    srt("00:00:05,000 --> ", "00:00:05,000 ", "SRT015", 5, 1),
    srt("2\n00:00:05,000 --> ", "00:00:05,000\t", "SRT015", 5, 1),
    srt("00:00:10,000 --> 00:00:13,500", "00:00:10,000 -->", "SRT015", 11, 1),
    srt("00:00:10,000 --> 00:00:13,500", "00:00:10,000", "SRT015", 11, 1),
    srt("00:00:05,000 --> 00", "--> 00", "SRT015", 6, 1),
    srt("00:00:05,000 --> 00:00:09,000", "-->", "SRT015", 6, 1),
    srt(" --> 00:00:13,500\nThey are older than writing.\n", " --\n", "SRT015", 11, 1),
    srt("00:00:10,000 --> 00:00:13,500\nThey are older than writing.\n", "", "SRT015", 10, 1),
    srt("00:00:05,000 --> 00:00:09,000\n", "", "SRT015", 5, 1),
    srt("1\n00:00:01,000 --> 00:00:04,000\n", "1\n", "SRT015", 1, 1),
    srt("\n3\n00:00:10", "\n3\n\n3\n00:00:10", "SRT015", 10, 1),
    srt("00:00:05,000 --> 00:00:09,000", "00.00.05.000 --> 00.00.09.000", "SRT015", 6, 1),
    srt("00:00:05,000 --> 00:00:09,000", "00:00:05:000: --> 00:00:O9,000", "SRT015", 6, 1),
    srt("00:00:13,500", "00:00:13,5OO", "SRT015", 11, 1),
    srt("00:00:13,500", "00:00\x1213,500", "SRT015", 11, 1),
    srt("00:00:13,500", "00:00:13\x01500", "SRT015", 11, 1),
    srt("00:00:05,000 --> ", "２: 00:00:05,000 --> ", "SRT015", 6, 1),
    srt("2\n00:00:05", "2 00:00:05", "SRT015", 5, 1),
    srt("you.\n\n2\n00:00:05,000 -->", "you.\n2\n00:00:05,000 =>", "SRT015", 5, 1),
    srt("13,500", "13,500" + " 00:00:13,500 -->", "SRT012", 11, 30),
    srt("1\n00:00:01", "Maps\n\n1\n00:00:01", "SRT016", 1, 1),
    srt("2\n00:00:05", "-2\n00:00:05", "SRT002", 5, 1),
    srt("2\n00:00:05", "Nr. 2\n00:00:05", "SRT002", 5, 1),
    srt("2\n00:00:05", "2 # map\n00:00:05", "SRT002", 5, 1),
    srt("2\n00:00:05", "II\n00:00:05", "SRT002", 5, 1),
    srt("2\n00:00:05", "２\n00:00:05", "SRT002", 5, 1),
    srt("1\n00:00:01", "ï»¿1\n00:00:01", "FIL012", 1, 1),
    srt("wall.\n\n", "wall.\n\n\n\n", "SRT017", 10, 1),
    srt("1\n00:00:01", "\n1\n00:00:01", "SRT017", 1, 1),
    srt("maps", "ma\u200bps", "FIL003", 7, 23),
    srt("maps", "ma\x07ps", "FIL003", 7, 23),
    srt("\n2\n", "\n\ufeff2\n", "FIL003", 5, 1),
    srt("maps.\n", "maps.\r", "FIL004", 1, 1),
    srt(SRT, "\n", "FIL006", 1, 1),
    srt("writing.\n", "writing.", "FIL007", 12, 29),
    srt("maps", "ma\0ps", "FIL009", 7, 23),
    srt("writing.\n", "writing.\n\n\n", "FIL010", 13, 1),
    srt("1\n00:00:01", "1 \n00:00:01", "FIL011", 1, 2),
    srt("13,500\n", "13,500\t\n", "FIL011", 11, 30),
    srt("00:00:04,000", "00:00:05,200", "TIM003", 2, 1),
    srt("morning", "morning, good evening, good night, good day", "LAY001", 3, 1),
    vtt("WEBVTT\n", "webvtt\n", "VTT001", 1, 1),
    vtt("WEBVTT\n\n", "\nWEBVTT\n\n", "VTT001", 1, 1),
    vtt(VTT, "WEBVTT\n00:00:01.000 --> 00:00:04.000\nGood morning.\n", "VTT002", 2, 1),
    vtt("13.500", "13,500", "VTT003", 21, 26),
    vtt("00:00:05.000", "00:0:05.000", "VTT003", 16, 4),
    vtt("00:00:04.000", "00:00:64.000", "VTT003", 13, 24),
    vtt("wall.</v>\n\nlast\n", "wall.</v>\n", "VTT004", 19, 1),
    vtt("you.</v>\n\n", "you.</v>\n  \n", "VTT004", 16, 1),
    vtt("wall.</v>\n\nlast\n", "wall.</v>\n\nlast\n\n", "VTT005", 20, 1),
    vtt("\nfirst\n", "\nChecked again.\n\nfirst\n", "VTT005", 12, 1),
    vtt("\nlast\n", "\nSTYLE\n::cue(i) { color: red }\n\nlast\n", "VTT006", 20, 1),
    vtt("Checked twice.", "Checked --> twice.", "VTT007", 10, 1),
    vtt("twice.\n\nfirst\n", "twice.\nWell, thrice.\n", "VTT007", 12, 1),
    vtt("05.000 --> 00", "05.000 -->00", "VTT008", 16, 1),
    vtt("align:start", "align:start align:end", "VTT009", 13, 43),
    vtt("align:start", "align:middle", "VTT010", 13, 31),
    vtt("align:start", "line:5 align:start line-height:3", "VTT011", 13, 50),
    vtt("region:top", "region:tip", "VTT012", 16, 31),
    vtt("width:80%", "width:80% lines:two", "VTT013", 8, 11),
    vtt("<i>maps</i>", "<em>maps", "VTT014", 17, 28),
    vtt("wall.</v>", "wall.</b></v>", "VTT015", 18, 25),
    vtt("wall.</v>", "<b>wall.", "VTT016", 18, 20),
    vtt("wall.</v>", "wall. 1 < 2", "VTT017", 18, 28),
    vtt("<v Ann>They", "<v Ann>Well,</v> <v>they", "VTT018", 22, 18),
    vtt("They hang", "<v Bob>They hang</v>", "VTT019", 18, 1),
    vtt("<i>maps", "<i class=x>maps", "VTT020", 17, 28),
    vtt("&amp;", "&", "VTT021", 22, 23),
    vtt("hang", "hang <0:05> up", "VTT022", 18, 11),
    vtt("hang", "hang <00:00:19.000>up", "VTT023", 18, 11),
    vtt("\nlast\n", "\nfirst\n", "VTT024", 20, 1),
    vtt("WEBVTT\n\nSTYLE", "WEBVTT\nSTYLE", "VTT025", 2, 1),
    vtt("older", "ol\u00adder", "FIL003", 22, 19),
    vtt("first\n", "first\r", "FIL004", 1, 1),
    vtt(VTT, "WEBVTT\n", "FIL006", 1, 1),
    vtt("writing.</v>\n", "writing.</v>", "FIL007", 22, 52),
    vtt("older", "ol\0der", "FIL009", 22, 19),
    vtt("writing.</v>\n", "writing.</v>\n\n\n", "FIL010", 23, 1),
    vtt("align:start", "align:start  ", "FIL011", 13, 42),
    # a header that players do not find
    vtt("WEBVTT\n\n", "", "VTT001", 1, 1),
    vtt("WEBVTT\n", "WEB VTT\n", "VTT001", 1, 1),
    vtt("WEBVTT\n", "WEBVTT: Talk\n", "VTT001", 1, 1),
    vtt("WEBVTT\n", "WEBVT\n", "VTT001", 1, 1),
    vtt("WEBVTT\n", "\u200bWEBVTT\n", "VTT001", 1, 1),
    vtt("WEBVTT\n", "WEB\u00adVTT\n", "VTT001", 1, 1),
    vtt("WEBVTT\n", "\ufeff\ufeffWEBVTT\n", "VTT001", 1, 1),
    vtt("WEBVTT\n", "ï»¿WEBVTT\n", "VTT001", 1, 1),
    vtt("WEBVTT\n", "\x01WEBVTT\n", "VTT001", 1, 1),
    vtt("WEBVTT\n", "\0WEBVTT\n", "VTT001", 1, 1),
    vtt("WEBVTT\n", "\xa0WEBVTT\n", "VTT001", 1, 1),
    vtt("WEBVTT\n", "NOTE Talk\n\nWEBVTT\n", "VTT001", 1, 1),
    # times that cannot be read, or that are missing
    vtt("00:00:05.000 -->", "00:00:05.000 ->", "VTT003", 16, 14),
    vtt("00:00:05.000 -->", "00:00:05.000 →", "VTT003", 16, 14),
    vtt("00:00:05.000 -->", "00:00:05.000 --&gt;", "VTT003", 16, 14),
    vtt("00:00:05.000 -->", "00:00:05.000 ==", "VTT003", 16, 14),
    vtt("00:00:05.000 -->", "00:00:05,000 - ->", "VTT003", 16, 14),
    vtt("00:00:05.000 -->", "00:00:05.000", "VTT003", 16, 1),
    vtt("00:00:05.000 --> 00:00:09.000 region:top", "00:00:05.000 ->", "VTT003", 16, 14),
    vtt("00:00:05.000 --> 00:00:09.000 region:top", "00:00:05.000 -->", "VTT003", 16, 17),
    vtt("00:00:05.000 --> 00:00:09.000 region:top", "00:00:05.000", "VTT003", 16, 1),
    vtt("00:00:05.000 --> 00:00:09.000", "--> 00:00:09.000", "VTT003", 16, 1),
    vtt("00:00:05.000 --> 00:00:09.000", "-> 00:00:09.000", "VTT003", 16, 1),
    vtt("00:00:05.000 --> 00:00:09.000", "00.00.05.000 --> 00.00.09.000", "VTT003", 16, 3),
    vtt("00:00:05.000 --> 00:00:09.000", "00:00:05.000 --> 00:00:O9.000", "VTT003", 16, 24),
    vtt("00:00:05.000 --> 00:00:09.000", "00:00:0S.000 -> 00:00:09.000", "VTT003", 16, 14),
    vtt("00:00:13.500", "13.500", "VTT003", 21, 20),
    vtt("you.</v>\n\n00:00:05.000 -->", "you.</v>\n00:00:05.000 ->", "VTT003", 15, 14),
    vtt(VTT[VTT.index("00:00:10.000") :], "00:00:10.000 --> 00:", "VTT003", 21, 21),
    vtt(VTT[VTT.index("00:00:10.000") :], "00:00:10.0", "VTT003", 21, 1),
    # blank lines where a player stops to read
    vtt("region:top\n", "region:top\n\n", "VTT026", 17, 1),
    vtt("maps</i>.\n", "maps</i>.\n\n", "VTT026", 18, 1),
    vtt("<i>maps</i>.\n", "<i>maps.\n\n</i>", "VTT026", 18, 1),
    vtt("WEBVTT\n", "WEBVTT\n00:00:00.000 -> 00:00:00.900\nHello\n", "VTT003", 2, 14),
    vtt("maps</i>.\n", "maps</i>.\n\n\n\n", "VTT026", 18, 1),
    vtt("\nlast\n", "\nAnd more of it.\n\nlast\n", "VTT026", 19, 1),
)


def findings(source: str, name: str, **facts: object) -> list[tuple[str, int, int]]:
    reading = format_by_name(name).read(source)
    reading = replace(reading, document=replace(reading.document, **facts))  # type: ignore[arg-type]
    found = check_reading(
        reading, CheckSettings(style=load_style("base"), language="en"), path=f"maps.{name}"
    )
    return [(finding.code, finding.span.line, finding.span.column) for finding in found]


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("name", "source"), [("srt", SRT), ("vtt", VTT)])
def test_the_clean_files_are_clean(name: str, source: str, newline: str) -> None:
    assert findings(source.replace("\n", newline), name) == []


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: f"{plant.code}-{plant.line}-{plant.new[:20]!a}")
def test_a_planted_issue_is_found_where_it_is(plant: Plant, newline: str) -> None:
    clean = {"srt": SRT, "vtt": VTT}[plant.format]
    assert clean.count(plant.old) == 1
    source = clean.replace(plant.old, plant.new).replace("\n", newline)
    assert findings(source, plant.format) == [(plant.code, plant.line, plant.column)]


@pytest.mark.parametrize(
    ("facts", "code"),
    [({"encoding": "utf-16-le", "bom": True}, "FIL001"), ({"bom": True}, "FIL002")],
)
@pytest.mark.parametrize(("name", "source"), [("srt", SRT), ("vtt", VTT)])
def test_an_issue_of_the_bytes_is_found_on_top(
    name: str, source: str, facts: dict[str, object], code: str
) -> None:
    assert findings(source, name, **facts) == [(code, 1, 1)]
