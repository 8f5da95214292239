"""Reading and writing the ``--baseline`` file of known findings."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from captious.checks.baseline import baseline_text, read_baseline
from captious.formats.files import replace_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.checking.worker_messages import CheckedFile, Task


def leave_out_known(path: str, tasks: Sequence[Task], checked: Sequence[CheckedFile]) -> list[CheckedFile]:
    """The results without the findings in a baseline.

    Raises:
        CaptiousError: the file cannot be read, or is not a baseline.
    """
    baseline = read_baseline(path)
    left: list[CheckedFile] = []
    for task, entry in zip(tasks, checked, strict=True):
        document = entry.file.document
        if document is not None and entry.file.findings:
            findings = baseline.new_findings(_name(task, path), entry.file.findings, document)
            entry = entry._replace(file=replace(entry.file, findings=findings))  # noqa: PLW2901 - the same entry
        left.append(entry)
    return left


def write_known(path: str, tasks: Sequence[Task], checked: Sequence[CheckedFile]) -> int:
    """Writes all findings to a baseline, and returns their number.

    Raises:
        OutputError: it cannot be written.
    """
    found = {
        _name(task, path): (entry.file.findings, entry.file.document)
        for task, entry in zip(tasks, checked, strict=True)
        if entry.file.document is not None
    }
    replace_file(path, baseline_text(found).encode("utf-8", "backslashreplace"))
    return sum(len(findings) for findings, _ in found.values())


def _name(task: Task, baseline: str) -> str:
    """The name of a file in a baseline: relative to the folder of the baseline, with forward slashes."""
    folder = os.path.dirname(os.path.abspath(baseline))  # noqa: PTH100, PTH120
    try:
        name = os.path.relpath(task.path, folder)
    except ValueError:
        # on another drive than the baseline
        name = task.path
    return name.replace(os.sep, "/")
