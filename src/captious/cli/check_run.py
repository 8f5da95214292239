"""One run of the checker: find the files, settle what each is checked against, check_reading, report."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from captious.checking.files import check_files
from captious.checking.worker_messages import Aim, CheckedFile, Task
from captious.checks.registry import load_rules
from captious.checks.settings import CheckSettings
from captious.checks.settings import resolve as resolve_terms
from captious.cli.check_options import Asked, Given, read_options
from captious.cli.console import CANNOT, DONE, ISSUES, print_error, wants_color
from captious.config.nearest import Configs
from captious.config.settings import Settings, resolve, show_settings
from captious.discovery.walk import Found, Place, find_files
from captious.formats.base import Use
from captious.formats.registry import suffixes
from captious.plain import escape_controls
from captious.reports.model import Report
from captious.reports.registry import WITH_PROFILES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from captious.errors import CaptiousError

STANDARD_INPUT = "-"
FEWEST_KEPT = 20
"""Files from which it is worth keeping what was found: fewer are checked sooner than anybody would miss them."""


def check(given: Given) -> int:
    """Does what the options ask for.

    Returns:
        The exit code.

    Raises:
        CaptiousError: options or a configuration that make no sense; nothing was done then. What is wrong with one
            file is printed, and the others are checked.
    """
    asked = read_options(given)
    configs = Configs(given.config, isolated=given.isolated)
    found = _find(given, asked, configs)
    if given.show_files:
        click.echo("".join(f"{escape_controls(place.shown)}\n" for place in found.places), nl=False)
        return _tell(found.errors)
    if not given.quiet:
        for path in found.skipped:
            click.echo(f"captious: skipped {escape_controls(path)}: a link that leads nowhere", err=True)
    settings = [resolve(configs.of(place.path), place.path, over=asked.wishes) for place in found.places]
    if given.show_settings:
        return _show_settings(given, asked, configs, found, settings)
    if given.verbose:
        _tell_settings(found.places, settings)
    tasks, terms = _tasks(given, asked, found.places, settings)
    checked = _check(given, tasks, terms, jobs=asked.jobs)
    problems = _tell([*found.errors, *(entry.error for entry in checked)])
    if given.baseline is not None:
        from captious.cli.baseline import leave_out_known, write_known

        if given.write_baseline:
            count = write_known(given.baseline, tasks, checked)
            if not given.quiet:
                click.echo(f"{escape_controls(given.baseline)}: {count:,} known findings", err=True)
            return problems
        checked = leave_out_known(given.baseline, tasks, checked)
    if given.output_format in WITH_PROFILES:
        checked = [
            _with_profile(entry, terms[task.terms]) for task, entry in zip(tasks, checked, strict=True)
        ]
    return max(problems, _report(given, tasks, checked))


_WITHOUT_TEXTS = ("full", "concise", "grouped", "github", "junit")
"""Formats that show a file's lines and the times of its cues, and ask for no text of a cue."""


def _check(
    given: Given, tasks: Sequence[Task], terms: Sequence[CheckSettings], *, jobs: int | None
) -> list[CheckedFile]:
    if given.no_cache or given.write_baseline:
        return check_files(tasks, terms, jobs=jobs)
    # what is kept only depends on contents and settings
    plain = all(task.aim is Aim.CHECK and task.content is None and task.since is None for task in tasks)
    if not plain or len(tasks) < FEWEST_KEPT:
        return check_files(tasks, terms, jobs=jobs)
    from captious.checking.cache import check_with_cache  # late: few runs are about many files

    return check_with_cache(tasks, terms, jobs=jobs)


def _with_profile(entry: CheckedFile, terms: CheckSettings) -> CheckedFile:
    document = entry.file.document
    if document is None:
        return entry
    return entry._replace(file=replace(entry.file, profile=resolve_terms(document, terms)[1]))


def _find(given: Given, asked: Asked, configs: Configs) -> Found:
    def excludes(path: str, is_folder: bool) -> bool:
        decision = asked.exclude.decide(path, is_folder=is_folder)
        if decision is not None:
            return decision
        config = configs.of_folder(path if is_folder else os.path.dirname(path))  # noqa: PTH120
        return config.excludes(path, is_folder=is_folder)

    paths = given.paths or (".",)
    found = find_files(
        [path for path in paths if path != STANDARD_INPUT],
        suffixes=suffixes(Use.CHECK),
        excludes=excludes,
        force_exclude=given.force_exclude,
        gitignore=not given.no_gitignore,
    )
    if STANDARD_INPUT not in paths:
        return found
    name = given.stdin_filename or STANDARD_INPUT
    path = os.path.abspath(given.stdin_filename or "<stdin>")  # noqa: PTH100
    if given.force_exclude and excludes(path, False):
        # an editor that asks about an excluded file wants it back as it is
        if _aim(given) is Aim.FIX:
            sys.stdout.buffer.write(sys.stdin.buffer.read())
        return found
    places = [*found.places, Place(name, path, sys.stdin.buffer.read())]
    return found._replace(places=tuple(sorted(places, key=lambda place: (place.shown, place.path))))


def _show_settings(
    given: Given, asked: Asked, configs: Configs, found: Found, settings: Sequence[Settings]
) -> int:
    if settings:
        click.echo(f"# what {escape_controls(found.places[0].shown)} is checked against")
        click.echo(_printable_lines(show_settings(settings[0])), nl=False)
    else:
        path = os.path.abspath(given.paths[0] if given.paths else ".")  # noqa: PTH100
        click.echo(show_settings(resolve(configs.of_folder(path), path, over=asked.wishes)), nl=False)
    return _tell(found.errors)


def _printable_lines(text: str) -> str:
    """A text safe to print, with its line ends left."""
    return "\n".join(map(escape_controls, text.split("\n")))


def _tell_settings(places: Sequence[Place], settings: Sequence[Settings]) -> None:
    for place, entry in zip(places, settings, strict=True):
        where = entry.config_path or "no configuration file"
        click.echo(escape_controls(f"{place.shown}: style {entry.style.name}, {where}"), err=True)


def _aim(given: Given) -> Aim:
    if given.diff:
        return Aim.PREVIEW
    return Aim.FIX if given.fix or given.fix_only else Aim.CHECK


def _tasks(
    given: Given, asked: Asked, places: Sequence[Place], settings: Sequence[Settings]
) -> tuple[list[Task], list[CheckSettings]]:
    terms: list[CheckSettings] = []
    numbers: dict[str, int] = {}
    tasks: list[Task] = []
    for place, entry in zip(places, settings, strict=True):
        one = CheckSettings(
            style=entry.style,
            selection=entry.selection,
            language=entry.language,
            media_ms=asked.media_ms,
            frame_rate=entry.frame_rate,
            shots_ms=asked.shots_ms,
            transcript=asked.transcript,
            track=asked.track,
        )
        # files share terms: they are sent to every process
        key = repr((entry.style.path, entry.selection, entry.language, entry.frame_rate))
        if key not in numbers:
            numbers[key] = len(terms)
            terms.append(one)
        tasks.append(
            Task(
                shown=place.shown,
                path=place.path,
                terms=numbers[key],
                aim=_aim(given),
                unsafe=given.unsafe_fixes,
                content=place.content,
                encoding=entry.encoding,
                format=entry.format,
                since=given.since,
                whole=_aim(given) is not Aim.CHECK
                or given.baseline is not None
                or given.output_format not in _WITHOUT_TEXTS,
            )
        )
    return tasks, terms


def _tell(errors: Iterable[CaptiousError | None]) -> int:
    told: set[str] = set()
    for error in errors:
        if error is not None and str(error) not in told:
            told.add(str(error))
            print_error(error)
    return CANNOT if told else DONE


def _report(given: Given, tasks: Sequence[Task], checked: Sequence[CheckedFile]) -> int:
    if not tasks and not given.quiet:
        click.echo("captious: no caption files found", err=True)
    echoes = False
    for task, entry in zip(tasks, checked, strict=True):
        # standard input fixed goes to standard output, and the report out of its way
        if task.content is not None and task.aim is Aim.FIX:
            echoes = True
            sys.stdout.buffer.write(task.content if entry.data is None else entry.data)
            sys.stdout.buffer.flush()
    changes = any(entry.data is not None for entry in checked)
    if given.diff:
        if not given.quiet:
            _show_diff(given, checked)
        return ISSUES if changes and not given.exit_zero else DONE
    codes = {finding.code for entry in checked for finding in entry.file.findings}
    files = tuple(entry.file for entry in checked)
    report = Report(files, {rule.code: rule for rule in load_rules(codes)})
    if not given.quiet:
        _show(given, report, err=echoes)
    if given.exit_zero or given.fix_only:
        return DONE
    return ISSUES if report.errors or (given.strict and report.warnings) else DONE


def _show(given: Given, report: Report, *, err: bool) -> None:
    from captious.reports.registry import render

    if given.fix_only:
        if not given.show_fixes:
            return
        report = Report(tuple(replace(file, findings=()) for file in report.files), {})
    text = render(
        report,
        format=given.output_format,
        color=given.output_file is None and wants_color(sys.stderr if err else sys.stdout),
        show_fixes=given.show_fixes,
        statistics=given.statistics,
        unsafe=given.unsafe_fixes,
    )
    _put(given, text, err=err)


def _show_diff(given: Given, checked: Sequence[CheckedFile]) -> None:
    from captious.reports.unified_diff import diff_lines

    lines: list[str] = []
    for entry in checked:
        if entry.before is not None:
            lines += diff_lines(entry.before, entry.file.source, path=entry.file.path)
        if entry.reencoded:
            lines.append(f"# {escape_controls(entry.file.path)} would be written in UTF-8")
    _put(given, "".join(f"{line}\n" for line in lines), err=False)


def _put(given: Given, text: str, *, err: bool) -> None:
    if given.output_file is None:
        click.echo(text, nl=False, err=err)
        return
    from captious.formats.files import replace_file

    replace_file(given.output_file, text.encode("utf-8", "backslashreplace"))
