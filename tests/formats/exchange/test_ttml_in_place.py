"""TTML checked, fixed and retimed where it lies: places of findings, and edits that leave all else as it is."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import captious
from captious.formats.exchange.ttml.clock import TimeBase, written_time
from captious.formats.exchange.ttml.format import read

if TYPE_CHECKING:
    from pathlib import Path

NAMESPACES = (
    'xmlns:tt="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" '
    'xmlns:tts="http://www.w3.org/ns/ttml#styling"'
)


def ttml(*paragraphs: str, attributes: str = "", within: str = "") -> str:
    body = "\n".join(f"    {paragraph}" for paragraph in paragraphs)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n'
        f'<tt:tt {NAMESPACES} xml:lang="en" {attributes}>\n'
        f"  <tt:head/>\n  <tt:body>\n   <tt:div {within}>\n{body}\n   </tt:div>\n  </tt:body>\n</tt:tt>\n"
    )


def p(begin: str, end: str, text: str, more: str = "") -> str:
    return f"<tt:p begin='{begin}'  end=\"{end}\" {more}>{text}</tt:p>"


def fixed(text: str, *, unsafe: bool = False) -> str:
    return captious.fix(text.encode(), unsafe=unsafe, isolated=True).source


def shifted(text: str, ms: int, *, cut_before_ms: int | None = None) -> str:
    return captious.retime(text.encode(), shift_ms=ms, cut_before_ms=cut_before_ms).data.decode()


OVERLAP = ttml(
    p("00:00:01.000", "00:00:04.200", "One &amp; one", 'xml:id="a"'),
    p("00:00:04.000", "00:00:06.000", "Two<!-- a note -->", 'tts:color="yellow" unknown:thing="x"').replace(
        "unknown:", "tts:"
    ),
)


def test_a_finding_has_the_line_and_the_column_of_what_it_is_about() -> None:
    (finding,) = [one for one in captious.check(OVERLAP.encode()).findings if one.code == "TIM003"]
    assert (finding.span.line, finding.span.column) == (7, 18)
    text = ttml(p("00:00:01.000", "00:00:04.000", "It is <tt:span>fine &amp;  good</tt:span> , yes"))
    (finding,) = [one for one in captious.check(text.encode()).findings if one.code == "TXT003"]
    assert text.split("\n")[finding.span.line - 1][finding.span.column - 1 :].startswith(" , yes")


def test_a_fix_of_a_time_changes_the_time_and_no_other_byte() -> None:
    assert fixed(OVERLAP) == OVERLAP.replace('"00:00:04.200"', '"00:00:04.000"')
    crlf = OVERLAP.replace("\n", "\r\n")
    assert fixed(crlf) == crlf.replace('"00:00:04.200"', '"00:00:04.000"')


@pytest.mark.parametrize(
    ("begin", "first", "second", "result"),
    [
        ("1s", "4.2s", "4s", "4s"),
        ("1000ms", "4200ms", "4000ms", "4000ms"),
        ("25f", "105f", "100f", "100f"),
        ("10000t", "42000t", "40000t", "40000t"),
        ("00:00:01:00", "00:00:04:05", "00:00:04:00", "00:00:04:00"),
        ("00:00:01", "00:00:04.2", "00:00:04", "00:00:04.000"),
    ],
)
def test_a_time_is_written_in_the_form_it_had(begin: str, first: str, second: str, result: str) -> None:
    text = ttml(
        p(begin, first, "One."),
        p(second, "9s", "Two."),
        attributes='ttp:frameRate="25" ttp:tickRate="10000"',
    )
    assert fixed(text) == text.replace(f'end="{first}"', f'end="{result}"')


def test_times_count_from_the_parent_and_a_duration_from_the_begin() -> None:
    text = ttml(
        '<tt:p begin="1s" dur="3.2s">One.</tt:p>',
        '<tt:p begin="4s" dur="2s">Two.</tt:p>',
        within='begin="100s"',
    )
    assert fixed(text) == text.replace('"3.2s"', '"3s"')
    later = shifted(text, 500)
    assert later == text.replace('begin="1s"', 'begin="1.5s"').replace('begin="4s"', 'begin="4.5s"')


def test_a_time_that_is_not_written_on_the_paragraph_is_not_fixed() -> None:
    text = ttml('<tt:p dur="3s">One.</tt:p>', '<tt:p dur="3s">Two.</tt:p>', within='timeContainer="seq"')
    with pytest.raises(captious.CaptiousError, match="cannot be retimed in place"):
        shifted(text, 500)


def test_rows_in_paragraphs_of_their_own_are_retimed_together() -> None:
    rows = (
        p("00:00:01.000", "00:00:04.000", "First row", 'tts:origin="10% 80%" tts:extent="80% 5%"'),
        p("00:00:01.000", "00:00:04.000", "second row.", 'tts:origin="10% 85%" tts:extent="80% 5%"'),
    )
    text = ttml(*rows)
    assert shifted(text, 1000) == text.replace("00:00:04", "00:00:05").replace("00:00:01", "00:00:02")


def test_times_of_a_division_with_one_caption_are_those_of_the_caption() -> None:
    text = ttml("<tt:p>First row<tt:br/>second</tt:p>", within='begin="1s" end="4s"')
    assert shifted(text, 1000) == text.replace('"1s"', '"2s"').replace('"4s"', '"5s"')
    two = ttml("<tt:p>One.</tt:p>", '<tt:p begin="1s">Two.</tt:p>', within='begin="1s" end="4s"')
    with pytest.raises(captious.CaptiousError, match="cannot be retimed in place"):
        shifted(two, 1000)


def test_a_caption_without_an_end_is_moved_by_its_begin() -> None:
    text = ttml('<tt:p begin="1s">One.</tt:p>', '<tt:p begin="3s" end="4s">Two.</tt:p>')
    assert shifted(text, 500) == text.replace('"1s"', '"1.5s"').replace('"3s"', '"3.5s"').replace(
        '"4s"', '"4.5s"'
    )


def test_a_fix_of_the_text_leaves_what_is_marked_up_in_it() -> None:
    text = ttml(
        p("00:00:01.000", "00:00:04.000", "Wait.... <tt:span tts:fontStyle='italic'>what</tt:span>?? &lt;b")
    )
    assert "<tt:span tts:fontStyle='italic'>" in fixed(text, unsafe=True)


def test_a_line_that_is_too_long_is_broken_with_the_element_of_the_file() -> None:
    words = "This line is far too long for a caption, so it must be broken into two rows."
    text = ttml(p("00:00:01.000", "00:00:08.000", words))
    made = fixed(text, unsafe=True)
    assert "<tt:br/>" in made
    assert made.replace("<tt:br/>", " ") == text


def test_an_ampersand_stays_one_when_the_text_beside_it_is_fixed() -> None:
    text = ttml(
        p("00:00:01.000", "00:00:08.000", "Salt &amp; pepper are here, and so is all that a long line has.")
    )
    assert "Salt &amp; pepper" in fixed(text, unsafe=True)
    read(fixed(text, unsafe=True))


def test_captions_are_left_out_with_their_lines() -> None:
    text = ttml(*(p(f"00:00:0{n}.000", f"00:00:0{n}.900", f"Cue {n}.") for n in range(1, 5)))
    assert shifted(text, -2500, cut_before_ms=0).count("<tt:p") == 3


RATES = st.sampled_from(
    [
        TimeBase(),
        TimeBase(frame_rate=Fraction(25), nominal_rate=25, tick_rate=Fraction(90000)),
        TimeBase("smpte", Fraction(24000, 1001), 24),
        TimeBase("smpte", Fraction(30000, 1001), 30, drop="dropNTSC"),
        TimeBase("smpte", Fraction(30000, 1001), 30, drop="dropPAL"),
        TimeBase("smpte", Fraction(25), 25),
    ]
)


@given(
    st.integers(0, 36_000_000),
    RATES,
    st.sampled_from(["00:00:01.5", "00:00:01", "1s", "1ms", "2h", "1.5m", "7"]),
)
def test_a_written_time_is_the_time(ms: int, base: TimeBase, form: str) -> None:
    assert base.ms(written_time(ms, form, base)) == ms


@given(st.integers(0, 36_000_000), RATES, st.sampled_from(["00:00:01:05", "00:00:01;05", "12f"]))
def test_a_written_frame_is_the_nearest_one(ms: int, base: TimeBase, form: str) -> None:
    written = written_time(ms, form, base)
    assert abs(base.ms(written) - ms) <= 500 / base.frame_rate
    assert re.sub("[0-9]+", "0", written) == re.sub("[0-9]+", "0", form)


def test_check_fix_and_retime_work_on_files(tmp_path: Path) -> None:
    path = tmp_path / "talk.dfxp"
    path.write_text(OVERLAP, encoding="utf-8")
    assert [one.code for one in captious.check(path).findings if one.code == "TIM003"]
