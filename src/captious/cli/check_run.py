"""A run of ``check`` or ``fix``: plan it, do it, print the report."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from captious.checking.worker_messages import Aim
from captious.checks.causes import by_cause
from captious.cli.check_options import check_baselines, check_together, request_of, selection_of, settled
from captious.cli.console import CANNOT, DONE, ISSUES, print_error, print_note, wants_color
from captious.core.finding import Severity
from captious.core.numbers import count
from captious.plain import escape_controls
from captious.reports.registry import WITH_PROFILES
from captious.reports.tables import CSV_FORMATS, output_bytes

if TYPE_CHECKING:
    from captious.checking.worker_messages import CheckedFile
    from captious.checks.policy import Policy
    from captious.jobs.check_many import CheckPlan, CheckRun
    from captious.reports.model import FileFindings, Report

WITHOUT_TEXTS = ("full", "concise", "grouped", "hook", "github", "junit")
"""Formats that show lines of the file and times of cues, but no cue texts."""


class Shown(NamedTuple):
    """The options that concern printing only."""

    format: str
    path: str | None
    color: bool
    statistics: bool
    show_fixes: bool
    fix_only: bool
    unsafe: bool
    strict: bool


def run_check(options: dict[str, Any]) -> int:
    """Runs ``check`` or ``fix`` with the options of the command line.

    Returns:
        The exit code.

    Raises:
        CaptiousError: invalid options, or an issue in a configuration; nothing was done then. An error in one file
            is printed, and the others are checked.
    """
    lists = options["output_format"] is not None
    check_together(options)
    from captious.jobs.check_many import plan_check

    plan = plan_check(request_of(options), selection_of(options))
    options = settled(options, plan.options)
    aim = _aim(options)
    if plan.passed_by is not None and aim is Aim.FIX:
        # an editor that formats an excluded file expects its content back unchanged
        _echo_bytes(plan.passed_by)
    if options["show_files"]:
        click.echo("".join(f"{escape_controls(place.shown)}\n" for place in plan.places), nl=False)
        return print_errors(plan.found.errors)
    if options["show_settings"]:
        return _show_settings(plan, options["paths"])
    if not options["quiet"]:
        for path in plan.found.skipped:
            click.echo(f"captious: skipped {escape_controls(path)}: a dangling link", err=True)
    if options["verbose"]:
        _print_settings(plan)
    targets: list[str | None] = []
    if options.get("output") or options["output_file"] or options["write_baseline"]:
        from captious.cli.check_outputs import plan_fixed, plan_reports  # late: most runs write no file

        targets = plan_fixed(plan, options)
        plan_reports(plan, options)
    baselines = [None if options["no_baseline"] else one.policy.baseline for one in plan.settings]
    writes = options["write_baseline"]
    if writes:
        check_baselines(plan.places, baselines)
    if options.get("report_dir") is not None:
        from captious.cli.check_deliver import deliver

        return deliver(plan, options, baselines, aim=aim, lists=lists)
    run = plan.run(
        aim=Aim.PREVIEW if targets else aim,
        whole=aim is not Aim.CHECK or any(baselines) or options["output_format"] not in WITHOUT_TEXTS,
        jobs=options["jobs"],
        cache=options["cache"] and not writes,
        profiles=options["output_format"] in WITH_PROFILES,
    )
    if any(baselines) and not writes:
        run = run.without_known(baselines)
    problems = print_errors(run.unfound if writes else run.errors)
    if writes:
        return _write_baselines(baselines, run, quiet=options["quiet"]) or problems
    if targets:
        _write_fixed(targets, run)
    # captions on standard output send the report to standard error
    policies = [one.policy for one in plan.settings]
    return max(
        problems,
        print_findings(run, options, policies, echoes=not targets and aim is Aim.FIX, moved=None in targets),
    )


def _write_fixed(targets: list[str | None], run: CheckRun) -> None:
    from captious.cli.outputs import write_bytes

    for target, task, entry in zip(targets, run.tasks, run.files, strict=True):
        if entry.error is None:
            write_bytes(target, task.read() if entry.data is None else entry.data)


def _aim(options: dict[str, Any]) -> Aim:
    if options["diff"]:
        return Aim.PREVIEW
    return Aim.FIX if options["fix"] or options["fix_only"] else Aim.CHECK


def _write_baselines(baselines: list[str | None], run: CheckRun, *, quiet: bool) -> int:
    from captious.checking.baseline import write_known

    for path in sorted({path for path in baselines if path is not None}):
        own = [number for number, each in enumerate(baselines) if each == path]
        total = write_known(
            path, [run.tasks[number] for number in own], [run.files[number] for number in own]
        )
        unread = sum(run.files[number].file.document is None for number in own)
        if not quiet:
            shown = path.removeprefix(os.getcwd() + os.sep)  # noqa: PTH109
            more = f", {count(unread, 'file')} that cannot be read among them" if unread else ""
            click.echo(f"{escape_controls(shown)}: {count(total, 'known finding')}{more}", err=True)
    return DONE


def _show_settings(plan: CheckPlan, paths: tuple[str, ...]) -> int:
    from captious.config.settings import show_settings

    if plan.settings:
        click.echo(f"# settings of {escape_controls(plan.places[0].shown)}")
        text = show_settings(plan.settings[0])
    else:
        text = show_settings(plan.default_settings(os.path.abspath(paths[0] if paths else ".")))  # noqa: PTH100
    click.echo("\n".join(map(escape_controls, text.split("\n"))), nl=False)
    return print_errors(plan.found.errors)


def _print_settings(plan: CheckPlan) -> None:
    for place, settings in zip(plan.places, plan.settings, strict=True):
        where = settings.config_path or "no configuration file"
        click.echo(escape_controls(f"{place.shown}: style {settings.style.name}, {where}"), err=True)


def print_errors(errors: Any) -> int:
    """Prints errors, and returns the exit code for them."""
    for error in errors:
        print_error(error)
    return CANNOT if errors else DONE


def print_findings(
    run: CheckRun, options: dict[str, Any], policies: list[Policy], *, echoes: bool, moved: bool
) -> int:
    """Prints the findings of a run, and returns the exit code for them."""
    from captious.checks.registry import load_rules
    from captious.reports.model import Report

    if not run.tasks and not options["quiet"]:
        click.echo("captious: no caption files found", err=True)
    unread = sum(entry.known_unread for entry in run.files)
    if unread and not options["quiet"]:
        those = (
            f"{count(unread, 'file')} that cannot be read {'is' if unread == 1 else 'are'} in the baseline"
        )
        print_note(those)
    for task, entry in zip(run.tasks, run.files, strict=True):
        if echoes and task.content is not None:
            moved = True
            _echo_bytes(task.content if entry.data is None else entry.data)
    shown = Shown(
        format=options["output_format"],
        path=options["output_file"],
        color=options["output_file"] is None and wants_color(sys.stderr if moved else sys.stdout),
        statistics=options["statistics"],
        show_fixes=options["show_fixes"],
        fix_only=options["fix_only"],
        unsafe=any(policy.unsafe_fixes for policy in policies),
        strict=any(policy.strict for policy in policies) if options["strict"] is None else options["strict"],
    )
    if options["diff"]:
        if not options["quiet"]:
            _show_diff(run.files, shown)
        changes = any(entry.data is not None for entry in run.files)
        return ISSUES if changes and not passes(options, policies) else DONE
    codes = {finding.code for entry in run.files for finding in entry.file.findings}
    files = tuple(
        replace(entry.file, findings=by_cause(entry.file.findings))
        for entry in run.files
        if not entry.known_unread
    )
    report = Report(files, {rule.code: rule for rule in load_rules(codes)})
    if not options["quiet"]:
        _show(report, shown, err=moved)
    if options["fix_only"]:
        return DONE
    fails = any(
        _fails(entry.file, options, policy) for entry, policy in zip(run.files, policies, strict=True)
    )
    return ISSUES if fails else DONE


def passes(options: dict[str, Any], policies: list[Policy]) -> bool:
    """Whether nothing that is found fails the run."""
    given = options["exit_zero"]
    return bool(policies) and all(policy.exit_zero for policy in policies) if given is None else bool(given)


def _fails(file: FileFindings, options: dict[str, Any], policy: Policy) -> bool:
    """Whether what is found in a file fails the run."""
    if policy.exit_zero if options["exit_zero"] is None else options["exit_zero"]:
        return False
    strict = policy.strict if options["strict"] is None else options["strict"]
    least = Severity.WARNING if strict else Severity.ERROR
    return any(finding.severity >= least for finding in file.findings)


def _show(report: Report, shown: Shown, *, err: bool) -> None:
    from captious.reports.registry import render

    if shown.fix_only:
        if not shown.show_fixes:
            return
        report = replace(report, files=tuple(replace(file, findings=()) for file in report.files), rules={})
    text = render(
        report,
        format=shown.format,
        color=shown.color,
        show_fixes=shown.show_fixes,
        statistics=shown.statistics,
        unsafe=shown.unsafe,
        strict=shown.strict,
    )
    _put(text, shown, err=err)


def _show_diff(files: tuple[CheckedFile, ...], shown: Shown) -> None:
    from captious.reports.unified_diff import diff_lines

    lines: list[str] = []
    for entry in files:
        if entry.before is not None:
            lines += diff_lines(entry.before, entry.file.source, path=entry.file.path)
        if entry.reencoded:
            lines.append(f"# {escape_controls(entry.file.path)} would be written in UTF-8")
    _put("".join(f"{line}\n" for line in lines), shown._replace(format="full"), err=False)


def _put(text: str, shown: Shown, *, err: bool) -> None:
    if shown.path is None and shown.format not in CSV_FORMATS:
        click.echo(text, nl=False, err=err)
        return
    data = output_bytes(text, format=shown.format)
    if shown.path is None:
        # the same bytes as in a file: a console's encoding and line ends are not those of a table
        (sys.stderr if err else sys.stdout).buffer.write(data)
        return
    from captious.formats.files import replace_file

    replace_file(shown.path, data)


def _echo_bytes(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
