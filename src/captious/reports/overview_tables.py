"""Statistics of caption files, and the changes between two versions, as tables for spreadsheets and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.clock import vtt_time
from captious.overview.statistics import UNNAMED
from captious.plain import escape_controls
from captious.reports.tables import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.errors import CaptiousError
    from captious.overview.changes import Change
    from captious.overview.statistics import Statistics
    from captious.reports.folder_changes import Pair
    from captious.reports.tables import Cell

DISTRIBUTIONS = ("cps", "line_chars", "duration_s", "gap_s")
FIGURES = ("least", "p5", "median", "mean", "p95", "most")
_SECONDS = 1000


def statistics_csv(
    files: Sequence[tuple[str, Statistics]],
    errors: Sequence[CaptiousError],
    *,
    format: str,  # noqa: A002 - what users call it
) -> str:
    """A row for each file, with those that could not be read and why."""
    heads = (
        "file", "cues", "words", "characters", "until_s", "shown_s", "words_per_minute", "speakers",
        *(f"{name}_{figure}" for name in DISTRIBUTIONS for figure in FIGURES), "error",
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (
            escape_controls(name),
            figures.cues,
            figures.words,
            figures.characters,
            figures.until_ms / _SECONDS,
            figures.shown_ms / _SECONDS,
            figures.words_per_minute,
            ", ".join(escape_controls(who) for who in figures.speakers if who != UNNAMED),
            *(getattr(getattr(figures, part), figure) for part in DISTRIBUTIONS for figure in FIGURES),
            "",
        )
        for name, figures in files
    ]
    empty = [None] * (len(heads) - 2)
    rows += [(escape_controls(error.path or ""), *empty, escape_controls(error.message)) for error in errors]
    return csv_text(heads, rows, format=format)


def changes_csv(
    pairs: Sequence[Pair],
    only_old: Sequence[str],
    only_new: Sequence[str],
    *,
    format: str,  # noqa: A002 - what users call it
) -> str:
    """A row for each change; files without a counterpart, and those that could not be compared, have one too."""
    heads = ("old", "new", "kind", "old_cues", "new_cues", "start", "in_ms", "out_ms", "before", "after")
    empty = [None] * 7
    rows: list[tuple[Cell, ...]] = []
    for old, new, changes, error in pairs:
        names = escape_controls(old), escape_controls(new)
        rows += ((*names, *cells) for cells in _change_rows(changes))
        if error is not None:
            rows.append((*names, f"not compared: {escape_controls(error.message)}", *empty))
    rows += ((escape_controls(path), "", "only in the first", *empty) for path in only_old)
    rows += (("", escape_controls(path), "only in the second", *empty) for path in only_new)
    return csv_text(heads, rows, format=format)


def cue_numbers(numbers: tuple[int, int] | None) -> str:
    """The cues of a change: ``12``, ``12–14``, or nothing."""
    if numbers is None:
        return ""
    return f"{numbers[0]}" if numbers[0] == numbers[1] else f"{numbers[0]}–{numbers[1]}"


def _change_rows(changes: Sequence[Change]) -> Iterator[tuple[Cell, ...]]:
    for change in changes:
        moved = (change.in_ms, change.out_ms) if change.kind == "time" else (None, None)
        texts = (_lines(change.before), _lines(change.after))
        cues = cue_numbers(change.old), cue_numbers(change.new)
        yield (change.kind, *cues, vtt_time(change.start_ms), *moved, *texts)


def _lines(text: str) -> str:
    return "\n".join(map(escape_controls, text.split("\n")))
