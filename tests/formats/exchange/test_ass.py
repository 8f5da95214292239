"""ASS and SSA: overrides by their full names, styles, karaoke, and the place of everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import captious
from captious.errors import CaptiousError
from captious.formats.base import Reading, Use
from captious.formats.registry import by_name

if TYPE_CHECKING:
    from pathlib import Path

ASS = by_name("ass", Use.READ)
HEAD = """\
[Script Info]
ScriptType: v4.00+
PlayResX: 1280

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, \
StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,Arial,48,&H00FFFFFF,&H000000FF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,2,0,2,25,25,25,1
Style: Song,Arial,48,&H0000FFFF,&H000000FF,&H00000000,&H00000000,-1,-1,0,0,100,100,0,0,1,2,0,8,25,25,25,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


def event(text: str, *, style: str = "Default", layer: str = "0") -> str:
    return f"Dialogue: {layer},0:00:01.00,0:00:03.00,{style},,0,0,0,,{text}\n"


def read(text: str, *, head: str = HEAD, style: str = "Default") -> Reading:
    return ASS.read(head + event(text, style=style))


def texts(reading: Reading) -> list[str]:
    return [cue.text for cue in reading.document.cues]


def lost(reading: Reading) -> list[str]:
    return [str(loss) for loss in reading.losses]


@pytest.mark.parametrize(
    "tag",
    [
        r"\pos(640,50)", r"\pbo-10", r"\bord2", r"\xbord1.5", r"\ybord0", r"\be1", r"\blur4", r"\shad0", r"\xshad2",
        r"\fscx120", r"\fscy80", r"\fsp2", r"\fs32", r"\frz30", r"\fr-5", r"\frx10", r"\fax0.2", r"\fe128",
        r"\iclip(1,2,3,4)", r"\clip(m 0 0 l 9 9)", r"\org(1,2)", r"\move(1,2,3,4)", r"\fad(200,200)", r"\alpha&H40&",
        r"\fade(255,0,255,0,1,2,3)", r"\t(0,200,\fscx120\b1\i1)", r"\fnComic Sans MS", r"\s1", r"\3c&H0000FF&",
        r"\1a&HFF&", r"\q2", r"\p0", r"\unknown(3)", r"\bold1",
    ],
)  # fmt: skip
def test_tags_are_told_by_their_full_names(tag: str) -> None:
    reading = read(f"One {{{tag}}}two")
    assert texts(reading) == ["One two"]
    # what is switched on is not seen, and whatever changes a look or a place is listed
    name = tag[1:4].strip("1234567890(-")
    assert tag in (r"\q2", r"\p0") or any(name in loss for loss in lost(reading)), lost(reading)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        (r"{\i1}a{\i0}b", "<i>a</i>b"),
        (r"{\b1}a{\b}b", "<b>a</b>b"),
        (r"{\b700}a{\b400}b", "<b>a</b>b"),
        (r"{\u1\i1}a{\r}b", "<i><u>a</u></i>b"),
        (r"{\rSong}a{\r}b", "<c.yellow><b><i>a</i></b></c>b"),
        (r"{\c&H00FF00&}a{\c}b", "<c.lime>a</c>b"),
        (r"{\1c&HFFFF00&}a", "<c.cyan>a</c>"),
        (r"a\Nb\hc", "a\nb\u00a0c"),
        (r"a\nb", "a b"),
        (r"{\q2}a\nb", "a\nb"),
        (r"{a comment}a", "a"),
        (r"a {", "a {"),
        (r"a\{b\}", "a{b}"),
        (r"{\p1}m 0 0 l 9 9{\p0}a", "a"),
        (r"{\pos(1,2)}m 0 0 l", "m 0 0 l"),
        (r"C:\temp", r"C:\temp"),
        ("a & b < c", "a &amp; b &lt; c"),
    ],
)
def test_text_and_looks(text: str, cue: str) -> None:
    assert texts(read(text)) == [cue]


def test_soft_breaks_are_breaks_where_the_script_says_so() -> None:
    assert texts(read(r"a\nb", head=HEAD.replace("PlayResX", "WrapStyle: 2\nPlayResX"))) == ["a\nb"]


@pytest.mark.parametrize(
    ("tag", "setting"),
    [
        (r"\an8", "line:0"), (r"\an7", "line:0"), (r"\a6", "line:0"), (r"\an5", "line:50%"), (r"\a10", "line:50%"),
        (r"\an2", ""), (r"\a2", ""), (r"\an2\an8", ""),
    ],
)  # fmt: skip
def test_alignments_place_and_the_first_counts(tag: str, setting: str) -> None:
    assert [cue.settings for cue in read(f"{{{tag}}}a").document.cues] == [setting]
    assert [cue.settings for cue in read("a", style="Song").document.cues] == ["line:0"]


@pytest.mark.parametrize("name", ["k", "K", "kf", "ko"])
def test_karaoke_is_times_within_the_cue(name: str) -> None:
    text = f"{{\\{name}50}}One {{\\{name}25}}two {{\\{name}125}}three"
    assert texts(read(text)) == ["One <00:00:01.500>two <00:00:01.750>three"]


def test_times_within_a_cue_come_back_as_karaoke() -> None:
    vtt = (
        "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nOne <00:00:01.500><i>two</i>\n<00:00:01.757>three\n\n"
        "00:00:04.000 --> 00:00:05.000\nFour <00:00:09.000>five\n"
    )
    made = captious.convert(vtt.encode(), to="ass")
    assert r"{\k50}One {\k26}{\i1}two{\i0}\N{\k124}three" in made.text
    assert ",Four five" in made.text
    assert "times within cues that are out of order in 1 cue, cue 2" in map(str, made.losses)
    back = captious.convert(made.text.encode(), to="vtt").text
    assert "One <00:00:01.500><i>two</i>\n<00:00:01.760>three" in back


def test_karaoke_past_the_end_of_the_cue_is_no_time() -> None:
    assert texts(read(r"{\k500}One {\k10}two")) == ["One two"]


def test_what_is_lost_is_listed_once_with_every_tag() -> None:
    text = HEAD + event(r"{\blur4\fad(1,2)}a{\blur2}", layer="3") + event(r"{\jitter\pos(1,2)}b{why}")
    assert lost(ASS.read(text)) == [
        r"effects in 1 cue, cue 1 (\blur4, \fad(1,2))",
        "layers in 1 cue, cue 1 (3)",
        r"unknown tags in 1 cue, cue 2 (\jitter)",
        r"positions in 1 cue, cue 2 (\pos(1,2))",
        "comments within text in 1 cue, cue 2 (why)",
    ]


def test_cues_are_numbered_as_they_are_written() -> None:
    text = (
        HEAD
        + event("later").replace("0:00:01.00,0:00:03.00", "0:00:05.00,0:00:06.00")
        + event(r"{\blur9}x{\y}")
    )
    reading = ASS.read(text)
    assert lost(reading) == [r"effects in 1 cue, cue 1 (\blur9)", r"unknown tags in 1 cue, cue 1 (\y)"]
    assert [one.cue for one in reading.findings] == [1]


def test_line_ends_of_two_kinds_are_made_one() -> None:
    source = (
        HEAD + event("a") + event("b").replace("0:00:01.00,0:00:03.00", "0:00:05.00,0:00:06.00")
    ).replace("\n", "\r\n", 20)
    mixed = source.replace("ScriptType: v4.00+\r\n", "ScriptType: v4.00+\n")
    assert captious.fix(mixed.encode(), isolated=True, select="FIL004").source == source


def test_sections_besides_captions_are_listed() -> None:
    text = (
        HEAD
        + event("a")
        + "\n[Fonts]\nfontname: x.ttf\nDialogue: 0,0:00:09.00\n\n[Graphics]\nfilename: y.png\n"
    )
    reading = ASS.read(text.replace("PlayResX", "Timer: 99.9\nPlayResX"))
    assert texts(reading) == ["a"]
    assert lost(reading) == ["embedded fonts", "embedded graphics", "the speed of the clock (Timer: 99.9)"]


def test_ssa_of_version_4() -> None:
    text = (
        "[Script Info]\nScriptType: v4.00\n\n[V4 Styles]\n"
        "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, TertiaryColour, BackColour, Bold, Italic, "
        "BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, AlphaLevel, Encoding\n"
        "Style: Default,Arial,20,65535,0,0,0,-1,0,1,1,0,6,10,10,10,0,0\n\n[Events]\n"
        "Format: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        "Dialogue: Marked=0,0:00:01.00,0:00:02.50,*Default,Ann,0000,0000,0000,,{\\a2}One, two\n"
        "Picture: Marked=0,0:00:01.00,0:00:02.50,*Default,,0,0,0,,x.bmp\n"
    )
    reading = ASS.read(text)
    assert [(cue.start_ms, cue.end_ms, cue.speaker, cue.settings) for cue in reading.document.cues] == [
        (1000, 2500, "Ann", "")
    ]
    assert texts(reading) == ["<v Ann><c.yellow><b>One, two</b></c>"]
    assert lost(reading)[0].startswith("pictures, sounds and commands in 1 cue, cue 2 (picture: Marked=0")


def test_events_that_cannot_be_read_are_listed_with_their_words() -> None:
    text = (
        HEAD
        + "Dialogue: 0,soon,0:00:03.00,Default,,0,0,0,,Lost words\nDialogue: 0,0:00:03.00,x\n"
        + event("a")
    )
    reading = ASS.read(text)
    assert texts(reading) == ["a"]
    assert lost(reading) == ['events that cannot be read in 1 cue, cue 1 ("Lost words")']
    assert [one.code for one in reading.findings] == ["ASS003", "ASS002"]


def test_what_stands_among_events_or_elsewhere_is_read_or_listed() -> None:
    text = HEAD + event("One") + "two\n\n[Lost Section]\n" + event("three").replace("0:00:0", "0:01:0")
    reading = ASS.read(text)
    assert texts(reading) == ["One", "three"]
    assert lost(reading) == ['lines that are no events ("two")']
    assert [one.code for one in reading.findings] == ["ASS008", "ASS001"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_kept(encoding: str) -> None:
    text = HEAD + event("Café  déjà vu")
    name = None if encoding != "cp1252" else encoding
    made = captious.fix(text.encode(encoding), isolated=True, select="TXT002", encoding=name)
    assert made.data == text.replace("Café  ", "Café ").encode(encoding)


def test_a_wrong_name_is_one_finding(tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_text(HEAD + event("One two three."), encoding="utf-8")
    (found,) = captious.check(path, isolated=True).findings
    assert (found.code, found.span.line) == ("FIL005", 1)
    assert "the content is Advanced SubStation Alpha" in found.message


def test_a_file_without_dialogue_is_refused() -> None:
    with pytest.raises(CaptiousError, match="no captions in this ASS file"):
        ASS.read(HEAD)


CODES = st.sampled_from([
    "{", "}", "\\", "\\N", "\\n", "\\h", "{\\i1}", "{\\i0}", "{\\k20}", "{\\pos(1,2)}", "{\\c&HFF&}", "{note}", "word",
    " ", ",", "<b>", "&amp;", "\\{", "\\}", "{\\t(0,1,\\fs2)}", "{\\p0}", "\u2060", "ü", "{\\r}", "{\\an8}",
])  # fmt: skip
TEXT = st.lists(CODES, min_size=1, max_size=12).map("".join)


@settings(max_examples=300)
@given(text=TEXT)
def test_no_letter_outside_of_braces_is_lost(text: str) -> None:
    reading = read(f"x{text}")
    # what is in braces is no text, whatever it is
    closed = text.rfind("}") + 1
    shown, depth = "", False
    place = 0
    while place < len(text):
        if text[place : place + 2] in ("\\{", "\\}", "\\N", "\\n", "\\h") and not depth:
            place += 2
            continue
        depth = (depth or (text[place] == "{" and place < closed)) and text[place] != "}"
        shown += text[place] if not depth and text[place].isalpha() else ""
        place += 1
    seen = "".join(
        char for cue in reading.document.cues for line in cue.lines for char in line if char.isalpha()
    )
    assert seen == "x" + shown


@settings(max_examples=200)
@given(events=st.lists(TEXT, min_size=1, max_size=4), newline=st.sampled_from(["\n", "\r\n"]))
def test_a_fix_changes_times_and_shown_characters_only(events: list[str], newline: str) -> None:
    lines = [
        f"Dialogue: 0,0:00:{second:02d}.00,0:00:{second + 2:02d}.50,Default,A b,0,0,5,fx,  {text}"
        for second, text in enumerate((f"Word  {text}" for text in events), 1)
    ]
    source = HEAD.replace("\n", newline) + newline.join(
        ["; a comment", *lines, "Comment: 0,0:00:01.00,0:00:02.00,,,0,0,0,,  kept", "[Other]", "x  y "]
    )
    fixed = captious.fix(
        source.encode(), unsafe=True, isolated=True, style="netflix-en", language="en"
    ).source
    before, after = source.split(newline), fixed.split(newline)
    fields = [line.split(",", 9) for line in before if line.startswith("Dialogue")]
    others = [line for line in before if not line.startswith("Dialogue")]
    assert [line for line in after if not line.startswith("Dialogue")] == others
    kept = [line.split(",", 9) for line in after if line.startswith("Dialogue")]
    assert len(kept) <= len(fields)
    assert all(one[:1] + one[3:9] == ["Dialogue: 0", "Default", "A b", "0", "0", "5", "fx"] for one in kept)
    if len(kept) == len(fields):
        for old, new in zip(fields, kept, strict=True):
            assert blocks(new[9]) == blocks(old[9])


def blocks(text: str) -> list[str]:
    from captious.formats.exchange.ass.tags import pieces

    return [piece.value for piece in pieces(text) if piece.kind == "block"]


def test_findings_have_their_line_and_fixes_leave_everything_else(tmp_path: object) -> None:
    source = (
        HEAD + event(r"{\an8\blur3}Hello  there{why} , you\Nand me") + "Comment: 0,x\n[Fonts]\nabc  \n"
    ).replace("\n", "\r\n")
    data = b"\xef\xbb\xbf" + source.encode()
    made = captious.fix(data, isolated=True, unsafe=True)
    wanted = source.replace(r"Hello  there{why} , you\Nand me", r"Hello there{why}, you and me")
    assert made.data == b"\xef\xbb\xbf" + wanted.encode()
    found = captious.check(data, isolated=True).findings
    line = source[: source.index("Dialogue")].count("\n") + 1
    assert {one.span.line for one in found} == {line}
    assert ("TXT002", source.index("  there")) in {(one.code, one.span.start) for one in found}


def test_times_are_moved_in_place() -> None:
    source = HEAD + event(r"{\k20}a {\k30}b") + "Dialogue: 0,00:00:04.00,00:00:05.00,Default,,0,0,0,,c\n"
    made = captious.retime(source.encode(), shift_ms=1504)
    assert made.source == source.replace("0:00:01.00,0:00:03.00", "0:00:02.50,0:00:04.50").replace(
        "00:00:04.00,00:00:05.00", "00:00:05.50,00:00:06.50"
    )


def test_karaoke_is_stretched_with_its_cue() -> None:
    source = HEAD + event(r"{\k33}a {\kf33\i1}b {\ko34}c {\K100\blur2}d")
    made = captious.retime(source.encode(), factor=1.1).source
    assert made.endswith(
        "0:00:01.10,0:00:03.30,Default,,0,0,0,,{\\k36}a {\\kf37\\i1}b {\\ko37}c {\\K110\\blur2}d\n"
    )
    assert captious.retime(source.encode(), shift_ms=1000).source == source.replace(
        "0:00:01.00,0:00:03.00", "0:00:02.00,0:00:04.00"
    )


def test_no_rule_asks_for_the_notation_of_another_format() -> None:
    text = (
        HEAD
        + event("Ann: Hello there.")
        + event("Bob: Hi.").replace("0:00:01.00,0:00:03", "0:00:04.00,0:00:06")
    )
    for style in ("podcast", "bbc", "netflix-en", "youtube"):
        found = captious.check(text.encode(), isolated=True, style=style).findings
        assert not [
            one for one in found if "WebVTT" in one.message or "<v" in one.message or "SubRip" in one.message
        ]
        assert not [one for one in found if one.code[:3] in ("SRT", "VTT")]


def test_signs_elsewhere_may_overlap() -> None:
    text = HEAD + event("One two three.") + event(r"{\pos(10,10)}EXIT", layer="1")
    assert "TIM003" not in {one.code for one in captious.check(text.encode(), isolated=True)}
    text = HEAD + event("One two three.") + event("EXIT")
    assert "TIM003" in {one.code for one in captious.check(text.encode(), isolated=True)}
