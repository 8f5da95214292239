"""The changes between the captions of two folders, as text and as values for JSON."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from captious.core.numbers import count
from captious.overview.changes import KINDS
from captious.plain import escape_controls
from captious.reports.overview_pages import change_record, changes_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from captious.errors import CaptiousError
    from captious.overview.changes import Change

    Pair = tuple[str, str, Sequence[Change], CaptiousError | None]
    """Two paths, their changes, and why they could not be compared."""


def folder_changes_page(pairs: Sequence[Pair], only_old: Sequence[str], only_new: Sequence[str]) -> str:
    """The changes of each pair of files, those without a counterpart, and the sum; ends with a newline."""
    parts = []
    for old, new, changes, error in pairs:
        if changes:
            parts.append(f"{_title(old, new)}  {_counted(changes)}\n{changes_page(changes)}\n")
        elif error is not None:
            parts.append(f"{_title(old, new)}  not compared: {escape_controls(error.summary)}\n\n")
    return "".join([*parts, *_summary(pairs, only_old, only_new)])


def folder_changes_record(
    pairs: Sequence[Pair], only_old: Sequence[str], only_new: Sequence[str]
) -> dict[str, Any]:
    """The same as values that JSON can hold."""
    compared = [pair for pair in pairs if pair[3] is None]
    return {
        "files": [
            {
                "old": old,
                "new": new,
                "changes": [change_record(change) for change in changes],
                "error": None if error is None else str(error),
            }
            for old, new, changes, error in pairs
        ],
        "only_old": list(only_old),
        "only_new": list(only_new),
        "together": {
            "compared": len(compared),
            "changed": sum(bool(pair[2]) for pair in compared),
            "failed": len(pairs) - len(compared),
            "changes": change_kinds(change for pair in compared for change in pair[2]),
        },
    }


def _summary(pairs: Sequence[Pair], only_old: Sequence[str], only_new: Sequence[str]) -> Iterator[str]:
    compared = [pair for pair in pairs if pair[3] is None]
    changed = [pair for pair in compared if pair[2]]
    everything = [change for pair in changed for change in pair[2]]
    how = f"{len(changed):,} changed: {_counted(everything)}" if changed else "no changes"
    yield f"{count(len(compared), 'pair')} of files, {how}\n"
    if len(pairs) > len(compared):
        yield f"not compared: {count(len(pairs) - len(compared), 'pair')}\n"
    for where, paths in (("first", only_old), ("second", only_new)):
        if paths:
            yield f"only in the {where} folder: {', '.join(map(escape_controls, paths))}\n"


def _title(old: str, new: str) -> str:
    return f"{escape_controls(old)} → {escape_controls(new)}"


def _counted(changes: Sequence[Change]) -> str:
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in change_kinds(changes).items())
    return f"{count(len(changes), 'change')} ({kinds})"


def change_kinds(changes: Iterable[Change]) -> dict[str, int]:
    """How many changes there are of each kind."""
    found = Counter(change.kind for change in changes)
    return {kind: found[kind] for kind in KINDS if found[kind]}
