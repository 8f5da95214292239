from __future__ import annotations

import pytest

from captious.formats.issue import SHARED_ISSUES
from captious.formats.vtt.issues import ISSUES
from captious.formats.vtt.reader import read

HEAD = "WEBVTT\n\n"
TIMES = "00:01.000 --> 00:02.000"


def found(text: str) -> list[tuple[str, int, int, int | None]]:
    return [(f.name, f.span.line, f.span.column, f.cue) for f in read(text).findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("vtt-missing-signature", 1, 1, None)]),
        ("WEBVTT", [("no-cues", 1, 1, None)]),
        (f"webvtt\n\n{TIMES}\na\n", [("vtt-missing-signature", 1, 1, None)]),
        ("WEBVTTx\n", [("vtt-missing-signature", 1, 1, None), ("no-cues", 1, 1, None)]),
        ("No times\n", [("vtt-missing-signature", 1, 1, None), ("vtt-lost-text", 1, 1, None)]),
        (f"WEBVTT\n{TIMES}\na\n", [("vtt-missing-blank-line-after-header", 2, 1, None)]),
        (f"WEBVTT\nKind: captions\nX-A=LOCAL:b\n\n{TIMES}\na\n", []),
        (f"WEBVTT\nKind: captions\nSTYLE\n\n{TIMES}\na\n", [("vtt-text-in-header", 3, 1, None)]),
        (f"{HEAD}{TIMES}\na\0\n", [("nul-character", 4, 2, None)]),
        (f"{HEAD}{TIMES}\na\r\n", [("mixed-line-ends", 1, 1, None)]),
        (f"{HEAD}{TIMES}\na\n00:03.000 --> 00:04.000\nb\n", [("vtt-missing-blank-line", 5, 1, 2)]),
        (f"{HEAD}{TIMES}\na\n\nlost text\n", [
            ("vtt-blank-line-in-text", 5, 1, 1), ("vtt-lost-text", 6, 1, None)]),
        (f"{HEAD}{TIMES}\na\n\nSTYLE\n::cue {{}}\n", [
            ("vtt-late-definition", 6, 1, None), ("vtt-lost-text", 6, 1, None)]),
        (f"{HEAD}NOTE x\n{TIMES}\na\n", []),
        (f"{HEAD}NOTE x\ny\n{TIMES}\na\n", [("vtt-arrow-outside-times", 5, 1, None)]),
        (f"{HEAD}STYLE\nx\n{TIMES}\na\n", [("vtt-arrow-outside-times", 5, 1, None)]),
        (f"{HEAD}00:01.000-->00:02.000\na\n", [("vtt-arrow-without-space", 3, 1, 1)]),
        (f"{HEAD}00:01.000 --> 00:02.000line:1\na\n", [("vtt-arrow-without-space", 3, 1, 1)]),
        (f"{HEAD}00:02.000 --> 00:02.000\na\n", []),
        (f"{HEAD}{TIMES}\na\n\n00:00.000 --> 00:00.500\nb\n", []),
        (f"{HEAD}{TIMES} size:50% size:40%\na\n", [("vtt-repeated-setting", 3, 34, 1)]),
        (f"{HEAD}{TIMES} size:150%\na\n", [("vtt-invalid-setting", 3, 25, 1)]),
        (f"{HEAD}{TIMES}  colour:red line\na\n", [
            ("vtt-unknown-setting", 3, 26, 1), ("vtt-unknown-setting", 3, 37, 1)]),
        (f"{HEAD}{TIMES} region:top\na\n", [("vtt-unknown-region", 3, 25, 1)]),
        (f"{HEAD}REGION\nid:top lines:x\nfoo\n\n{TIMES} region:top\na\n", [
            ("vtt-invalid-region-setting", 4, 8, None), ("vtt-invalid-region-setting", 5, 1, None)]),
        (f"{HEAD}REGION\nid:a\n\nREGION\nid:a\n\n{TIMES}\na\n", [("vtt-repeated-id", 6, 1, None)]),
        (f"{HEAD}x\n{TIMES}\na\n\nx\n00:03.000 --> 00:04.000\nb\n", [("vtt-repeated-id", 7, 1, 2)]),
        (f"{HEAD}{TIMES}\nok\na <x>b\n", [("vtt-unknown-tag", 5, 3, 1)]),
        (f"{HEAD}{TIMES}\n<rt>a\n", [("vtt-unknown-tag", 4, 1, 1)]),
        (f"{HEAD}{TIMES}\na</b>\n", [("vtt-stray-end-tag", 4, 2, 1)]),
        (f"{HEAD}{TIMES}\n<i>a\n", [("vtt-unclosed-tag", 4, 1, 1)]),
        (f"{HEAD}{TIMES}\na <v Bob>b\n", [("vtt-unclosed-tag", 4, 3, 1)]),
        (f"{HEAD}{TIMES}\n<v Bob>a &amp; <i>b</i>\n", []),
        (f"{HEAD}{TIMES}\n<ruby>a<rt>b</ruby>\n", []),
        (f"{HEAD}{TIMES}\na < b\n", [("vtt-unfinished-tag", 4, 3, 1)]),
        (f"{HEAD}{TIMES}\n<v>a\n", [("vtt-nameless-voice", 4, 1, 1)]),
        (f"{HEAD}{TIMES}\n<v A>a<v B>b</v></v>\n", [("vtt-nested-voice", 4, 7, 1)]),
        (f"{HEAD}{TIMES}\n<i x>a</i><lang en>b</lang>\n", [("vtt-needless-annotation", 4, 1, 1)]),
        (f"{HEAD}{TIMES}\nR&D &copy &copy; &#65; & &nope;\n", [
            ("vtt-bare-ampersand", 4, n, 1) for n in (2, 5, 24, 26)]),
        (f"{HEAD}{TIMES}\na<1:00>b\n", [("vtt-invalid-timestamp-tag", 4, 2, 1)]),
        (f"{HEAD}{TIMES}\na<00:01.500>b<00:01.200>c<00:03.000>\n", [
            ("vtt-timestamp-out-of-range", 4, 14, 1), ("vtt-timestamp-out-of-range", 4, 26, 1)]),
    ],
)  # fmt: skip
def test_findings(text: str, expected: list[tuple[str, int, int, int | None]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("line", "column", "reason"),
    [
        ("00:00:01,000 --> 00:00:02.000", 9, 'start time: expected "." before the milliseconds'),
        ("00:01.000 -- > 00:02.000 -->", 11, 'expected "-->" after the start time'),
        ("x0:01.000 --> 00:02.000", 1, "start time: expected a digit"),
        ("00:01.000 --> 00:2.000", 18, 'end time: minutes and seconds need two digits, not "2"'),
        ("00:01.000 --> 00:02.00", 21, "end time: milliseconds need three digits"),
        ("00:01.000 --> 00:62.000", 18, "end time: minutes or seconds above 59: 62"),
        ("1 --> 2", 2, 'start time: expected ":" after the hours or minutes'),
        ("00:01.000 -->", 14, "end time: expected a digit"),
        ("123456789012:00:00.000 --> 00:02.000", 1, "start time: hours with more than ten digits"),
    ],
)
def test_unreadable_times_say_where_and_why(line: str, column: int, reason: str) -> None:
    reading = read(f"{HEAD}{line}\nlost\n")
    times, lost = reading.findings
    assert (times.name, times.span.line, times.span.column) == ("vtt-invalid-times", 3, column)
    assert times.message.startswith(reason)
    assert lost.message == 'text outside any cue, dropped: "lost"'
    assert reading.document.cues == ()


def test_cues_that_cannot_be_read_are_kept_beside_the_others() -> None:
    text = (
        f"WEBVTT\n00:00.000 -> 00:00.500\nfirst\n\n1\n{TIMES}\none\n\n2\n00:03.000 ->\ntwo\nlines\n\n"
        f"3\n\nthree\n\n4\n00:05.000 --> 00:0x\nfour\n\n{TIMES}\nfive\n00:07.000 -> 00:08.000\nsix\n"
    )
    reading = read(text)
    assert [cue.text for cue in reading.document.cues] == ["one", "five\n00:07.000 -> 00:08.000\nsix"]
    assert [(cue.text, cue.before, cue.number) for cue in reading.document.broken] == [
        ("first", 0, None),
        ("two\nlines", 1, 2),
        ("", 1, 3),
        ("three", 1, None),
        ("four", 1, 4),
        ("six", 2, None),
    ]
    assert [str(loss) for loss in reading.losses] == [
        'words without readable times in 5 cues, first cue 1 ("first")'
    ]


def test_spans_hold_the_cue() -> None:
    text = f"{HEAD}NOTE x\n\nid\r\n{TIMES}\r\nab\ncd\n\n{TIMES}\n\n"
    first, second = read(text).document.cues
    assert first.span is not None
    assert second.span is not None
    assert text[first.span.start : first.span.end] == f"id\r\n{TIMES}\r\nab\ncd"
    assert text[second.span.start : second.span.end] == TIMES
    assert (first.span.line, second.span.line) == (5, 10)
    assert first.text == "ab\ncd"


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (" - Language: en-GB", "en-GB"),
        ("\nKind: captions\nLanguage: de", "de"),
        (" x; Language=fr; y", "fr"),
        (" Languages: two", None),
        (" no", None),
    ],
)
def test_the_language_in_the_header(header: str, language: str | None) -> None:
    assert read(f"WEBVTT{header}\n\n{TIMES}\na\n").document.language == language


@pytest.mark.parametrize(
    ("text", "lines", "speaker"),
    [
        ("<v Ann>Hi", ("Hi",), "Ann"),
        ("<v.loud  Ann  Lee >Hi\nyou</v>", ("Hi", "you"), "Ann Lee"),
        ("<v>Hi", ("Hi",), None),
        ("<v R&amp;D>&lt;b&gt;", ("<b>",), "R&D"),
        ("- <v Ann>Hi</v>\n- <v Bob>Ho</v>", ("- Hi", "- Ho"), "Ann"),
        ("  <i>a</i>  \n<b>\n</b>b", ("a", "b"), None),
        ("a < b", ("a",), None),
        ("a > b & c", ("a > b & c",), None),
    ],
)
def test_visible_lines_and_speaker(text: str, lines: tuple[str, ...], speaker: str | None) -> None:
    (cue,) = read(f"{HEAD}{TIMES}\n{text}\n").document.cues
    assert (cue.lines, cue.speaker) == (lines, speaker)


def test_issue_codes_are_unique_and_in_order() -> None:
    own = [issue.code for issue in ISSUES if issue not in SHARED_ISSUES]
    assert own == [f"VTT{number:03d}" for number in range(1, len(own) + 1)]
    assert len({issue.name for issue in ISSUES}) == len(ISSUES)
