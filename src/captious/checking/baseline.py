"""Reading and writing baselines: files of known findings, one or several in a run."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from captious.checks.baseline import (
    Baseline,
    baseline_text,
    is_baseline,
    known_findings,
    read_baseline,
    unreadable,
)
from captious.errors import CaptiousError, ConfigError
from captious.formats.files import read_bytes, replace_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.checking.worker_messages import CheckedFile, Task
    from captious.checks.baseline import Known


def leave_out_known(
    tasks: Sequence[Task], checked: Sequence[CheckedFile], baselines: Sequence[str | None]
) -> list[CheckedFile]:
    """The results without the findings in baselines.

    Args:
        tasks: the files.
        checked: the result of each.
        baselines: the absolute path of the baseline of each; ``None`` = it has none.

    Raises:
        CaptiousError: a baseline cannot be read, or is not one.
    """
    return [
        entry if path is None else _without(_read(path, _changed_at(path)), _name(task, path), task, entry)
        for task, entry, path in zip(tasks, checked, baselines, strict=True)
    ]


def _without(baseline: Baseline, name: str, task: Task, entry: CheckedFile) -> CheckedFile:
    document = entry.file.document
    if document is None:
        # it stays in the report without findings, as what it is: a file that could not be read, and is known
        known = entry.error is not None and baseline.has_unreadable(name, _bytes(task))
        return entry._replace(error=None, known_unread=True) if known else entry
    if not entry.file.findings:
        return entry
    findings = baseline.new_findings(name, entry.file.findings, document)
    return entry._replace(file=replace(entry.file, findings=findings))


def write_known(path: str, tasks: Sequence[Task], checked: Sequence[CheckedFile]) -> int:
    """Writes all findings to a baseline, and returns their number; what it has of other files that exist stays.

    Args:
        path: the baseline, an absolute path.
        tasks: the files.
        checked: the result of each.

    Raises:
        OutputError: it cannot be written.
    """
    old = _existing(path)
    files = dict(old)
    total = 0
    for task, entry in zip(tasks, checked, strict=True):
        document = entry.file.document
        known = (
            (unreadable(_bytes(task)),) if document is None else known_findings(entry.file.findings, document)
        )
        name = _name(task, path)
        total += len(known)
        if known or name in old:
            files[name] = known
    replace_file(path, baseline_text(files).encode("utf-8", "backslashreplace"))
    return total


def _existing(path: str) -> dict[str, tuple[Known, ...]]:
    """What a baseline has of files that still exist; nothing if it is no baseline, or damaged."""
    try:
        data = read_bytes(path)
        old = read_baseline(path) if is_baseline(data) else Baseline({})
    except CaptiousError:
        return {}
    folder = os.path.dirname(path)  # noqa: PTH120
    return {
        name: known
        for name, known in old.files.items()
        if os.path.exists(os.path.join(folder, name))  # noqa: PTH110, PTH118
    }


def _changed_at(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns  # noqa: PTH116
    except OSError:
        return 0


@lru_cache(maxsize=8)
def _read(path: str, changed_at: int) -> Baseline:  # noqa: ARG001 - one that was written again is another
    shown = path.removeprefix(os.getcwd() + os.sep)  # noqa: PTH109
    if not os.path.lexists(path):
        raise ConfigError("no such file", path=shown, hint="Write it: captious check --write-baseline")
    return read_baseline(path, shown=shown)


def _bytes(task: Task) -> bytes | None:
    try:
        return task.read()
    except CaptiousError:
        return None


def _name(task: Task, baseline: str) -> str:
    """The name of a file in a baseline: relative to the folder of the baseline, with forward slashes."""
    folder = os.path.dirname(baseline)  # noqa: PTH120
    try:
        name = os.path.relpath(task.path, folder)
    except ValueError:
        # on another drive than the baseline
        name = task.path
    return name.replace(os.sep, "/")
