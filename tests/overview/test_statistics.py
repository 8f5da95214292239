"""The figures of caption files."""

from __future__ import annotations

from captious.core.document import Document
from captious.formats.exchange.build import make_cue, plain_lines
from captious.measure.width import Counting
from captious.overview.statistics import Distribution, Share, measure_files, spread

CUES = Document(
    "vtt",
    (
        make_cue(1000, 3000, plain_lines("Hello there,\nAnn."), speaker="Bob"),
        make_cue(3000, 4000, plain_lines("Hi."), speaker="Ann"),
        make_cue(5500, 7500, plain_lines("How are you?"), speaker="Ann"),
        make_cue(7000, 8000, plain_lines("[music]")),
    ),
).cues


def test_figures_of_a_file() -> None:
    figures = measure_files([CUES], Counting())
    assert (figures.files, figures.cues, figures.words, figures.characters) == (1, 4, 8, 38)
    assert (figures.from_ms, figures.until_ms, figures.shown_ms) == (1000, 8000, 5500)
    assert figures.words_per_minute == 68.6
    assert figures.lines == {1: 3, 2: 1}
    assert figures.speakers == {
        "Ann": Share(2, 4, 3000),
        "Bob": Share(1, 3, 2000),
        "": Share(1, 1, 1000),
    }
    # 16, 3, 12 and 7 characters in 2, 1, 2 and 1 seconds
    assert figures.cps == Distribution(4, 3.0, 3.0, 6.0, 6.0, 8.0, 8.0)
    assert (figures.gap_s.least, figures.gap_s.most) == (-0.5, 1.5)
    assert figures.duration_s.median == 1.0


def test_of_several_files_gaps_do_not_reach_from_one_to_the_next() -> None:
    figures = measure_files([CUES, CUES], Counting())
    assert (figures.files, figures.cues, figures.gap_s.count) == (2, 8, 6)
    assert measure_files([], Counting()).cps == Distribution(0)


def test_percentiles_are_values_of_the_list() -> None:
    assert spread(list(range(1, 101))) == Distribution(100, 1, 5, 50, 50.5, 95, 100)
    assert spread([7.0]) == Distribution(1, 7, 7, 7, 7, 7, 7)
