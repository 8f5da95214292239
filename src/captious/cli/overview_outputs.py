"""What ``stats`` and ``diff`` print: text, JSON, tables and pages, to a file or to standard output."""

from __future__ import annotations

import json
import sys
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import click

from captious.cli.outputs import Outputs
from captious.formats.files import replace_file
from captious.reports.tables import CSV_FORMATS, output_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from captious.errors import CaptiousError
    from captious.jobs.diff import DiffResult
    from captious.jobs.stats import StatsResult
    from captious.reports.delivery.comparison import Comparison

F = TypeVar("F", bound="Callable[..., Any]")

TEXT, JSON, HTML = "text", "json", "html"


def output_options(function: F) -> F:
    """Adds the options for the format of the output, and the file it is written to."""
    function = click.option(
        "-o", "--output-file", metavar="FILE", default=None, help="Write the output to this file."
    )(function)
    return click.option(
        "--output-format",
        type=click.Choice([TEXT, JSON, *CSV_FORMATS, HTML]),
        default=TEXT,
        show_default=True,
        help="Format of the output.",
    )(function)


def claim_output(path: str | None, *, format: str, reads: Iterable[str]) -> None:  # noqa: A002 - what users call it
    """Checks that the output can be written, before anything is done.

    Raises:
        OutputError: it is an input file, or the file exists and is no such output.
    """
    if path is None:
        return
    from captious.reports.recognise import is_overview

    suffix = {TEXT: ".txt", JSON: ".json", HTML: ".html"}.get(format, ".csv")
    Outputs(reads).claim_report(
        path, is_ours=partial(is_overview, path=path), what="an overview", suffix=suffix
    )


def put(text: str, path: str | None, *, format: str) -> None:  # noqa: A002 - what users call it
    """Writes an output to a file, or prints it.

    Raises:
        OutputError: the file cannot be written.
    """
    data = output_bytes(text, format=format)
    if path is not None:
        replace_file(path, data)
    elif format in CSV_FORMATS:
        sys.stdout.buffer.write(data)
    else:
        click.echo(text, nl=False)


def statistics_output(made: StatsResult, *, format: str, as_table: bool) -> str:  # noqa: A002 - what users call it
    """Statistics in a format; ``as_table`` = as text, a line for each file and all together."""
    from captious.reports.overview_html import statistics_html
    from captious.reports.overview_pages import statistics_page, statistics_record, statistics_table
    from captious.reports.overview_tables import statistics_csv

    figures = list(made.files)
    if len(figures) > 1:
        figures.append(("all together", made.together))
    if format == HTML:
        return statistics_html(made.files, made.together, made.errors)
    if format in CSV_FORMATS:
        return statistics_csv(figures, made.errors, format=format)
    if format == JSON:
        return _json([statistics_record(*each) for each in figures])
    if as_table:
        return f"{statistics_table(made.files)}\n{statistics_page('all together', made.together)}"
    return "\n".join(statistics_page(*each) for each in figures)


def changes_output(made: DiffResult, old: str, new: str, *, format: str) -> str:  # noqa: A002 - what users call it
    """Changes in a format."""
    from captious.reports.folder_changes import folder_changes_page, folder_changes_record
    from captious.reports.overview_html import changes_html
    from captious.reports.overview_pages import change_record, changes_page
    from captious.reports.overview_tables import changes_csv

    of_folders = bool(made.pairs or made.only_old or made.only_new)
    pairs: list[tuple[str, str, Any, CaptiousError | None]] = [
        (pair.old, pair.new, pair.changes, pair.error) for pair in made.pairs
    ]
    named = pairs if of_folders else [(old, new, made.changes, None)]
    if format == HTML:
        return changes_html(named, made.only_old, made.only_new)
    if format in CSV_FORMATS:
        return changes_csv(named, made.only_old, made.only_new, format=format)
    if format == JSON:
        if of_folders:
            return _json(folder_changes_record(pairs, made.only_old, made.only_new))
        return _json([change_record(change) for change in made.changes])
    return (
        folder_changes_page(pairs, made.only_old, made.only_new) if of_folders else changes_page(made.changes)
    )


def comparison_output(made: Comparison, *, format: str) -> str:  # noqa: A002 - what users call it
    """Two reports compared, in a format."""
    from captious.reports.delivery.comparison import comparison_csv, comparison_record, comparison_text

    if format == HTML:
        from captious.reports.delivery.comparison_page import comparison_html

        return comparison_html(made)
    if format in CSV_FORMATS:
        return comparison_csv(made, format=format)
    return _json(comparison_record(made)) if format == JSON else comparison_text(made)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
