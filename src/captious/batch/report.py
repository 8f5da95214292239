"""Tables of a run, one row per file or per finding: CSV, JSON lines or Parquet (extra ``captious[report]``)."""

from __future__ import annotations

import csv
import io
import json
import os
from typing import TYPE_CHECKING, Any

from captious.batch import storage
from captious.errors import CaptiousError, OptionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SUFFIXES = (".parquet", ".csv", ".jsonl")
_FACTS = (
    "style", "language", "cues", "words", "length_s", "speakers", "cps_median", "cps_p95", "cps_max",
    "duration_median_s", "gap_median_s", "times", "findings", "errors", "warnings", "infos",
)  # fmt: skip
_FILE = (
    "command",
    "source",
    "outputs",
    "status",
    "error",
    *_FACTS,
    "seconds",
    "finished",
    "version",
    "attempts",
)
_FINDING = (
    "source", "code", "name", "severity", "message", "line", "column", "cue", "fixable", "style", "language",
    "length_s",
)  # fmt: skip
_INTEGERS = frozenset(
    {
        "cues",
        "words",
        "speakers",
        "findings",
        "errors",
        "warnings",
        "infos",
        "attempts",
        "line",
        "column",
        "cue",
    }
)
_NUMBERS = frozenset(
    {"length_s", "cps_median", "cps_p95", "cps_max", "duration_median_s", "gap_median_s", "seconds"}
)


def check_path(path: str) -> None:
    """Refuses an unknown kind of report, or one that needs a missing package, before anything is done.

    Raises:
        OptionError: the file name does not end in one of `SUFFIXES`.
        CaptiousError: Parquet without pyarrow.
    """
    suffix = os.path.splitext(path)[1].lower()  # noqa: PTH122
    if suffix not in SUFFIXES:
        raise OptionError(
            "unknown kind of report", path=path, hint=f"Use a name that ends in {', '.join(SUFFIXES)}."
        )
    if suffix == ".parquet":
        _pyarrow()


def is_table(data: bytes, *, path: str, findings: bool) -> bool:
    """Whether a file holds a table that `write_report` wrote, of the same kind.

    Args:
        data: its content.
        path: its name, whose ending is its kind.
        findings: whether to expect one row per finding rather than per file.
    """
    names = _FINDING if findings else _FILE
    suffix = os.path.splitext(path)[1].lower()  # noqa: PTH122
    if suffix == ".csv":
        return data.split(b"\n", 1)[0].rstrip(b"\r") == ",".join(names).encode()
    if suffix == ".jsonl":
        try:
            first = json.loads(data.split(b"\n", 1)[0])
        except ValueError:
            return False
        return isinstance(first, dict) and tuple(first) == names
    pyarrow = _pyarrow()
    from pyarrow import parquet

    try:
        return tuple(parquet.read_schema(io.BytesIO(data)).names) == names
    except pyarrow.ArrowException:
        return False


def file_rows(entries: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One row per file, from the ledger."""
    for entry in entries:
        row = {**entry, "findings": None, **entry["facts"]}
        row["status"] = "done" if entry["code"] == 0 else "faulty" if entry["code"] == 1 else "failed"
        row["source"] = storage.shown(entry["source"])
        row["outputs"] = " ".join(map(storage.shown, entry["outputs"]))
        yield {name: row.get(name) for name in _FILE}


def finding_rows(entries: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One row per finding, with the facts about its file."""
    for entry in entries:
        for finding in entry["findings"]:
            row = {**entry["facts"], **finding, "source": storage.shown(entry["source"])}
            yield {name: row.get(name) for name in _FINDING}


def write_report(path: str, rows: Sequence[dict[str, Any]], *, findings: bool) -> None:
    """Writes a table, atomically.

    Raises:
        CaptiousError: it cannot be written.
    """
    names = _FINDING if findings else _FILE
    suffix = os.path.splitext(path)[1].lower()  # noqa: PTH122
    if suffix == ".csv":
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        data = text.getvalue().encode("utf-8", "backslashreplace")
    elif suffix == ".jsonl":
        data = "".join(f"{json.dumps(row)}\n" for row in rows).encode()
    else:
        data = _parquet(rows, names)
    storage.write(path, data)


def _parquet(rows: Sequence[dict[str, Any]], names: Sequence[str]) -> bytes:
    pyarrow = _pyarrow()
    from pyarrow import parquet

    def kind(name: str) -> Any:
        if name in _INTEGERS:
            return pyarrow.int64()
        if name in _NUMBERS:
            return pyarrow.float64()
        return pyarrow.bool_() if name == "fixable" else pyarrow.string()

    schema = pyarrow.schema([(name, kind(name)) for name in names])
    held = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(list(rows), schema=schema), held)
    return held.getvalue()


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError:
        raise CaptiousError(
            "Parquet needs pyarrow", hint="Install it: pip install 'captious[report]'."
        ) from None
    return pyarrow
