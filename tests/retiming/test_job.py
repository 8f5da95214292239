from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

import captious
from captious.checks.settings import CheckSettings
from captious.errors import CaptiousError, OptionError, TimingError
from captious.formats.documents import read_text
from captious.formats.srt.times import MAX_MS
from captious.retiming.cutting import TimeRange
from captious.retiming.job import Retimed, retime_reading
from captious.retiming.mapping import linear
from captious.style import load_style
from captious.timing.recording import Recording
from captious.word_timings.model import TimedWord, WordTrack

SRT = """1
00:00:01,000 --> 00:00:03,000
ANN: Thank you for having me.

7
00:00:03,000 -->  00:00:05,500 X1:20 X2:30
[laughter]

8
00:00:06,000 --> 00:00:09,000
I started out with a typewriter
and a stopwatch.
"""
VTT = """WEBVTT - Talk

NOTE 00:00:01.000 stays

intro
00:01.000 --> 00:03.000 align:start
<v Ann>Thank <00:00:01.500>you <00:02.000>for having me.
"""


def retimed(source: str, **options: object) -> Retimed:
    settings = CheckSettings(
        load_style("base"), language="en", recording=Recording(shots_ms=options.pop("shots_ms", ()))
    )  # type: ignore[arg-type]
    return retime_reading(read_text(source), settings, **options)  # type: ignore[arg-type]


def track(*words: tuple[str, int, int], measured: bool = True) -> WordTrack:
    return WordTrack("the test", tuple(TimedWord(*word) for word in words), measured=measured)


def spoken(text: str, start: int, step: int = 300) -> list[tuple[str, int, int]]:
    return [(word, start + n * step, start + n * step + 250) for n, word in enumerate(text.split())]


def test_only_times_change() -> None:
    made = retimed(SRT, mapping=linear(shift_ms=1500))
    expected = (
        SRT.replace("00:00:03,000", "00:00:04,500")
        .replace("00:00:01,000", "00:00:02,500")
        .replace("00:00:05,500", "00:00:07,000")
        .replace("00:00:06,000", "00:00:07,500")
        .replace("00:00:09,000", "00:00:10,500")
    )
    assert made.source == expected
    assert (made.cues, made.earliest_ms, made.latest_ms) == (3, 1500, 1500)


def test_timestamps_within_the_text_move_with_their_cue() -> None:
    made = retimed(VTT, mapping=linear(factor=Fraction(2)))
    assert "00:00:02.000 --> 00:00:06.000 align:start" in made.source
    assert "<v Ann>Thank <00:00:03.000>you <00:00:04.000>for having me." in made.source
    assert "WEBVTT - Talk\n\nNOTE 00:00:01.000 stays\n\nintro\n" in made.source


def test_line_ends_stay() -> None:
    made = retimed(SRT.replace("\n", "\r\n"), mapping=linear(shift_ms=10))
    assert made.source.count("\r\n") == made.source.count("\n") == SRT.count("\n")


def test_no_cue_may_begin_before_the_recording() -> None:
    with pytest.raises(TimingError, match=r"1: the cue would begin 0:04 before the recording"):
        retimed(SRT, mapping=linear(shift_ms=-5000))


def test_a_file_whose_reader_lost_something_is_left_alone() -> None:
    broken = SRT.replace("00:00:06,000", "00:xx:06,000")
    with pytest.raises(TimingError, match="its times cannot be changed safely"):
        retimed(broken, mapping=linear(shift_ms=1))


def test_cues_follow_their_words() -> None:
    heard = [
        *spoken("thank you for having me", 11_000),
        *spoken("i started out with a typewriter and a stopwatch", 16_100),
    ]
    made = retimed(SRT, track=track(*heard))
    starts = [cue.start_ms for cue in read_text(made.source).document.cues]
    assert starts[0] == 11_000
    assert starts[2] == 16_100
    assert starts[0] < starts[1] < starts[2]  # laughter lies where it lay between them
    assert starts[1] == pytest.approx(11_000 + 5100 * 2 / 5, abs=2)
    assert made.followed is not None
    assert (made.followed.guessed, made.followed.remarks) == (0, ())


def test_words_of_another_recording_are_refused() -> None:
    with pytest.raises(TimingError, match="another recording"):
        retimed(SRT, track=track(*spoken("it was the best of times it was the worst of times", 1000)))


def test_captions_without_a_word_cannot_follow_any() -> None:
    with pytest.raises(TimingError, match="no spoken word"):
        retimed("1\n00:00:01,000 --> 00:00:02,000\n[music]\n", track=track(*spoken("some words", 1000)))


def test_cues_beside_a_shot_change_snap_to_it() -> None:
    made = retimed(SRT, mapping=linear(shift_ms=0), shots_ms=(5700,))
    assert made.snapped
    assert "00:00:05,700 --> 00:00:09,000" in made.source


@given(
    st.lists(st.tuples(st.integers(1, 4), st.integers(0, 2000)), min_size=2, max_size=12),
    st.integers(0, 5000),
)
def test_following_loses_no_word_and_no_time_runs_backwards(
    shape: list[tuple[int, int]], offset: int
) -> None:
    names = iter(f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(100))
    cues, heard, clock = [], [], 1000
    for number, (count, pause) in enumerate(shape, 1):
        texts = [next(names) for _ in range(count)]
        cues.append(
            f"{number}\n00:00:{number * 2:02},000 --> 00:00:{number * 2 + 1:02},500\n{' '.join(texts)}\n"
        )
        heard += [
            (text, clock + offset + 400 * n, clock + offset + 400 * n + 350) for n, text in enumerate(texts)
        ]
        clock += 400 * count + pause
    source = "\n".join(cues)
    made = retimed(source, track=track(*heard))
    before, after = read_text(source).document.cues, read_text(made.source).document.cues
    assert [cue.text for cue in before] == [cue.text for cue in after]
    place = 0
    for (count, _), cue in zip(shape, after, strict=True):
        assert abs(cue.start_ms - heard[place][1]) <= 1
        assert cue.end_ms > cue.start_ms
        place += count
    assert all(one.end_ms <= other.start_ms for one, other in pairwise(after))


def test_from_python() -> None:
    assert captious.retime(SRT.encode(), shift_ms=1500).latest_ms == 1500
    assert captious.retime(SRT.encode(), points=[(1000, 2000), (6000, 12_000)]).latest_ms == 6000
    with pytest.raises(OptionError, match="more than one source of new times"):
        captious.retime(SRT.encode(), shift_ms=1, points=[(1000, 2000)])
    with pytest.raises(OptionError, match="no source of new times"):
        captious.retime(SRT.encode())


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("factor", nan),
        ("factor", inf),
        ("factor", 1e300),
        *(("shift_ms", each) for each in (10**30, -(10**30), nan)),
    ],
)
@pytest.mark.parametrize("source", [SRT, VTT])
def test_times_that_cannot_be_written_are_refused(source: str, name: str, number: float) -> None:
    with pytest.raises(CaptiousError):
        captious.retime(source.encode(), **{name: number})  # type: ignore[arg-type]


def test_the_latest_time_that_can_be_written_is_read_again() -> None:
    shift = MAX_MS - 9000
    assert read_text(retimed(SRT, mapping=linear(shift_ms=shift)).source).document.cues[-1].end_ms == MAX_MS
    with pytest.raises(TimingError, match="after 9,999,999,999 hours") as caught:
        retimed(SRT, mapping=linear(shift_ms=shift + 1))
    assert caught.value.line == 9


def _cut(source: str, *, format: str, cut_ms: int, shift_ms: int = 0, **options: TimeRange) -> Retimed:  # noqa: A002
    settings = CheckSettings(load_style("youtube"))
    reading = read_text(source, format=format)
    return retime_reading(reading, settings, mapping=linear(shift_ms=shift_ms), cut_ms=cut_ms, **options)


def test_a_cut_keeps_notes_and_settings_and_drops_timestamps_that_are_over() -> None:
    source = (
        "WEBVTT\r\n\r\nNOTE of the first\r\n\r\n00:01.000 --> 00:03.000\r\nA\r\n\r\n"
        "id\r\n00:04.000 --> 00:08.000 line:0\r\nTwo <00:05.000>and <00:06.000>three\r\n"
    )
    made = _cut(source, format="vtt", shift_ms=-5500, cut_ms=0)
    assert made.source == (
        "WEBVTT\r\n\r\nNOTE of the first\r\n\r\n"
        "id\r\n00:00:00.000 --> 00:00:02.500 line:0\r\nTwo and <00:00:00.500>three\r\n"
    )
    assert [(cue.line, cue.text, cue.ms) for cue in made.dropped] == [
        (5, "A", None),
        (8, "Two and three", 1500),
    ]


def test_cues_dropped_at_the_end_leave_no_blank_lines() -> None:
    source = (
        "1\n00:00:09,000 --> 00:00:10,000\nLate\n\n"
        "2\n00:00:00,000 --> 00:00:01,000\nA\n\n"
        "3\n00:00:01,000 --> 00:00:02,000\nB\n"
    )
    made = _cut(source, format="srt", cut_ms=5000)
    assert made.source == "1\n00:00:09,000 --> 00:00:10,000\nLate\n"
    assert [cue.text for cue in made.dropped] == ["A", "B"]


def test_cues_outside_the_range_stay_byte_for_byte() -> None:
    source = (
        "WEBVTT\n\n01:00.000  -->  01:02.000\nA <01:01.000>b\n\n02:00.000 --> 02:02.000\nC <02:01.000>d\n"
    )
    reading = read_text(source, format="vtt")
    made = retime_reading(
        reading,
        CheckSettings(load_style("youtube")),
        mapping=linear(shift_ms=1000),
        within=TimeRange(after_ms=120_000),
    )
    head = source[: source.index("02:00.000")]
    assert made.source == head + "00:02:01.000 --> 00:02:03.000\nC <00:02:02.000>d\n"
    assert (made.moving, made.earliest_ms, made.latest_ms) == (1, 1000, 1000)


@pytest.mark.parametrize(("to", "line"), [("ttml", 15), ("ass", 16), ("sbv", 1)])
def test_a_cut_in_other_formats_names_the_lines_of_the_file(to: str, line: int) -> None:
    source = "1\n00:00:01,000 --> 00:00:03,000\nOne.\n\n2\n00:00:04,000 --> 00:00:06,000\nTwo.\n"
    written = captious.convert(source.encode(), to=to).text
    made = captious.retime(written.encode(), shift_ms=-5000, cut_before_ms=0).made
    assert written.split("\n")[line - 1].count("One.") + written.split("\n")[line].count("One.") == 1
    assert next((cue.line, cue.text) for cue in made.dropped) == (line, "One.")
    assert captious.convert(made.source.encode(), to="srt").text == (
        "1\n00:00:00,000 --> 00:00:01,000\nTwo.\n"
    )


def test_shot_changes_move_only_cues_in_the_range() -> None:
    source = "1\n00:00:01,040 --> 00:00:03,000\nA\n\n2\n00:00:05,040 --> 00:00:07,000\nB\n"
    recording = Recording(frame_rate=Fraction(25), shots_ms=(1000, 5000))
    settings = CheckSettings(load_style("netflix-en"), recording=recording)
    reading = read_text(source, format="srt")
    everywhere = retime_reading(reading, settings)
    assert everywhere.snapped == 2
    made = retime_reading(reading, settings, within=TimeRange(after_ms=4000))
    assert made.snapped == 1
    assert "00:00:01,040 --> 00:00:03,000" in made.source
    assert "00:00:05,000 --> " in made.source
