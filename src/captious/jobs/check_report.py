"""The report of a delivery: many caption files checked, and a folder of pages about them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from captious.checking.delivery import Delivered, deliver
from captious.checking.worker_messages import Aim
from captious.errors import OptionError
from captious.reports.delivery.model import MILLISECONDS, Terms
from captious.reports.delivery.record import read_record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from captious.checks.delivery_limits import Limits
    from captious.jobs.check_many import CheckPlan


MANY_FILES = 2000
"""Number of files up to which line breaks are suggested as fixing makes them; of more, by the search that is faster."""


class ReportRequest(NamedTuple):
    """What a report is made by.

    Args:
        folder: the folder it is written to.
        limits: the limits of the delivery.
        date: the date on it.
        title: its title; ``None`` = the name of the folder that was checked.
        times: how times are written, of `captious.reports.delivery.model.TIMES`.
        compared_with: the folder of the report of the delivery before; ``None`` = none.
    """

    folder: str
    limits: Limits
    date: str
    title: str | None = None
    times: str = MILLISECONDS
    compared_with: str | None = None

    def run(
        self,
        plan: CheckPlan,
        *,
        aim: Aim,
        paths: Sequence[str],
        baselines: Sequence[str | None] = (),
        keep: bool = False,
        whole: bool = False,
        jobs: int | None = None,
        watch: Callable[[], None] | None = None,
    ) -> Delivered:
        """Checks the files of a plan, and writes the report.

        Args:
            plan: the files and their settings.
            aim: what to do with them.
            paths: what the user named.
            baselines: the baseline of each file; ``None`` = it has none.
            keep: whether to return the result of each file, too.
            whole: whether to return all cues with their texts.
            jobs: number of processes; ``None`` = one for little work, otherwise one per CPU.
            watch: called after each file.

        Raises:
            CaptiousError: the older report cannot be read, times in frames without a frame rate, or a file of the
                report cannot be written.
        """
        before = read_record(self.compared_with) if self.compared_with is not None else None
        edits = aim is not Aim.CHECK or keep or len(plan.places) <= MANY_FILES
        tasks, settings = plan.tasks(aim, whole=whole, edits=edits)
        if self.times != MILLISECONDS and any(one.recording.frame_rate is None for one in settings):
            raise OptionError(
                f"--report-times {self.times} without a frame rate",
                hint="Give it: --fps 25, or the key fps in captious.toml.",
            )
        root = _root([place.path for place in plan.places if place.content is None], paths)
        title = self.title or os.path.basename(os.path.abspath(root)) or "Captions"  # noqa: PTH100, PTH119
        return deliver(
            tasks,
            settings,
            folder=self.folder,
            root=root,
            terms=Terms(title, self.date, self.limits, self.times),
            unfound=plan.found.errors,
            baselines=baselines or [None] * len(tasks),
            before=before,
            keep=keep,
            jobs=jobs,
            watch=watch,
        )


def _root(files: Sequence[str], paths: Sequence[str]) -> str:
    """The folder of the delivery: the one that was named, or else the innermost one that holds all files."""
    if len(paths) <= 1 and os.path.isdir(path := paths[0] if paths else "."):  # noqa: PTH112
        return os.path.abspath(path)  # noqa: PTH100
    try:
        return os.path.commonpath([os.path.dirname(path) for path in files])  # noqa: PTH120
    except ValueError:
        # no files, or files on different drives
        return os.getcwd()  # noqa: PTH109
