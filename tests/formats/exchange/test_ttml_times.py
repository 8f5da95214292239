"""Times of TTML: what they count, and what they count from."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captious.core.clock import timecode_ms
from captious.errors import FormatError
from captious.formats.exchange.ttml.clock import TimeBase
from captious.formats.exchange.ttml.format import read, write

NAMESPACES = (
    'xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" '
    'xmlns:tts="http://www.w3.org/ns/ttml#styling" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"'
)
NTSC = 'ttp:timeBase="smpte" ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001"'


def ttml(body: str, *, attributes: str = "", head: str = "") -> str:
    return f'<tt {NAMESPACES} xml:lang="en" {attributes}><head>{head}</head><body>{body}</body></tt>'


def times(body: str, *, attributes: str = "", head: str = "") -> list[tuple[int, int, str]]:
    cues = read(ttml(body, attributes=attributes, head=head)).document.cues
    return [(cue.start_ms, cue.end_ms, cue.text) for cue in cues]


def lost(text: str) -> list[str]:
    return [str(loss) for loss in read(text).losses]


def test_a_time_code_counts_frames_of_the_effective_rate() -> None:
    body = '<div begin="10:00:00:00"><p begin="00:00:02:00" end="00:00:03:12">x</p></div>'
    film = (
        'ttp:timeBase="smpte" ttp:frameRate="24" ttp:frameRateMultiplier="1000 1001" ttp:dropMode="nonDrop"'
    )
    # 864,048 and 864,084 frames
    assert times(body, attributes=film) == [(36038002, 36039504, "x")]
    assert times(body, attributes='ttp:timeBase="smpte" ttp:frameRate="24"') == [(36002000, 36003500, "x")]


@pytest.mark.parametrize(
    ("mode", "start_ms"),
    # 108,000 frame numbers in an hour, of which 108 are left out, or 27 times 4
    [("nonDrop", 3603600), ("dropNTSC", 3599996), ("dropPAL", 3599996)],
)
def test_drop_modes_leave_out_frame_numbers(mode: str, start_ms: int) -> None:
    body = '<div><p begin="01:00:00:00" end="01:00:01:00">x</p></div>'
    assert times(body, attributes=f'{NTSC} ttp:dropMode="{mode}"')[0][0] == start_ms


@given(st.integers(0, 10 * 3600 * 30 - 1))
def test_drop_frame_times_are_exact_over_ten_hours(frame: int) -> None:
    # the label that a counter which leaves out two numbers a minute, but for each tenth, shows for a frame
    tens, rest = divmod(frame, 17982)
    label = frame + 18 * tens + (2 * ((rest - 2) // 1798) if rest >= 1800 else 0)
    seconds, frames = divmod(label, 30)
    parts = (seconds // 3600, seconds // 60 % 60, seconds % 60, frames)
    base = TimeBase("smpte", Fraction(30000, 1001), 30, drop="dropNTSC")
    written = "{:02d}:{:02d}:{:02d}:{:02d}".format(*parts)
    assert base.ms(written) == Fraction(frame * 1001, 30)
    assert abs(base.ms(written) - timecode_ms(parts, Fraction(30000, 1001), drop=True)) <= Fraction(1, 2)


def test_what_is_within_a_file_that_begins_before_zero_counts_from_there() -> None:
    body = '<div begin="-01:00:00:00"><p begin="01:00:06:09" end="01:00:11:13">x</p></div>'
    film = 'ttp:timeBase="smpte" ttp:frameRate="24" ttp:frameRateMultiplier="999 1000"'
    assert times(body, attributes=film) == [(6381, 11553, "x")]


def test_a_reversed_multiplier_is_read_as_it_was_meant_and_listed() -> None:
    text = ttml(
        '<div><p begin="01:00:00:00" end="01:00:01:00">x</p></div>',
        attributes='ttp:timeBase="smpte" ttp:frameRate="24" ttp:frameRateMultiplier="1001 1000"',
    )
    assert read(text).document.cues[0].start_ms == 3603600
    assert lost(text) == ["order of the frame rate multiplier (read as 1000 1001) (line 1)"]


def test_frames_without_a_rate_are_read_at_the_given_one_or_listed() -> None:
    text = ttml('<div><p begin="00:00:01:12" end="75f">x</p></div>')
    assert [(cue.start_ms, cue.end_ms) for cue in read(text).document.cues] == [(1400, 2500)]
    assert lost(text) == [
        "frame rate of the times (not in the file: TTML's 30 frames per second are used) (line 1: 00:00:01:12)"
    ]
    given = read(text, frame_rate=Fraction(25))
    assert [(cue.start_ms, cue.end_ms) for cue in given.document.cues] == [(1480, 3000)]
    assert not given.losses


def test_sub_frames_ticks_and_metrics() -> None:
    body = (
        '<div><p begin="00:00:01:05.1" end="30000000t">a</p><p begin="0.001h" end="1m">b</p>'
        '<p begin="2500ms" dur="1.5s">c</p></div>'
    )
    rates = 'ttp:frameRate="10" ttp:subFrameRate="2" ttp:tickRate="10000000"'
    assert times(body, attributes=rates) == [(1550, 3000, "a"), (2500, 4000, "c"), (3600, 60000, "b")]


def test_times_as_files_have_them_though_no_standard_does() -> None:
    body = '<div><p begin="0:00:1.5" end="00:00:02,25">a</p><p begin="3" end="00:00:04;10">b</p></div>'
    assert times(body, attributes='ttp:frameRate="25"') == [(1500, 2250, "a"), (3000, 4400, "b")]


def test_times_of_day_are_kept_and_listed() -> None:
    text = ttml('<div><p begin="10:00:00.5" end="10:00:02">x</p></div>', attributes='ttp:timeBase="clock"')
    assert read(text).document.cues[0].start_ms == 36000500
    assert lost(text) == ["times of day (kept as times from the start) (line 1)"]


def test_discontinuous_time_codes_count_from_nothing() -> None:
    body = '<div begin="01:00:00:00"><p begin="01:00:01:00" end="01:00:02:00">x</p></div>'
    attributes = 'ttp:timeBase="smpte" ttp:frameRate="25" ttp:markerMode="discontinuous"'
    assert times(body, attributes=attributes) == [(3601000, 3602000, "x")]


def test_a_sequence_of_divisions_paragraphs_and_spans() -> None:
    body = (
        '<div timeContainer="seq" begin="1s"><p dur="1s">a</p><p begin="0.5s" dur="1s">b</p></div>'
        '<div><p begin="10s" timeContainer="seq"><span dur="1s">c</span><span dur="2s">d</span></p></div>'
    )
    assert times(body) == [(1000, 2000, "a"), (2500, 3500, "b"), (10000, 11000, "c"), (11000, 13000, "d")]


def test_a_caption_without_an_end_lasts_until_the_next_one_and_is_listed() -> None:
    text = ttml('<div><p begin="1s">a</p><p begin="4s" end="5s">b</p><p begin="6s">c</p></div>')
    assert [(cue.start_ms, cue.end_ms) for cue in read(text).document.cues] == [
        (1000, 4000),
        (4000, 5000),
        (6000, 11000),
    ]
    assert lost(text) == ["ends (a caption without one lasts until the next) in 2 cues, first cue 1"]


def test_a_parent_cuts_its_captions_and_what_is_outside_it_is_listed() -> None:
    text = ttml(
        '<div begin="10s" end="20s"><p begin="12s" end="13s">gone</p><p begin="1s" end="60s">cut</p></div>'
    )
    assert [(cue.start_ms, cue.end_ms, cue.text) for cue in read(text).document.cues] == [
        (11000, 20000, "cut")
    ]
    assert lost(text) == ["captions outside the times of what they are in (line 1: gone)"]


def test_a_region_has_times_too() -> None:
    head = '<layout><region xml:id="r" begin="2s" end="4s"/></layout>'
    assert times('<div><p begin="1s" end="9s" region="r">x</p></div>', head=head) == [(2000, 4000, "x")]


def test_what_only_grows_is_one_caption_with_the_times_of_its_words() -> None:
    body = (
        '<div><p begin="1s" end="9s">One <span begin="1s">two </span><span begin="2s">three</span></p></div>'
    )
    assert times(body) == [(1000, 9000, "One <00:00:02.000>two <00:00:03.000>three")]


def test_parts_that_come_and_go_are_captions_of_what_is_seen_at_one_time() -> None:
    body = (
        '<div><p begin="10s" end="20s"><span begin="0s" end="4s">A</span><br/>'
        '<span begin="2s" end="6s">B</span></p></div>'
    )
    assert times(body) == [(10000, 12000, "A"), (12000, 14000, "A\nB"), (14000, 16000, "B")]


def test_a_paragraph_of_thousands_of_timed_parts_is_read_in_linear_time() -> None:
    spans = "".join(f'<span begin="{n}s" end="{n + 2}s">w{n} </span>' for n in range(3000))
    assert len(times(f'<div><p begin="0s" end="4000s">{spans}</p></div>')) == 3000


def test_an_invalid_time_is_named_with_its_line() -> None:
    with pytest.raises(FormatError, match="dur: invalid TTML time: '1 second'") as caught:
        read(ttml('\n\n<div><p begin="1s" dur="1 second">x</p></div>'))
    assert caught.value.line == 3


def test_what_is_written_has_its_times_again() -> None:
    document = read(ttml('<div><p begin="1.001s" end="36000.999s">x</p></div>')).document
    assert read(write(document)).document == document
