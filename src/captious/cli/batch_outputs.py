"""Checks on the output files of a batch: no input file and nothing but its own reports is overwritten."""

from __future__ import annotations

import os
from functools import cache, partial
from typing import TYPE_CHECKING

from captious.cli.outputs import Outputs
from captious.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.batch.model import Job


def check_files(jobs: Sequence[Job]) -> None:
    """Refuses jobs that would overwrite an input file; ``fix`` without an output folder works in place.

    Raises:
        OutputError: one of them would.
    """
    from captious.batch import storage
    from captious.batch.verbs import output_suffixes

    reads = {_place(path) for job in jobs for path in job.inputs if not storage.is_remote(path)}
    for job in jobs:
        if not job.target or storage.is_remote(job.target):
            continue
        for path in job.outputs(output_suffixes(job.command, job.request)):
            if _place(path) in reads:
                raise OutputError(
                    "this is an input file, and would be overwritten",
                    path=path,
                    hint='Name another folder with -o, or in the column "output".',
                )


def check_tables(
    jobs: Sequence[Job], *, manifest: str | None, report: str | None, findings: str | None
) -> None:
    """Refuses tables that would overwrite an input file, or a file that is not such a table.

    Raises:
        OptionError: a name with an unknown ending, or two tables with one name.
        OutputError: an input file, or a file that exists and is something else.
    """
    from captious.batch import report as tables
    from captious.batch import storage

    outputs = Outputs([manifest, *(path for job in jobs for path in job.inputs)])
    for path, found in ((report, False), (findings, True)):
        if path is None:
            continue
        tables.check_path(path)
        if not storage.is_remote(path):
            is_ours = partial(tables.is_table, path=path, findings=found)
            what = "a report of findings" if found else "a report of files"
            suffix = f".report{os.path.splitext(path)[1]}"  # noqa: PTH122
            outputs.claim_report(path, is_ours=is_ours, what=what, suffix=suffix)


@cache
def _real(folder: str) -> str:
    return os.path.realpath(folder)


def _place(path: str) -> str:
    if os.path.islink(path):  # noqa: PTH114
        return os.path.realpath(path)
    folder, name = os.path.split(os.path.abspath(path))  # noqa: PTH100
    return os.path.join(_real(folder), name)  # noqa: PTH118
