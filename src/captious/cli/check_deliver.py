"""A run of ``check`` that writes the report of a delivery."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from captious.checking.worker_messages import Aim
from captious.cli.check_report import print_report, report_request
from captious.cli.check_run import WITHOUT_TEXTS, passes, print_errors, print_findings
from captious.cli.console import DONE, ISSUES, shows_progress
from captious.jobs.check_many import CheckRun
from captious.reports.delivery.verdict import FAIL

if TYPE_CHECKING:
    from captious.jobs.check_many import CheckPlan


def deliver(
    plan: CheckPlan, options: dict[str, Any], baselines: list[str | None], *, aim: Aim, lists: bool
) -> int:
    """Writes the report of a delivery, and lists the findings as well if an output format is named."""
    policies = [one.policy for one in plan.settings]
    strict = any(policy.strict for policy in policies) if options["strict"] is None else options["strict"]
    request = report_request(options, plan.options.tables.get("report", {}), strict=strict)
    lists = lists or options["output_file"] is not None
    shows_bar = not options["quiet"] and len(plan.places) > 1 and shows_progress()
    bar = click.progressbar(length=len(plan.places), label="checking", file=sys.stderr) if shows_bar else None
    with bar or nullcontext():
        made = request.run(
            plan,
            aim=aim,
            paths=options["paths"],
            baselines=baselines,
            keep=lists,
            whole=aim is not Aim.CHECK or options["output_format"] not in WITHOUT_TEXTS,
            jobs=options["jobs"],
            watch=partial(bar.update, 1) if bar is not None else None,
        )
    problems = print_errors(made.errors)
    if lists:
        tasks, _ = plan.tasks(aim, whole=True)
        run = CheckRun(tuple(tasks), made.kept, plan.found.errors)
        print_findings(run, options, policies, echoes=False, moved=False)
    if not options["quiet"]:
        # what is listed goes to standard output, and is perhaps read by a program
        print_report(made, request.folder, err=lists and options["output_file"] is None)
    fails = made.overall.verdict.outcome == FAIL and not passes(options, policies)
    return max(problems, ISSUES if fails else DONE)
