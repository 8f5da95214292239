from __future__ import annotations

import itertools
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from captious.style import load_style
from captious.style.limits import Limit
from captious.timing.fit import Slot, fit

if TYPE_CHECKING:
    from captious.style.profile import Timing

YOUTUBE = load_style("youtube").profile(format="srt", language="en").timing
NETFLIX = load_style("netflix-en").profile(format="srt", language="en").timing
BBC = load_style("bbc").profile(format="srt", language="en").timing


def slot(start: int, end: int, needed: int = 1000, *, anchored: bool = False) -> Slot:
    return Slot(start, end, needed, 1000, anchored)


def test_cues_with_room_stay_where_their_words_are() -> None:
    fitted = fit([slot(0, 2000), slot(2000, 5000)], timing=YOUTUBE, media_ms=60_000)
    assert fitted.times == ((0, 2000), (2000, 5000 + 500))
    assert fitted.moved_ms == 0


def test_a_cue_too_short_to_read_takes_time_from_both_neighbours() -> None:
    fitted = fit([slot(0, 3000), slot(3000, 3200), slot(3200, 6000)], timing=YOUTUBE, media_ms=60_000)
    (_, _), (start, end), (following, _) = fitted.times
    assert (start, end, following) == (2600, 3600, 3600)


def test_a_known_time_stays_and_the_estimates_move() -> None:
    slots = [slot(0, 3000), slot(3000, 3200), slot(3200, 6000, anchored=True)]
    fitted = fit(slots, timing=YOUTUBE, media_ms=60_000)
    assert abs(fitted.times[2][0] - 3200) <= 2


def test_no_cue_passes_the_end_and_none_is_negative() -> None:
    fitted = fit([slot(0, 100), slot(100, 200), slot(200, 300)], timing=YOUTUBE, media_ms=3000)
    assert fitted.times == ((0, 1000), (1000, 2000), (2000, 3000))


def test_too_little_time_for_all_is_shared_and_counted() -> None:
    slots = [slot(0, 500, 3000), slot(500, 1000, 3000)]
    fitted = fit(slots, timing=YOUTUBE, media_ms=4000)
    assert fitted.squeezed == 2
    assert all(end - start >= 1000 for start, end in fitted.times)
    assert fit(slots, timing=YOUTUBE, media_ms=10).times[-1][1] <= 10


def test_the_maximum_ends_a_cue_early() -> None:
    fitted = fit([slot(0, 12_000), slot(12_000, 14_000)], timing=YOUTUBE, media_ms=None)
    assert fitted.times[0] == (0, 7000)


def test_the_smallest_gap_is_kept_where_cues_may_not_be_back_to_back() -> None:
    fitted = fit([slot(0, 2000), slot(2000, 4000)], timing=NETFLIX, media_ms=None)
    assert fitted.times[1][0] - fitted.times[0][1] >= 83


def test_a_forbidden_gap_is_closed_or_opened() -> None:
    closed = fit([slot(0, 2000), slot(2300, 4000)], timing=NETFLIX, media_ms=None)
    assert closed.times[1][0] - closed.times[0][1] == 83
    opened = fit([slot(0, 6990), slot(7400, 9000)], timing=NETFLIX, media_ms=None)
    assert opened.times[1][0] - opened.times[0][1] >= 500
    bbc = fit([slot(0, 2000), slot(2900, 4000)], timing=BBC, media_ms=None)
    assert bbc.times[1][0] - bbc.times[0][1] == 0


def test_frames_put_every_time_on_a_frame() -> None:
    rate = Fraction(24000, 1001)
    fitted = fit(
        [slot(17, 2011), slot(2011, 4000), slot(4000, 4100)], timing=NETFLIX, media_ms=9000, frame_rate=rate
    )
    for start, end in fitted.times:
        for ms in (start, end):
            frame = round(ms * rate / 1000)
            assert abs(ms - frame * 1000 / rate) <= Fraction(1, 2)
    gaps = [later[0] - earlier[1] for earlier, later in itertools.pairwise(fitted.times)]
    assert all(gap >= 83 for gap in gaps)


def test_nothing_fits_into_nothing() -> None:
    assert fit([], timing=YOUTUBE).times == ()


timings = st.sampled_from([YOUTUBE, NETFLIX, BBC])
slot_lists = st.lists(
    st.tuples(st.integers(0, 4000), st.integers(100, 6000), st.booleans()), min_size=1, max_size=40
)


def build(steps: list[tuple[int, int, bool]]) -> list[Slot]:
    starts = list(itertools.accumulate(step for step, _, _ in steps))
    ends = [*starts[1:], starts[-1] + 1500]
    return [
        Slot(start, end, max(needed, 1000), 1000, anchored)
        for start, end, (_, needed, anchored) in zip(starts, ends, steps, strict=True)
    ]


@settings(max_examples=200)
@given(slot_lists, timings, st.sampled_from([None, Fraction(25), Fraction(24000, 1001)]), st.booleans())
def test_never_an_overlap_and_always_time_to_read(
    steps: list[tuple[int, int, bool]], timing: Timing, rate: Fraction | None, bounded: bool
) -> None:
    slots = build(steps)
    media = sum(slot.needed_ms + 200 for slot in slots) + 1000 if bounded else None
    fitted = fit(slots, timing=timing, media_ms=media, frame_rate=rate)
    slack = 1 if rate else 0
    longest = timing.max_duration_ms.value if timing.max_duration_ms else float("inf")
    for (start, end), wish in zip(fitted.times, slots, strict=True):
        assert 0 <= start < end
        assert end - start >= min(wish.needed_ms, longest) - slack
        assert end - start <= longest + slack
        assert media is None or end <= media + slack
    least = 0 if timing.touching else 83 if rate is None else int(2000 / rate)
    for earlier, later in itertools.pairwise(fitted.times):
        assert later[0] - earlier[1] >= least
    assert fitted.squeezed == 0


@settings(max_examples=100)
@given(slot_lists, st.integers(1, 20_000))
def test_even_a_hopeless_media_length_gives_ordered_times(
    steps: list[tuple[int, int, bool]], media: int
) -> None:
    slots = build(steps)
    loose = replace(YOUTUBE, min_duration_ms=Limit(1, "a test", "advisory"))
    fitted = fit(slots, timing=loose, media_ms=media)
    assert all(later[0] >= earlier[1] for earlier, later in itertools.pairwise(fitted.times))
    assert all(start < end for start, end in fitted.times)
    if media >= len(slots):
        assert fitted.times[-1][1] <= media
