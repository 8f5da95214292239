"""The report of a delivery, ``check --report-dir``: its options, and what is printed of it."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from captious.checks.delivery_limits import DEFAULTS, Limit, Limits, parse_limit, stated_over
from captious.cli.console import print_rows
from captious.cli.options import split_names
from captious.core.finding import Severity
from captious.core.numbers import count
from captious.errors import OptionError, OutputError
from captious.reports.delivery.model import FIRST_PAGE, MILLISECONDS
from captious.reports.delivery.verdict import NEEDS, PASS
from captious.reports.rows import WARNING, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from captious.checking.delivery import Delivered
    from captious.jobs.check_report import ReportRequest

_ONLY_WITH = {
    "report_title": "--report-title",
    "report_date": "--report-date",
    "report_times": "--report-times",
    "compared_with": "--compared-with",
    "fail_on": "--fail-on",
    "review_on": "--review-on",
}


def check_report_options(options: dict[str, Any]) -> None:
    """Refuses options of a report that contradict others.

    Raises:
        OptionError: they do.
        OutputError: the folder holds something else.
    """
    folder = options.get("report_dir")
    if folder is None:
        for key, name in _ONLY_WITH.items():
            if options.get(key):
                raise OptionError(f"{name} without --report-dir", hint="Name a folder: --report-dir report.")
        return
    for key in ("diff", "write_baseline", "fix_only", "statistics"):
        if options[key]:
            name = f"--{key.replace('_', '-')}"
            raise OptionError(f"--report-dir and {name} both given", hint="Do one after the other.")
    from captious.checking.report_folder import is_report_folder

    if os.path.isdir(folder):  # noqa: PTH112
        if os.listdir(folder) and not is_report_folder(folder):  # noqa: PTH208
            raise OutputError(
                "the folder is not empty, and holds no report of captious",
                path=folder,
                hint="Nothing was written. Name another folder.",
            )
    elif os.path.lexists(folder):
        raise OutputError("it is a file", path=folder, hint="Name a folder for the report.")


def report_request(options: dict[str, Any], team: Mapping[str, object], *, strict: bool) -> ReportRequest:
    """The request for a report.

    Args:
        options: the options of the command.
        team: the table ``[report]`` of the configuration, which the command line beats.
        strict: whether warnings make a delivery fail.

    Raises:
        OptionError: not a limit, or not a date.
    """
    from captious.jobs.check_report import ReportRequest

    defaults = DEFAULTS.fail
    if strict:
        defaults = (*defaults, Limit(Severity.WARNING.value, 0))
    return ReportRequest(
        folder=options["report_dir"],
        limits=Limits(
            _stated(defaults, team.get("fail-on"), _limits("--fail-on", options["fail_on"])),
            _stated(DEFAULTS.review, team.get("review-on"), _limits("--review-on", options["review_on"])),
        ),
        date=_date(options["report_date"]),
        title=options["report_title"] or _text(team.get("title")),
        times=options["report_times"] or _text(team.get("times")) or MILLISECONDS,
        compared_with=options["compared_with"],
    )


def print_report(made: Delivered, folder: str, *, err: bool) -> None:
    """Prints the verdict, and where the report is, to standard output or error."""
    print_rows(_rows(made, folder), err=err)


def _rows(made: Delivered, folder: str) -> Iterator[Row]:
    verdict, since = made.overall.verdict, made.overall.since
    yield Row("verdict", f"{verdict.title}: {verdict.reason}", "" if verdict.outcome == PASS else WARNING)
    needs = [verdict.need(file) for file in made.overall.files]
    parts = [f"{needs.count(need):,} {text}" for need, text in NEEDS.items() if need in needs]
    yield Row("files", f"{count(len(needs), 'file')}: {', '.join(parts)}" if parts else "none")
    if since is not None:
        text = f"{since.repaired:,} repaired, {since.still:,} still there, {since.new:,} new"
        if since.added or since.gone:
            text += f"; {count(len(since.added), 'file')} added, {len(since.gone):,} gone"
        yield Row("since", text)
    yield Row("report", os.path.join(folder, FIRST_PAGE))  # noqa: PTH118


def _text(configured: object) -> str | None:
    return None if configured is None else str(configured)


def _stated(defaults: Iterable[Limit], configured: object, given: Iterable[Limit]) -> tuple[Limit, ...]:
    team = configured if isinstance(configured, dict) else {}
    return stated_over(stated_over(defaults, [parse_limit(*entry) for entry in team.items()]), given)


def _limits(option: str, texts: tuple[str, ...]) -> list[Limit]:
    limits = []
    for text in split_names(texts):
        what, equals, most = text.partition("=")
        if not equals:
            raise OptionError(f"{option} {text}: no limit", hint=f"Write for example {option} {what}=0.")
        limits.append(parse_limit(what, most))
    return limits


def _date(given: str | None) -> str:
    """The date of a report: as given, or that of ``SOURCE_DATE_EPOCH``, or today's, in UTC.

    Sources:
        reproducible-builds.org, SOURCE_DATE_EPOCH.
    """
    if given is not None:
        try:
            return date.fromisoformat(given).isoformat()
        except ValueError:
            raise OptionError(f"not a date: {given!r}", hint="Write it as 2026-03-31.") from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if re.fullmatch(r"[0-9]{1,11}", epoch):
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    return datetime.now(UTC).date().isoformat()
