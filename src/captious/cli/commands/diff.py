"""``captious diff``: show the visible changes between two caption files."""

from __future__ import annotations

from typing import Any

import click

from captious.cli.console import CANNOT, DONE, ISSUES, print_error, print_rows
from captious.cli.options import encoding_option, frames_option
from captious.cli.overview_outputs import (
    changes_output,
    claim_output,
    comparison_output,
    output_options,
    put,
)


@click.command("diff", short_help="Show what changed between two caption files.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--ignore",
    "ignored",
    multiple=True,
    metavar="KIND[,KIND]",
    help="Changes to ignore: added, removed, text, speaker, breaks, time, markup, position.",
)
@output_options
@encoding_option
@frames_option
@click.option(
    "-q", "--quiet", is_flag=True, help="Print nothing; the exit code shows whether anything changed."
)
def command(
    old: str,
    new: str,
    *,
    ignored: tuple[str, ...],
    output_format: str,
    output_file: str | None,
    quiet: bool,
    **options: Any,
) -> int:
    """Show what changed between two caption files: words, times, line breaks, speakers.

    The files may be in different formats. Numbering and notation do not count as changes. Of two folders, files are
    compared that have the same path below them, or differ only in the ending or the language tag; the others are
    listed and count as a difference. Of two reports of deliveries (check --report-dir), the findings are compared:
    repaired, still there, new.

    \b
    Examples:
      captious diff draft.vtt final.vtt
      captious diff draft.srt final.vtt --ignore time,markup
      captious diff delivered/ corrected/ --output-format html -o changes.html
      captious diff report-1/ report-2/

    Exit code: 0 = no changes, 1 = changes, 2 = files could not be compared.
    """
    # late: they load every format, and --help needs none of them
    from captious.jobs.diff import diff
    from captious.jobs.diff_reports import are_reports, diff_reports
    from captious.reports.rows import Row

    claim_output(output_file, format=output_format, reads=(old, new))
    if are_reports(old, new):
        comparison = diff_reports(old, new)
        if not quiet:
            put(comparison_output(comparison, format=output_format), output_file, format=output_format)
        return ISSUES if comparison else DONE
    made = diff(old, new, ignore=ignored, **options)
    if not quiet:
        put(changes_output(made, old, new, format=output_format), output_file, format=output_format)
        print_rows((Row("rolls", f"{name}; each word compared once") for name in made.rolling), err=True)
    for error in made.failed:
        print_error(error)
    if made.failed:
        return CANNOT
    return ISSUES if made else DONE
