from __future__ import annotations

import pytest

from captious.formats.issue import SHARED_ISSUES
from captious.formats.srt.issues import ISSUES
from captious.formats.srt.reader import read, recognises


def found(text: str) -> list[tuple[str, int, int, int | None]]:
    """Name, line, column and cue of each finding."""
    return [(f.name, f.span.line, f.span.column, f.cue) for f in read(text).findings]


CLEAN = "1\n00:00:01,000 --> 00:00:02,500\nHello\nthere\n\n2\n00:01:00,000 --> 100:00:00,001 X1:1 X2:2 Y1:3 Y2:4\nBye\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_a_clean_file(newline: str, bom: str) -> None:
    source = CLEAN.replace("\n", newline)
    reading = read(bom + source)
    document = reading.document
    assert reading.findings == ()
    assert document.source == source
    assert document.newline == newline
    first, second = document.cues
    assert (first.start_ms, first.end_ms, first.text, first.lines) == (
        1000,
        2500,
        "Hello\nthere",
        ("Hello", "there"),
    )
    assert (first.id, first.settings, first.speaker) == ("1", "", None)
    assert (second.end_ms, second.settings) == (360_000_001, "X1:1 X2:2 Y1:3 Y2:4")
    assert first.span is not None
    assert second.span is not None
    assert source[first.span.start : first.span.end] == newline.join(CLEAN.split("\n")[:4])
    assert source[second.span.start : second.span.end] == newline.join(CLEAN.split("\n")[5:8])
    assert (second.span.line, second.span.column) == (6, 1)


def test_an_empty_file() -> None:
    assert read("").document.cues == ()
    assert found("") == [("no-cues", 1, 1, None)]
    assert found(" \n\n") == [("no-cues", 1, 1, None)]


TIMES = "00:00:01,000 --> 00:00:02,000"
NEXT = "00:00:03,000 --> 00:00:04,000"


@pytest.mark.parametrize(
    ("text", "texts", "names"),
    [
        (f"{TIMES}\na\n", ["a"], ["srt-missing-index"]),
        (f"1\n{TIMES}\na\n\n{NEXT}\nb\n", ["a", "b"], ["srt-missing-index"]),
        (f"1\n{TIMES}\na\n\n1\n{NEXT}\nb\n", ["a", "b"], ["srt-repeated-index"]),
        (f"1\n{TIMES}\na\n\n7\n{NEXT}\nb\n", ["a", "b"], ["srt-index-out-of-order"]),
        (f"#1\n{TIMES}\na\n", ["a"], ["srt-odd-index"]),
        (f"1\n{TIMES}\na\n\n2.\n{NEXT}\nb\n", ["a", "b"], ["srt-odd-index"]),
        (f"1\n{TIMES}\na\n2\n{NEXT}\nb\n", ["a", "b"], ["srt-missing-blank-line"]),
        (f"1\n{TIMES}\na\n{NEXT}\nb\n", ["a", "b"], ["srt-missing-blank-line", "srt-missing-index"]),
        (f"1\n{TIMES}\n{NEXT}\nb\n", ["", "b"], ["srt-missing-index"]),
        (f"1\n{TIMES}\n\n2\n{NEXT}\nb\n", ["", "b"], []),
        (f"1\n{TIMES}\n2\n{NEXT}\nb\n", ["", "b"], ["srt-missing-blank-line"]),
        (f"1\n{TIMES}\na\n\n2\n\n{NEXT}\nb\n", ["a", "b"], ["srt-index-apart-from-times"]),
        (f"1\n\n{TIMES}\na\n", ["a"], ["srt-index-apart-from-times"]),
        (f"1\n{TIMES}\n42\n\n{NEXT}\nb\n", ["42", "b"], ["srt-missing-index"]),
        (f"1\n{TIMES}\na\n42\n\n2\n{NEXT}\nb\n", ["a\n42", "b"], []),
        (
            f"1\n{TIMES}\na\n\nb\n\n\nc\n\n2\n{NEXT}\nd",
            ["a\n\nb\n\n\nc", "d"],
            ["srt-blank-line-in-text"] * 2,
        ),
        (f"1\n{TIMES}\n\na\n", ["a"], ["srt-blank-line-in-text"]),
        (f"1\n{TIMES}\na\n\n2\n", ["a"], ["srt-broken-times"]),
        (f"{TIMES}\na\n\n2\n", ["a\n\n2"], ["srt-missing-index", "srt-blank-line-in-text"]),
        (f"title\n\n1\n{TIMES}\na\n", ["a"], ["srt-stray-text"]),
        ("just text\n", [], ["srt-stray-text"]),
        (f"1\n{TIMES}\na --> b\n", ["a --> b"], []),
        (
            f"1\n{TIMES}\na\n\n2\n00:00:0x,000 --> 00:00:09,000\nb\n",
            ["a"],
            ["srt-broken-times"],
        ),
        (f"1\n{TIMES}\na\r\n\n", ["a"], ["mixed-line-ends"]),
        (f"1\n{TIMES}\na\0b\n", ["a\0b"], ["nul-character"]),
        (f"1\n{TIMES} Hello\na\n", ["a"], ["srt-text-after-times"]),
        (f"1\n{TIMES}\na\u2028b\x0bc\x0cd\x85e\n", ["a\u2028b\x0bc\x0cd\x85e"], []),
    ],
)
def test_liberties(text: str, texts: list[str] | None, names: list[str]) -> None:
    reading = read(text)
    if texts is not None:
        assert [cue.text for cue in reading.document.cues] == texts
    assert sorted(finding.name for finding in reading.findings) == sorted(names)


@pytest.mark.parametrize(
    ("line", "times", "names"),
    [
        ("00:00:01.000 --> 00:00:02.000", (1000, 2000), ["srt-wrong-decimal-separator"] * 2),
        ("00:00:01:500 --> 00:00:02,000", (1500, 2000), ["srt-wrong-decimal-separator"]),
        ("0:0:1,000 --> 0:0:2,000", (1000, 2000), ["srt-short-time"] * 2),
        ("00:01,000 --> 00:02,000", (1000, 2000), ["srt-short-time"] * 2),
        ("00:00:01 --> 00:00:02", (1000, 2000), ["srt-short-time"] * 2),
        ("00: 00: 01, 000 --> 00:00:02,000", (1000, 2000), ["srt-short-time"]),
        ("00:00:01,5 --> 00:00:02,50", (1005, 2050), ["srt-ambiguous-milliseconds"] * 2),
        ("00:00:01,0000 --> 00:00:02,1500", (1000, 3500), ["srt-ambiguous-milliseconds"] * 2),
        ("00:00:70,000 --> 00:61:02,000", (70_000, 3_662_000), ["srt-time-out-of-range"] * 2),
        ("-00:00:01,000 --> 00:00:02,000", (-1000, 2000), ["srt-negative-time"]),
        ("00:00:01,000-->00:00:02,000", (1000, 2000), ["srt-odd-arrow"]),
        ("00:00:01,000  -->  00:00:02,000", (1000, 2000), ["srt-odd-arrow"]),
        ("00:00:01,000 -> 00:00:02,000", (1000, 2000), ["srt-odd-arrow"]),
        ("00:00:01,000 –> 00:00:02,000", (1000, 2000), ["srt-odd-arrow"]),
        ("  00:00:01,000 --> 00:00:02,000  ", (1000, 2000), []),
        ("1234567890:00:01,000 --> 1234567890:00:02,000", (4444444404001000, 4444444404002000), []),
        ("00:00:02,000 --> 00:00:01,000", (2000, 1000), []),
    ],
)
def test_times_are_read_as_players_do(line: str, times: tuple[int, int], names: list[str]) -> None:
    reading = read(f"1\n{line}\na\n")
    (cue,) = reading.document.cues
    assert (cue.start_ms, cue.end_ms) == times
    assert [finding.name for finding in reading.findings] == names
    assert all(finding.span.line == 2 and finding.cue == 1 for finding in reading.findings)


def test_ambiguous_milliseconds_are_reported_with_both_readings() -> None:
    (finding,) = read("1\n00:00:01,5 --> 00:00:02,000\na\n").findings
    assert finding.message == (
        "milliseconds with 1 digit instead of 3; read as 5 ms, as players do, but may mean 500 ms"
    )
    assert (finding.span.start, finding.span.end, finding.span.column) == (11, 12, 10)


@pytest.mark.parametrize(
    "line",
    [
        "00:00:01,000",
        "٠٠:00:01,000 --> 00:00:02,000",
        "12345678901:00:00,000 --> 12345678902:00:00,000",
        "--> 1",
    ],
)
def test_lines_that_are_not_timing_lines(line: str) -> None:
    assert read(f"1\n{line}\na\n").document.cues == ()


def test_places_are_those_of_the_issue() -> None:
    text = f"1\n{TIMES}\na\n\nlost?\n\n2\n{NEXT}\nb\nc\n9\n00:00:05.000 --> 00:00:06,000\nd\n"
    assert found(text) == [
        ("srt-blank-line-in-text", 4, 1, 1),
        ("srt-missing-blank-line", 11, 1, 3),
        ("srt-index-out-of-order", 11, 1, 3),
        ("srt-wrong-decimal-separator", 12, 9, 3),
    ]
    assert 'the text after it is kept: "lost?"' in read(text).findings[0].message


def test_stray_text_is_quoted() -> None:
    (finding,) = read(f"WEBVTT\nKind: x\n\n1\n{TIMES}\na\n").findings
    assert 'dropped: "WEBVTT Kind: x"' in finding.message
    assert "looks like WebVTT" in finding.message


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<i>a</i> <b>b</b> <font color='red'>c</font><U>d</U>", ("a b cd",)),
        ("{\\an8}up {\\i1}x{\\i0} {b}y{/b} {y:i}z", ("up x y z",)),
        ("<who?> 1 < 2 > 0 &amp; <3 {ok}", ("<who?> 1 < 2 > 0 &amp; <3 {ok}",)),
        (" - a \n<i>\n</i>\n\n- b", ("- a", "- b")),
        ("<font <b>x", ("<font x",)),
        ("<bogus> <images> <basic>", ("<bogus> <images> <basic>",)),
    ],
)
def test_visible_lines(text: str, lines: tuple[str, ...]) -> None:
    (cue,) = read(f"1\n{TIMES}\n{text}\n").document.cues
    assert cue.lines == lines


def test_recognises() -> None:
    assert recognises(CLEAN)
    assert not recognises("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n")
    assert not recognises("Ann: Hello --> there")


def test_issue_codes_are_unique_and_in_order() -> None:
    own = [issue.code for issue in ISSUES if issue not in SHARED_ISSUES]
    # SRT017 is a rule of its own: the reader skips blank lines between cues
    assert own == [f"SRT{number:03d}" for number in (*range(1, 17), 18)]
    assert len({issue.name for issue in ISSUES}) == len(ISSUES)


def test_the_order_of_numbers_goes_on_after_an_odd_one() -> None:
    assert found(f"1\n{TIMES}\na\n\n#2\n{NEXT}\nb\n\n3\n{NEXT}\nc\n") == [("srt-odd-index", 5, 1, 2)]


def test_the_first_number_is_one() -> None:
    assert found(f"0\n{TIMES}\na\n\n1\n{NEXT}\nb\n") == [("srt-index-out-of-order", 1, 1, 1)]
