"""What fixes of times owe: they settle, keep every word, and make no new issue."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from captious.analysis.free_time import FreeTime
from captious.analysis.subject import Subject
from captious.checks.selection import Selection
from captious.checks.settings import CheckSettings, check_reading
from captious.core.clock import srt_time
from captious.fixing.engine import fix_source
from captious.formats.registry import format_by_name
from captious.style import load_style
from captious.timing.recording import Recording

SRT = format_by_name("srt")
RULES = ("TIM", "SPD", "off-frame", "below-reading-table", "long-silence", "beside-shot-change")
TEXTS = ("No.", "I have never seen so many people", "ANN LEE: Where have you been?\nFar away, my friend.", "")

# a fix may turn one of these into a lesser one: an overlap of a millisecond into cues that touch
KINDS = {
    "TIM003": "boundary",
    "TIM006": "boundary",
    "TIM007": "boundary",
    "SPD002": "words",
    "SPD003": "words",
}

times = st.integers(0, 4000)
# mostly one after the other, as captions are; sometimes across each other
cues = st.lists(st.tuples(st.integers(-300, 2500), times, st.sampled_from(TEXTS)), min_size=1, max_size=7)


def written(made: list[tuple[int, int, str]]) -> str:
    blocks, end = [], 0
    for number, (gap, duration, text) in enumerate(made, 1):
        start = max(end + gap, 0)
        end = max(start + duration - 20, 0)
        blocks.append(f"{number}\n{srt_time(start)} --> {srt_time(end)}\n{text}\n")
    return "\n".join(blocks)


def free_time(source: str, *, style: str = "base", frame_rate: Fraction | None = None) -> FreeTime:
    reading = SRT.read(source)
    profile = load_style(style).profile(format="srt", language="en")
    return FreeTime(Subject(reading.document, profile=profile, recording=Recording(frame_rate=frame_rate)))


@pytest.mark.parametrize("style", ["base", "netflix-en", "bbc"])
@pytest.mark.parametrize("rate", [None, Fraction(25), Fraction(24000, 1001)])
@pytest.mark.parametrize("unsafe", [False, True])
@settings(max_examples=20)
@given(made=cues, media=st.none() | st.integers(0, 12_000), shots=st.lists(times, max_size=3))
def test_fixes_settle_and_make_no_new_issue(
    *,
    style: str,
    rate: Fraction | None,
    unsafe: bool,
    made: list[tuple[int, int, str]],
    media: int | None,
    shots: list[int],
) -> None:
    source = written(made)
    check_settings = CheckSettings(
        style=load_style(style),
        selection=Selection(select=RULES),
        language="en",
        recording=Recording(media_ms=media, frame_rate=rate, shots_ms=tuple(sorted(shots))),
    )
    before = check_reading(SRT.read(source), check_settings)
    fixed = fix_source(source, caption_format=SRT, settings=check_settings, unsafe=unsafe)
    assert not [item for item in fixed.left if item.fix and (unsafe or item.fix.safe)]
    assert (
        fix_source(fixed.source, caption_format=SRT, settings=check_settings, unsafe=unsafe).source
        == fixed.source
    )
    if unsafe:
        return
    texts = [cue.text for cue in SRT.read(fixed.source).document.cues]
    assert texts == [cue.text for cue in SRT.read(source).document.cues]
    checked = SRT.read(source).document.cues
    if any(cue.duration_ms <= 0 for cue in checked) or any(
        b.start_ms < a.end_ms for a, b in pairwise(checked)
    ):
        return  # what is wrong in more ways than one may be wrong in another way afterwards
    # extending a cue considers neither shot changes nor a reading table that is only an option
    known = Counter(KINDS.get(item.code, item.code) for item in before)
    left = [item for item in fixed.left if item.code not in {"TIM013", "SPD004"}]
    added = Counter(KINDS.get(item.code, item.code) for item in left) - known
    assert not added, (source, fixed.source, [(item.span.line, item.message) for item in fixed.left])


def test_a_cue_needs_its_minimum_or_the_time_to_read_it() -> None:
    around = free_time(
        "1\n00:00:01,000 --> 00:00:02,000\nNo.\n\n2\n00:00:02,000 --> 00:00:09,000\n" + "12345 " * 14 + "\n"
    )
    assert around.needs(0) == 1000
    assert around.needs(1) == -(-83 * 1000 // 21)


def test_the_free_time_of_a_cue_ends_at_the_next_one_even_if_it_is_elsewhere_in_the_file() -> None:
    around = free_time(
        "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:09,000 --> 00:00:10,000\nThree.\n\n"
        "3\n00:00:03,000 --> 00:00:04,000\nTwo.\n"
    )
    assert around.free_after(0) == 0
    assert around.free_after(2) == 5000
    assert around.extend(0, 1500) is None


def test_the_last_cue_of_media_of_unknown_length_may_be_as_long_as_the_longest_cue() -> None:
    source = "1\n00:00:01,000 --> 00:00:02,000\nOne.\n"
    assert free_time(source).free_after(0) == 6000
    assert free_time(source, style="bbc").free_after(0) is None


def test_on_frames_an_extended_cue_ends_on_a_frame() -> None:
    around = free_time("1\n00:00:01,000 --> 00:00:01,200\nOne.\n", frame_rate=Fraction(25))
    assert around.extend(0, 1010) == (1000, 2040)
