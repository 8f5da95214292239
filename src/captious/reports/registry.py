"""The output formats by name; each is imported on demand."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from captious.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.reports.model import Report

_MODULES = {
    "full": "as_full",
    "concise": "as_concise",
    "grouped": "as_grouped",
    "hook": "as_hook",
    "json": "as_json",
    "json-lines": "as_json",
    "csv": "as_csv",
    "csv-excel": "as_csv",
    "github": "as_github",
    "gitlab": "as_gitlab",
    "html": "as_html",
    "junit": "as_junit",
    "markdown": "as_markdown",
    "rdjson": "as_rdjson",
    "sarif": "as_sarif",
}

_SUFFIXES = {
    "json": ".json",
    "json-lines": ".jsonl",
    "csv": ".csv",
    "csv-excel": ".csv",
    "gitlab": ".json",
    "html": ".html",
    "junit": ".xml",
    "markdown": ".md",
    "rdjson": ".json",
    "sarif": ".sarif",
}

OUTPUT_FORMATS: tuple[str, ...] = tuple(_MODULES)
"""Every output format, those for people first."""

WITH_PROFILES: tuple[str, ...] = ("html",)
"""The formats that show the limits of the style; only these need the profile of each file."""

TEXT_FORMATS: tuple[str, ...] = ("full", "concise", "grouped", "hook")
"""The formats for people: only these take colour, `show_fixes` and `statistics`."""


def render(
    report: Report,
    *,
    format: str,  # noqa: A002 - what users call it
    color: bool = False,
    show_fixes: bool = False,
    statistics: bool = False,
    unsafe: bool = False,
    strict: bool = False,
) -> str:
    """A report in an output format.

    Args:
        report: the findings.
        format: one of `OUTPUT_FORMATS`.
        color: whether a format for people may use colour; the others never do.
        show_fixes: whether a format for people lists what was fixed in which file.
        statistics: whether a format for people counts rules instead of listing findings; the ``json`` format
            always has the counts, the others never do.
        unsafe: whether findings with an unsafe fix count as fixable, too.
        strict: whether warnings fail the run; the ``hook`` format then lists them like errors.

    Returns:
        The whole text, with a line end after its last line; empty for a format without output for a clean
        run. It has no control characters except line ends and, with ``color``, colours.

    Raises:
        OptionError: there is no such format; the hint names the nearest.
    """
    check_format(format)
    module = importlib.import_module(f"captious.reports.{_MODULES[format]}")
    if format in TEXT_FORMATS:
        more = {"strict": strict} if format == "hook" else {}
        lines: list[str] = module.lines(
            report, color=color, show_fixes=show_fixes, statistics=statistics, unsafe=unsafe, **more
        )
        return "\n".join(lines) + "\n"
    if format == "json-lines":
        return str(module.text_lines(report))
    if format == "csv-excel":
        return str(module.text_excel(report))
    make: Callable[[Report], str] = module.text
    return make(report)


def report_suffix(name: str) -> str:
    """How the name of a report in an output format usually ends."""
    return f".report{_SUFFIXES.get(name, '.txt')}"


def check_format(name: str) -> None:
    """Checks the name of an output format.

    Raises:
        OptionError: there is no such format; the hint names the nearest.
    """
    if name in _MODULES:
        return
    from difflib import get_close_matches  # late: most runs meet no misspelt name

    near = get_close_matches(name.lower(), OUTPUT_FORMATS, n=1, cutoff=0.5)
    hint = f"Did you mean {near[0]}?" if near else f"There are {', '.join(OUTPUT_FORMATS)}."
    raise OptionError(f"no such output format: {name!r}", hint=hint)
