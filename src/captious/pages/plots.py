"""Geometry of plots: numbers for SVG templates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from captious.core.numbers import count

if TYPE_CHECKING:
    from captious.overview.histograms import Histogram

WIDTH, HEIGHT = 480.0, 180.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 8.0, 8.0, 26.0, 22.0
_MOST_TICKS = 8


def plot_histogram(histogram: Histogram) -> dict[str, Any]:
    """Lay out bars, limits and ticks of a histogram, and its bins as rows of a table.

    Returns:
        ``bars`` (x, y, width, height, over), ``marks`` (x, label, anchor), ``ticks`` (x, text, anchor), ``base``, the
        size, a ``summary`` in words and ``rows`` of bins, as text alternatives.
    """
    count = len(histogram.counts)
    scale = (WIDTH - _LEFT - _RIGHT) / count
    first, last = histogram.edges[0], histogram.edges[-1]
    highest = max(histogram.counts)
    base = HEIGHT - _BOTTOM
    room = base - _TOP

    def across(value: float) -> float:
        return round(_LEFT + (value - first) / (last - first) * (WIDTH - _LEFT - _RIGHT), 2)

    bars = []
    for number, held in enumerate(histogram.counts):
        height = round(held / highest * room, 2) if held else 0.0
        bars.append(
            {
                "x": round(_LEFT + number * scale + 0.5, 2),
                "y": round(base - height, 2),
                "width": round(max(scale - 1, 0.5), 2),
                "height": height,
                # a bar at a limit holds values on both sides of it
                "over": histogram.past[number] * 2 > held,
            }
        )
    every = -(-count // _MOST_TICKS)
    return {
        "name": histogram.name,
        "unit": histogram.unit,
        "width": WIDTH,
        "height": HEIGHT,
        "base": base,
        "top": _TOP,
        "bars": bars,
        "marks": [
            {
                "x": across(mark.value),
                "label": f"{'at most' if mark.side == 'most' else 'at least'} {mark.value:g}",
                "anchor": _anchor(across(mark.value)),
                "basis": mark.basis,
            }
            for mark in histogram.marks
        ],
        "ticks": [
            {"x": across(edge), "text": f"{edge:g}", "anchor": _anchor(across(edge))}
            for edge in histogram.edges[::every]
        ],
        "summary": _summary(histogram),
        "rows": [
            {
                "from": f"{histogram.edges[number]:g}",
                "to": f"{histogram.edges[number + 1]:g}",
                "count": f"{held:,}",
            }
            for number, held in enumerate(histogram.counts)
            if held
        ],
    }


def _anchor(x: float) -> str:
    return "start" if x < 30 else "end" if x > WIDTH - 60 else "middle"


def _summary(histogram: Histogram) -> str:
    """The plot in words."""
    figures = histogram.spread
    text = (
        f"{count(figures.count, 'value')} from {figures.least:g} to {figures.most:g} {histogram.unit}; "
        f"half are no more than {figures.median:g}, 95% no more than {figures.p95:g}."
    )
    for mark in histogram.marks:
        past = histogram.above if mark.side == "most" else histogram.below
        limit = f"{'at most' if mark.side == 'most' else 'at least'} {mark.value:g}"
        kind = "advice" if mark.basis == "advisory" else "limit"
        text += f" {count(past, 'is', 'are')} past the {kind} of {limit}."
    return text
