"""What a viewer sees otherwise after a fix, and what a safe fix may change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from captious.checks.model import Change
from captious.fixing.contract import viewer_sees
from captious.formats.registry import format_by_name

if TYPE_CHECKING:
    from captious.core.document import Document

RLE, PDF, RLM, NBSP = "\u202b", "\u202c", "\u200f", "\u00a0"


def srt(*texts: str, times: str = "00:00:01,000 --> 00:00:04,000") -> Document:
    """Cues of SubRip; those after the first are later."""
    blocks = []
    for number, text in enumerate(texts):
        line = times if not number else f"00:00:{10 * number:02d},000 --> 00:00:{10 * number + 4:02d},000"
        blocks.append(f"{number + 1}\n{line}\n{text}\n\n")
    return format_by_name("srt").read("".join(blocks)).document


def vtt(text: str, settings: str = "", head: str = "") -> Document:
    times = f"00:01.000 --> 00:04.000 {settings}".rstrip()
    return format_by_name("vtt").read(f"WEBVTT\n\n{head}{times}\n{text}\n").document


def breaches(before: Document, after: Document, changes: Change = Change.NOTHING) -> list[str]:
    return [breach.what for breach in viewer_sees(before, after, changes=lambda _: changes)]


SAME = [
    ("leading and trailing spaces", "  Well, go. ", "Well, go."),
    ("doubled spaces", "Well,  go.", "Well, go."),
    ("two rows made one", "Well,\ngo.", "Well, go."),
    ("a row broken at a space", "Well, go.", "Well,\ngo."),
    ("a blank line within the text", "Well,\n \ngo.", "Well,\ngo."),
    ("characters without a glyph", "We\u200bll, \u00adgo.\u0007", "Well, go."),
    ("a tag closed where the cue ends", "<i>Well, go.", "<i>Well, go.</i>"),
    ("an end tag without a start tag", "Well,</i> go.", "Well, go."),
    ("a break after a hyphen", "a self-made man", "a self-\nmade man"),
    ("rows joined at a hyphen", "a self-\nmade man", "a self-made man"),
    ("Japanese rows joined", "私は\n学生です。", "私は学生です。"),
    ("a Japanese row broken", "私は学生です。", "私は\n学生です。"),
    ("an ideographic space for a break", "黒　白", "黒\n白"),
    ("two speakers on rows of their own", "- Go.\n- No.", " - Go.\n- No."),
]


@pytest.mark.parametrize(("before", "after"), [case[1:] for case in SAME], ids=[case[0] for case in SAME])
def test_a_viewer_sees_the_same(before: str, after: str) -> None:
    assert breaches(srt(before), srt(after)) == []


OTHER = [
    ("a word", "Well, go.", "Well, do.", "text"),
    ("a quotation mark", ",,Well” he said.", ",Well” he said.", "text"),
    ("a dash", "— who, instead, went.", "who, instead, went.", "text"),
    ("a space gone before a mark", "least ,that", "least,that", "space"),
    ("a space new after a mark", "least,that", "least, that", "space"),
    ("words run together", "at least", "atleast", "space"),
    ("a no-break space made plain", f"10{NBSP}km", "10 km", "space"),
    ("a row broken at a no-break space", f"10{NBSP}km", "10\nkm", "row break"),
    ("a number broken", "about 10 000 men", "about 10\n000 men", "row break"),
    ("a word broken", "together", "to\ngether", "row break"),
    ("rows run together", "at\nleast", "atleast", "row break"),
    ("a hyphen in two", "It is self-\nregulated now.", "It is self- regulated now.", "row break"),
    ("a dash in two", "he said—\nwait", "he said— wait", "row break"),
    ("an address in two", "example.org/\nlong", "example.org/ long", "row break"),
    ("a whole address in two", "see https://example.org\nand go", "see https://example.org and go", "row break"),
    ("a number in two", "it is 10.\n000 men", "it is 10. 000 men", "row break"),
    ("two numbers in one row", "20\n30", "20 30", "row break"),
    ("a mark on its own", "well\n, go", "well , go", "row break"),
    ("Japanese with a space", "私は\n学生です。", "私は 学生です。", "row break"),
    ("two Japanese speakers", "「行こう」\n「うん」", "「行こう」「うん」", "row break"),
    ("two speakers", "- Go.\n- No.", "- Go. - No.", "row break"),
    ("a speaker by chevrons", "Go.\n>> No.", "Go. >> No.", "row break"),
    ("a song", "♪ la la\n♪ lo lo", "♪ la la ♪ lo lo", "row break"),
    ("two languages", "你好，世界\nHello, world", "你好，世界 Hello, world", "row break"),
    ("two languages, both with spaces", "Привет, мир\nHello, world", "Привет, мир Hello, world", "row break"),
    ("an ideographic space made plain", "黒　白", "黒 白", "space"),
    ("italics", "<i>Well</i>, go.", "Well, go.", "look"),
    ("italics of more than before", "<i>Well<i>, go.", "<i>Well</i>, go.", "look"),
    ("a colour", '<font color="#ff0000">Well</font>', "Well", "look"),
    ("another colour", "<font color=red>Well</font>", "<font color=blue>Well</font>", "look"),
    ("an override", "{\\i1}Well{\\i0}, go.", "Well, go.", "look"),
    ("a position", "{\\an8}Well", "Well", "place"),
    ("a position by coordinates", "{\\pos(10,20)}Well", "Well", "place"),
    ("direction around a row", f"{RLE}שלום עולם{PDF}", f"{RLE}שלום\nעולם{PDF}", "direction"),
    ("direction before a row", f"{RLM}שלום עולם!", f"{RLM}שלום\nעולם!", "direction"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "what"), [case[1:] for case in OTHER], ids=[case[0] for case in OTHER]
)
def test_a_viewer_sees_something_else(before: str, after: str, what: str) -> None:
    assert breaches(srt(before), srt(after)) == [what]
    assert viewer_sees(srt("First.", before), srt("First.", after))[0].cue == 2


@pytest.mark.parametrize("wrap", [(RLE, PDF), (RLM, ""), ("\u2067", "\u2069"), ("\u202b", "\u202c\u200f")])
def test_direction_marks_on_every_row_are_the_same_direction(wrap: tuple[str, str]) -> None:
    opening, closing = wrap
    before = f"{opening}אנחנו הולכים היום{closing}"
    after = f"{opening}אנחנו הולכים{closing}\n{opening}היום{closing}"
    assert breaches(srt(before), srt(after)) == []
    assert breaches(srt(after), srt(before)) == []


def test_the_error_of_a_format_may_hide_what_appears_then() -> None:
    assert breaches(vtt("1 < 2 and so on"), vtt("1 &lt; 2 and so on")) == []
    assert breaches(vtt("Salt & pepper"), vtt("Salt &amp; pepper")) == []
    assert breaches(vtt("<I>Well</I>"), vtt("<i>Well</i>")) == []
    assert breaches(vtt("Well, go."), vtt("Well, go. And more.")) == ["text"]


def test_markup_of_webvtt_is_seen() -> None:
    assert breaches(vtt("<v Ann>Well"), vtt("Well")) == ["speaker", "look"]
    assert breaches(vtt("<c.red>Well</c>"), vtt("<c>Well</c>")) == ["look"]
    assert breaches(vtt("<lang fr>Oui</lang>"), vtt("Oui")) == ["look"]
    assert breaches(vtt("a <00:02.000>b"), vtt("a b")) == ["times in the text"]
    assert breaches(vtt("<c x=1>Well</c>"), vtt("<c>Well</c>")) == []


def test_settings_are_compared_by_their_effect() -> None:
    assert breaches(vtt("Well", "line:0"), vtt("Well")) == ["place"]
    assert breaches(vtt("Well", "align:middle"), vtt("Well", "align:center")) == []
    assert breaches(vtt("Well", "line:1 line:0"), vtt("Well", "line:0")) == []
    head = "REGION\nid:low\nscroll:up\n\n"
    assert breaches(vtt("Well", "region:low", head), vtt("Well", "", head)) == ["place"]


def test_comments_and_style_sheets_are_kept() -> None:
    assert breaches(vtt("Well", head="NOTE why\n\n"), vtt("Well")) == ["comments"]
    assert breaches(vtt("Well"), vtt("Well", head="NOTE why\n\n")) == []
    assert breaches(vtt("Well"), vtt("Well", head="STYLE\n::cue { color: red }\n\n")) == ["style sheets"]


@pytest.mark.parametrize(
    ("times", "what"),
    [
        ("00:00:01,000 --> 00:00:03,500", []),
        ("00:00:01,000 --> 00:00:03,499", ["end"]),
        ("00:00:01,000 --> 00:00:10,000", []),
        ("00:00:01,000 --> 00:00:10,100", ["end"]),
        ("00:00:01,001 --> 00:00:04,000", ["start"]),
        ("00:00:00,500 --> 00:00:04,000", ["start"]),
    ],
)
def test_times_move_only_so_far(times: str, what: list[str]) -> None:
    assert breaches(srt("Well", "Go"), srt("Well", "Go", times=times)) == what


def test_a_cue_lasts_no_longer_than_the_style_allows() -> None:
    longer = srt("Well", times="00:00:01,000 --> 00:00:09,000")
    assert viewer_sees(srt("Well"), longer, longest_ms=8000) == ()
    assert [breach.what for breach in viewer_sees(srt("Well"), longer, longest_ms=7000)] == ["end"]


def test_a_start_moves_where_the_user_asked_for_it_by_half_a_second_at_most() -> None:
    for start, what in (("00:00:00,500", []), ("00:00:00,499", ["start"]), ("00:00:01,500", [])):
        moved = srt("Well", times=f"{start} --> 00:00:04,000")
        assert breaches(srt("Well"), moved, Change.START) == what


def test_a_cue_never_disappears_and_a_hidden_one_may_appear() -> None:
    assert breaches(srt("Well", "Go"), srt("Well")) == ["number of cues"]
    assert breaches(srt("Well"), srt("Well", "Go")) == []
    assert breaches(srt("Well"), srt("Will", "Go")) == ["text"]


def test_what_a_rule_may_change_is_allowed_and_nothing_else() -> None:
    assert breaches(srt("least ,that"), srt("least, that"), Change.START) == ["space"]
    assert breaches(srt("at least"), srt("atleast"), Change.NOTATION) == ["space"]
    assert breaches(srt("at least"), srt("at most"), Change.NOTATION) == ["text"]
    assert breaches(srt("(laughs) No."), srt("[laughs] No."), Change.NOTATION) == []
    assert breaches(srt("- Go."), srt("-Go."), Change.NOTATION) == []
    assert breaches(srt("Ann: Go."), srt("Bob: Go."), Change.NOTATION) == ["text"]
    assert breaches(srt("<i>Go.</i>"), srt("Go."), Change.NOTATION | Change.START) == ["look"]


def test_a_breach_says_where_and_what() -> None:
    (breach,) = viewer_sees(srt("Well", "a ,b"), srt("Well", "a,b"))
    assert str(breach) == "cue 2: space: 'a ,b' became 'a,b'"
    (breach,) = viewer_sees(srt("Well", "Go"), srt("Well"))
    assert str(breach) == "number of cues: '2' became '1'"
