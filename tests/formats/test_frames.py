"""Times that count frames are seen as such, whole files of them, and read at a frame rate."""

from __future__ import annotations

from fractions import Fraction

import pytest

from captious.checks.selection import Selection
from captious.checks.settings import CheckSettings, check_reading
from captious.conversion.job import open_captions
from captious.errors import FormatError
from captious.fixing.engine import fix_source
from captious.formats.frames import with_frame_rate
from captious.formats.registry import format_by_name
from captious.formats.srt.reader import read
from captious.formats.vtt.reader import read as read_vtt
from captious.style import load_style
from captious.timing.recording import Recording

FRAMES = (
    "1\n00:00:01:12 --> 00:00:01:20\nFirst words  here\n\n2\n00:00:04:05 --> 00:00:06:24\nSecond words.\n"
)
DROP = FRAMES.replace(":12", ";12").replace(":20", ";20").replace(":05", ";05").replace(":24", ";24")
SEMICOLONS = FRAMES.replace("00:00:0", "00;00;0").replace(":", ";")


def settings(rate: Fraction | int | None, *select: str) -> CheckSettings:
    recording = Recording(frame_rate=None if rate is None else Fraction(rate))
    selection = Selection(select=select) if select else Selection()
    return CheckSettings(load_style("youtube"), selection=selection, language="en", recording=recording)


@pytest.mark.parametrize("source", [FRAMES, DROP, SEMICOLONS, FRAMES.replace("\n", "\r\n")])
def test_times_in_frames_are_one_finding_and_stay(source: str) -> None:
    for given in (settings(None), settings(None, "ALL")):
        fixed = fix_source(source, caption_format=format_by_name("srt"), settings=given)
        counted = [left for left in fixed.left if left.code == "SRT018"]
        assert [(left.span.line, left.fix) for left in counted] == [(2, None)]
        assert not [left.code for left in fixed.left if left.code.startswith(("TIM", "SPD", "SRT00"))]
        for line in source.splitlines():
            assert "-->" not in line or line in fixed.source
        assert "First words here" in fixed.source


@pytest.mark.parametrize(
    ("source", "rate", "times"),
    [
        (FRAMES, Fraction(25), [(1480, 1800), (4200, 6960)]),
        (FRAMES, Fraction(30), [(1400, 1667), (4167, 6800)]),
        (SEMICOLONS, Fraction(25), [(1480, 1800), (4200, 6960)]),
        (FRAMES, Fraction(24000, 1001) * 25 / 24, [(1481, 1802), (4204, 6967)]),
        (DROP.replace("00:00:0", "00:10:0"), Fraction(30000, 1001), [(601_401, 601_668), (604_170, 606_806)]),
    ],
)
def test_times_at_a_frame_rate(source: str, rate: Fraction, times: list[tuple[int, int]]) -> None:
    reading = with_frame_rate(read(source), rate)
    assert [(cue.start_ms, cue.end_ms) for cue in reading.document.cues] == times
    assert with_frame_rate(reading, rate) == reading
    fixed = fix_source(source, caption_format=format_by_name("srt"), settings=settings(rate, "SRT"))
    assert [(cue.start_ms, cue.end_ms) for cue in read(fixed.source).document.cues] == times
    assert fixed.left == ()


def test_rules_see_the_times_of_the_frame_rate() -> None:
    found = check_reading(read(FRAMES), settings(25, "TIM004"))
    assert [(one.cue, one.message) for one in found] == [(1, "320 ms long (< 1,000)")] or len(found) == 1
    fixed = fix_source(FRAMES, caption_format=format_by_name("srt"), settings=settings(25))
    assert "00:00:01,480 --> 00:00:02,480" in fixed.source


def test_a_frame_rate_that_has_not_so_many_frames() -> None:
    source = FRAMES.replace("06:24", "06:29")
    fixed = fix_source(source, caption_format=format_by_name("srt"), settings=settings(25, "SRT"))
    assert fixed.source == source
    assert "up to frame 29, which a video of 25 frames per second does not have" in fixed.left[0].message


@pytest.mark.parametrize(
    "source",
    [
        FRAMES.replace("06:24", "06:75"),
        FRAMES.replace("00:00:06:24", "00:00:06,960"),
        FRAMES.replace(":12", ",12").replace(":20", ",20").replace(":05", ",05").replace(":24", ",24"),
    ],
    ids=["hundredths", "one in milliseconds", "commas"],
)
def test_other_times_with_two_digits_are_ambiguous(source: str) -> None:
    fixed = fix_source(source, caption_format=format_by_name("srt"), settings=settings(25, "SRT"))
    assert {left.code for left in fixed.left} <= {"SRT006", "SRT007"}
    assert "SRT007" in {left.code for left in fixed.left}
    assert fixed.source == source


def test_other_commands_ask_for_the_frame_rate() -> None:
    with pytest.raises(FormatError, match="count frames") as caught:
        open_captions(FRAMES.encode())
    assert "captious fix --fps 25" in (caught.value.hint or "")
    opened = open_captions(FRAMES.encode(), frame_rate=Fraction(25))
    assert opened.document.cues[1].start_ms == 4200


VTT = f"WEBVTT\n\n{FRAMES}".replace("06:24\n", "06:24 line:0\n")


@pytest.mark.parametrize("source", [VTT, VTT.replace("\n", "\r\n"), VTT.replace("1\n00", "NOTE x\n\nid\n00")])
def test_times_in_frames_in_webvtt_are_one_finding_too(source: str) -> None:
    fixed = fix_source(source, caption_format=format_by_name("vtt"), settings=settings(None))
    counted = [left for left in fixed.left if left.code.startswith("VTT")]
    assert [(left.code, left.fix) for left in counted] == [("VTT027", None)]
    for line in source.splitlines():
        assert "-->" not in line or line in fixed.source


def test_webvtt_times_at_a_frame_rate() -> None:
    reading = with_frame_rate(read_vtt(VTT), Fraction(25))
    times = [(1480, 1800), (4200, 6960)]
    assert [(cue.start_ms, cue.end_ms) for cue in reading.document.cues] == times
    fixed = fix_source(VTT, caption_format=format_by_name("vtt"), settings=settings(25, "VTT"))
    assert fixed.left == ()
    assert "00:00:04.200 --> 00:00:06.960 line:0\n" in fixed.source
    assert [(cue.start_ms, cue.end_ms) for cue in read_vtt(fixed.source).document.cues] == times
    opened = open_captions(VTT.encode(), frame_rate=Fraction(25))
    assert opened.document.cues[1].start_ms == 4200
    with pytest.raises(FormatError, match="count frames"):
        open_captions(VTT.encode())


def test_one_time_in_frames_among_others_is_unreadable() -> None:
    reading = read_vtt(VTT.replace("00:00:04:05 --> 00:00:06:24", "00:00:04.200 --> 00:00:06.960"))
    assert {finding.code for finding in reading.findings} == {"VTT003", "VTT005"}
    assert len(reading.document.cues) == 1


def test_webvtt_in_frames_without_its_header_has_both_errors() -> None:
    source = VTT.removeprefix("WEBVTT\n\n")
    fixed = fix_source(source, caption_format=format_by_name("vtt"), settings=settings(25, "VTT"))
    assert fixed.left == ()
    assert fixed.source.startswith("WEBVTT\n\n1\n00:00:01.480 --> 00:00:01.800\n")


@pytest.mark.parametrize(
    ("time", "rate", "reason"),
    [
        ("00:01:00;01", Fraction(30000, 1001), "drop-frame counting leaves out frames 00 to 01"),
        ("00:02:00;03", Fraction(60000, 1001), "drop-frame counting leaves out frames 00 to 03"),
        ("00:02:00;10", Fraction(30), "drop-frame at 30 frames per second"),
    ],
)
def test_a_number_that_drop_frame_leaves_out_is_an_error_at_its_place(
    time: str, rate: Fraction, reason: str
) -> None:
    source = DROP.replace("00:00:06;24", time)
    if rate == 30:
        source = source.replace("00:00:01;12", "00:00:01:12").replace("00:00:01;20", "00:00:01:20")
        source = source.replace("00:00:04;05", "00:00:04:05")
    fixed = fix_source(source, caption_format=format_by_name("srt"), settings=settings(rate, "SRT"))
    assert fixed.source == source
    (left,) = fixed.left
    assert (left.span.line, left.span.column) == (6, 17)
    assert f"{time} is none: {reason}" in left.message
    with pytest.raises(FormatError, match=r"leaves out|drop-frame at 30") as caught:
        open_captions(source.encode(), frame_rate=rate)
    assert caught.value.line == 6
