"""Statistics of caption files, and the changes between two versions, as pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from captious.core.clock import short_time
from captious.core.numbers import count
from captious.overview.statistics import UNNAMED
from captious.pages.environment import render
from captious.plain import escape_controls
from captious.reports.folder_changes import change_kinds
from captious.reports.overview_tables import DISTRIBUTIONS, FIGURES, cue_numbers
from captious.timing.matching import match

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.errors import CaptiousError
    from captious.overview.changes import Change
    from captious.overview.statistics import Distribution, Statistics
    from captious.reports.folder_changes import Pair

MOST_CHANGES = 1000
"""Most changes of a file on the page; the page says how many there are besides, and the table has all."""
_NAMES = dict(
    zip(DISTRIBUTIONS, ("characters per second", "characters a line", "seconds shown", "seconds between"), strict=True)
)  # fmt: skip


def statistics_html(
    files: Sequence[tuple[str, Statistics]], together: Statistics, errors: Sequence[CaptiousError]
) -> str:
    """The statistics of files, and of all together, as one page."""
    said = sum(share.words for share in together.speakers.values())
    return render(
        "statistics",
        styles=("base", "report", "delivery"),
        lang="en",
        heading=escape_controls(files[0][0]) if len(files) == 1 else count(len(files), "file"),
        totals=[
            ("files", f"{len(files):,}"),
            ("captions", f"{together.cues:,}"),
            ("length", short_time(together.until_ms)),
            ("words", f"{together.words:,}"),
            ("words a minute", f"{together.words_per_minute:g}"),
            *([("could not be read", f"{len(errors):,}")] if errors else []),
        ],
        heads=("least", "5%", "median", "mean", "95%", "most"),
        distributions=[(name, _cells(getattr(together, key))) for key, name in _NAMES.items()],
        lines=[(number, f"{cues:,}") for number, cues in together.lines.items()],
        speakers=[
            {
                "name": escape_controls(name) if name != UNNAMED else "unnamed",
                "share": f"{100 * share.words / said:.1f}%" if said else "",
                "cues": f"{share.cues:,}",
                "shown": short_time(share.shown_ms),
            }
            for name, share in together.speakers.items()
        ],
        files=[_file(name, figures) for name, figures in files] if len(files) > 1 else [],
        errors=[
            {"path": escape_controls(error.path or ""), "message": escape_controls(error.message)}
            for error in errors
        ],
    )


def changes_html(pairs: Sequence[Pair], only_old: Sequence[str], only_new: Sequence[str]) -> str:
    """The changes of files, as one page."""
    everything = [change for pair in pairs for change in pair[2]]
    return render(
        "changes",
        styles=("base", "report", "delivery"),
        lang="en",
        heading=_heading(pairs),
        totals=[
            ("files compared", f"{sum(pair[3] is None for pair in pairs):,}"),
            ("changed", f"{sum(bool(pair[2]) for pair in pairs):,}"),
            *((kind, f"{number:,}") for kind, number in change_kinds(everything).items()),
        ],
        files=list(_pairs(pairs)),
        alone=[
            (where, [escape_controls(path) for path in paths])
            for where, paths in (("Only in the first", only_old), ("Only in the second", only_new))
            if paths
        ],
    )


def _heading(pairs: Sequence[Pair]) -> str:
    if len(pairs) != 1:
        return f"Changes in {count(len(pairs), 'pair')} of files"
    return f"{escape_controls(pairs[0][0])} → {escape_controls(pairs[0][1])}"


def _file(name: str, figures: Statistics) -> dict[str, Any]:
    return {
        "path": escape_controls(name),
        "cells": (
            f"{figures.cues:,}",
            f"{figures.words:,}",
            short_time(figures.until_ms),
            f"{figures.words_per_minute:g}",
            _cells(figures.cps)[2],
            _cells(figures.cps)[4],
            _cells(figures.line_chars)[5],
        ),
    }


def _cells(figures: Distribution) -> list[str]:
    values = (getattr(figures, name) for name in FIGURES)
    return ["–" if value is None else f"{value:.2f}".rstrip("0").rstrip(".") for value in values]


def _pairs(pairs: Sequence[Pair]) -> Iterator[dict[str, Any]]:
    for old, new, changes, error in pairs:
        if changes or error is not None:
            yield {
                "title": f"{escape_controls(old)} → {escape_controls(new)}",
                "error": escape_controls(error.message) if error is not None else "",
                "changes": [_change(change) for change in changes[:MOST_CHANGES]],
                "left_out": max(len(changes) - MOST_CHANGES, 0),
            }


def _change(change: Change) -> dict[str, Any]:
    old, new = cue_numbers(change.old), cue_numbers(change.new)
    if change.kind == "time":
        parts = [("same", _moved(change))]
    elif change.kind == "text":
        parts = list(_words(change.before, change.after))
    else:
        parts = [(kind, text) for kind, text in (("del", change.before), ("ins", change.after)) if text]
    return {
        "kind": change.kind,
        "at": short_time(change.start_ms),
        "cues": f"{old} → {new}" if old and new and old != new else old or new,
        "parts": [(kind, "\n".join(map(escape_controls, text.split("\n")))) for kind, text in parts],
    }


def _moved(change: Change) -> str:
    if change.in_ms == change.out_ms:
        return f"{change.in_ms / 1000:+.3f} s" if change.in_ms else f"{change.before} is {change.after}"
    return f"in {change.in_ms / 1000:+.3f} s, out {change.out_ms / 1000:+.3f} s"


def _words(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Both texts in one: what is the same, what is gone, and what is new."""
    old, new = before.split(), after.split()
    left = right = 0
    for pair in [*(pair for pair in match(old, new) if pair.same), None]:
        end, stop = (pair.left, pair.right) if pair is not None else (len(old), len(new))
        if left < end:
            yield "del", " ".join(old[left:end])
        if right < stop:
            yield "ins", " ".join(new[right:stop])
        if pair is not None:
            yield "same", old[pair.left]
        left, right = end + 1, stop + 1
