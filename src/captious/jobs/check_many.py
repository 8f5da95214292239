"""Checking or fixing many caption files in one run, each with its own configuration, in several processes."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from captious.checking.files import check_files
from captious.checking.worker_messages import Aim, CheckedFile, Task
from captious.checks.settings import resolve as resolve_profile
from captious.core.identity import identity
from captious.discovery.walk import Found, Place, find_files
from captious.formats.registry import SHARED_WITH_FEW, found_suffixes
from captious.jobs.caption_folders import looks_like_captions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.checks.settings import CheckSettings
    from captious.config.model import RunOptions
    from captious.config.nearest import Configs
    from captious.discovery.patterns import Patterns
    from captious.errors import CaptiousError
    from captious.jobs.check import CheckRequest

FEWEST_CACHED = 20
"""Number of files from which the cache is used: fewer are checked fast enough without it."""


class StandardInput(NamedTuple):
    """Standard input: its name and its bytes."""

    name: str | None
    data: bytes


class FileSelection(NamedTuple):
    """The files of a run.

    Args:
        paths: files, and folders to search.
        exclude: files to skip, in addition to those excluded by a configuration.
        force_exclude: whether to skip excluded files even if they are named; ``None``, here and below, = as configured.
        gitignore: whether to honour .gitignore files.
        standard_input: the content of standard input; ``None`` = it is not read.
    """

    paths: tuple[str, ...]
    exclude: Patterns
    force_exclude: bool | None = None
    gitignore: bool | None = None
    standard_input: StandardInput | None = None


class CheckPlan(NamedTuple):
    """A planned run.

    Args:
        request: the options.
        found: the files, and paths that do not exist.
        settings: the settings of each file.
        configs: the configurations.
        options: the options of the run as a whole, of the configuration of the folder that all its paths lie in.
        passed_by: the bytes of standard input if it is excluded; else ``None``.
    """

    request: CheckRequest
    found: Found
    settings: tuple[CheckSettings, ...]
    configs: Configs
    options: RunOptions
    passed_by: bytes | None = None

    @property
    def places(self) -> tuple[Place, ...]:
        """The files."""
        return self.found.places

    def default_settings(self, path: str) -> CheckSettings:
        """The settings that a file in the folder ``path`` would be checked with."""
        evidence = self.request.evidence()
        return self.request.settings(
            self.configs.of_folder(path), path, layer=self.request.layer(), evidence=evidence
        )

    def run(
        self,
        *,
        aim: Aim,
        whole: bool,
        edits: bool = True,
        jobs: int | None = None,
        cache: bool = False,
        profiles: bool = False,
    ) -> CheckRun:
        """Checks or fixes the files.

        Args:
            aim: what to do with them.
            whole: whether to return all cues with their texts.
            edits: whether anyone asks for the edits of fixes.
            jobs: number of processes; ``None`` = one for little work, otherwise one per CPU.
            cache: whether to use the cache for unchanged files.
            profiles: whether to return the limits that each file was checked against.
        """
        tasks, settings = self.tasks(aim, whole=whole, edits=edits)
        checked = _check(tasks, settings, jobs=jobs, cache=cache)
        if profiles:
            checked = [
                _with_profile(entry, settings[task.settings])
                for task, entry in zip(tasks, checked, strict=True)
            ]
        return CheckRun(tuple(tasks), tuple(checked), self.found.errors)

    def tasks(self, aim: Aim, *, whole: bool, edits: bool = True) -> tuple[list[Task], list[CheckSettings]]:
        """A task for each file, and the settings that they refer to; arguments as in `run`."""
        shared: list[CheckSettings] = []
        numbers: dict[str, int] = {}
        tasks: list[Task] = []
        for place, one in zip(self.places, self.settings, strict=True):
            # settings are shared between files, since they are sent to every process
            key = identity((one.style.path, one.selection, one.language, one.recording.frame_rate))
            if key not in numbers:
                numbers[key] = len(shared)
                shared.append(one if edits else replace(one, edits=False))
            tasks.append(
                Task(
                    shown=place.shown,
                    path=place.path,
                    settings=numbers[key],
                    aim=aim,
                    unsafe=one.policy.unsafe_fixes,
                    content=place.content,
                    encoding=one.encoding,
                    format=one.format,
                    since=self.request.since,
                    whole=whole,
                )
            )
        return tasks, shared


class CheckRun(NamedTuple):
    """The result of a run.

    Args:
        tasks: a task for each file.
        files: the result for each file, in the same order.
        unfound: errors for paths that do not exist.
    """

    tasks: tuple[Task, ...]
    files: tuple[CheckedFile, ...]
    unfound: tuple[CaptiousError, ...] = ()

    @property
    def errors(self) -> tuple[CaptiousError, ...]:
        """Errors for missing paths, and for files that could not be read, fixed or written; each message once."""
        errors = [*self.unfound, *(entry.error for entry in self.files if entry.error is not None)]
        return tuple({str(error): error for error in errors}.values())

    def without_known(self, baselines: Sequence[str | None]) -> CheckRun:
        """The same result without the findings in baselines.

        Args:
            baselines: the baseline of each task; ``None`` = it has none.

        Raises:
            CaptiousError: one of them cannot be read, or is not a baseline.
        """
        from captious.checking.baseline import leave_out_known

        return self._replace(files=tuple(leave_out_known(self.tasks, self.files, baselines)))


def plan_check(request: CheckRequest, selection: FileSelection) -> CheckPlan:
    """Finds the files of a run, and resolves the settings of each.

    Raises:
        CaptiousError: an invalid option, or an issue in a configuration.
    """
    configs = request.configs()
    options = configs.of_folder(_common_folder(selection)).run
    found, passed_by = _find(selection, configs, options)
    given = [configs.of(place.path) for place in found.places]
    # last: what is selected may be a rule of a file that one of the configurations names
    layer, evidence = request.layer(), request.evidence()
    settings = tuple(
        request.settings(config, place.path, layer=layer, evidence=evidence)
        for config, place in zip(given, found.places, strict=True)
    )
    return CheckPlan(request, found, settings, configs, options, passed_by)


def _common_folder(selection: FileSelection) -> str:
    """The innermost folder that everything named lies in; the current one for standard input alone."""
    given = selection.standard_input
    named = [*selection.paths, *([given.name] if given is not None and given.name else [])]
    paths = [os.path.abspath(path) for path in named or ["."]]  # noqa: PTH100
    folders = [path if os.path.isdir(path) else os.path.dirname(path) for path in paths]  # noqa: PTH112, PTH120
    try:
        return os.path.commonpath(folders)
    except ValueError:
        # on different drives
        return os.getcwd()  # noqa: PTH109


def _find(selection: FileSelection, configs: Configs, options: RunOptions) -> tuple[Found, bytes | None]:
    def excludes(path: str, is_folder: bool) -> bool:
        decision = selection.exclude.decide(path, is_folder=is_folder)
        if decision is not None:
            return decision
        config = configs.of_folder(path if is_folder else os.path.dirname(path))  # noqa: PTH120
        return config.excludes(path, is_folder=is_folder)

    force_exclude = bool(
        options.force_exclude if selection.force_exclude is None else selection.force_exclude
    )
    found = find_files(
        selection.paths,
        suffixes=(*found_suffixes(), *SHARED_WITH_FEW),
        holds_captions=looks_like_captions,
        excludes=excludes,
        force_exclude=force_exclude,
        gitignore=options.gitignore is not False if selection.gitignore is None else selection.gitignore,
    )
    given = selection.standard_input
    if given is None:
        return found, None
    path = os.path.abspath(given.name or "<stdin>")  # noqa: PTH100
    if force_exclude and excludes(path, False):
        return found, given.data
    places = [*found.places, Place(given.name or "-", path, given.data)]
    return found._replace(places=tuple(sorted(places, key=lambda place: (place.shown, place.path)))), None


def _check(
    tasks: Sequence[Task], settings: Sequence[CheckSettings], *, jobs: int | None, cache: bool
) -> list[CheckedFile]:
    # cached results depend on contents and settings only
    plain = all(task.aim is Aim.CHECK and task.content is None and task.since is None for task in tasks)
    # what rules of others depend on is not known
    plain = plain and not any(one.selection.has_added for one in settings)
    if not cache or not plain or len(tasks) < FEWEST_CACHED:
        return check_files(tasks, settings, jobs=jobs)
    from captious.checking.cache import check_with_cache  # late: few runs check many files

    return check_with_cache(tasks, settings, jobs=jobs)


def _with_profile(entry: CheckedFile, settings: CheckSettings) -> CheckedFile:
    document = entry.file.document
    if document is None:
        return entry
    return entry._replace(file=replace(entry.file, profile=resolve_profile(document, settings)[1]))
