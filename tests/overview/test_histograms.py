from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from captious.core.cue import Cue
from captious.overview.histograms import BINS, Mark, histogram, histograms
from captious.style import load_style


def test_no_value_no_histogram() -> None:
    assert histogram("x", "y", [], ()) is None
    assert histograms((), load_style("youtube").profile(format="srt")) == ()


def test_limits_are_inclusive_and_always_in_sight() -> None:
    made = histogram("x", "s", [1, 2, 3], (Mark(1, "least", "guide"), Mark(7, "most", "advisory")))
    assert made is not None
    assert (made.below, made.above) == (0, 0)
    assert made.edges[0] <= 1
    assert made.edges[-1] >= 7


def test_the_files_figures_against_its_style() -> None:
    cues = [Cue(0, 500, "Hello there you", ("Hello there you",)), Cue(500, 9000, "Bye", ("Bye",))]
    made = {each.name: each for each in histograms(cues, load_style("netflix-en").profile(format="srt"))}
    assert list(made) == ["Reading speed", "Line length", "Time on screen", "Gaps"]
    assert (made["Reading speed"].above, made["Time on screen"].below, made["Time on screen"].above) == (
        1,
        1,
        1,
    )
    assert made["Gaps"].below == 1
    touching = histograms(cues, load_style("youtube").profile(format="srt"))
    assert touching[-1].marks == ()


@given(
    st.lists(st.floats(-50, 5000, allow_nan=False), min_size=1, max_size=200),
    st.lists(
        st.builds(Mark, st.floats(0, 100), st.sampled_from(["least", "most"]), st.just("guide")), max_size=2
    ),
)
def test_every_value_is_in_a_bin(values: list[float], marks: list[Mark]) -> None:
    made = histogram("x", "y", values, tuple(marks))
    assert made is not None
    assert sum(made.counts) == len(values)
    assert len(made.edges) == len(made.counts) + 1 == len(made.past) + 1
    assert len(made.counts) <= BINS + 1
    assert list(made.edges) == sorted(set(made.edges))
    assert all(0 <= past <= count for past, count in zip(made.past, made.counts, strict=True))
