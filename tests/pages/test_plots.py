from __future__ import annotations

from captious.overview.histograms import Mark, histogram
from captious.pages.plots import HEIGHT, WIDTH, plot_histogram


def test_bars_marks_and_words() -> None:
    made = histogram("Line length", "characters", [10, 20, 20, 30, 45, 50], (Mark(42, "most", "guide"),))
    assert made is not None
    plot = plot_histogram(made)
    assert plot["summary"] == (
        "6 values from 10 to 50 characters; half are no more than 20, 95% no more than 50. "
        "2 are past the limit of at most 42."
    )
    assert sum(int(row["count"]) for row in plot["rows"]) == 6
    assert [bar["over"] for bar in plot["bars"] if bar["height"]] == [False, False, False, True, True]
    assert max(bar["height"] for bar in plot["bars"]) == HEIGHT - 48
    assert all(0 <= bar["x"] <= WIDTH and bar["x"] + bar["width"] <= WIDTH for bar in plot["bars"])
    (mark,) = plot["marks"]
    assert mark["label"] == "at most 42"
    assert 0 <= mark["x"] <= WIDTH


def test_one_value_is_one_bar() -> None:
    made = histogram("Gaps", "seconds", [0.0, 0.0], ())
    assert made is not None
    assert [bar["height"] > 0 for bar in plot_histogram(made)["bars"]].count(True) == 1
