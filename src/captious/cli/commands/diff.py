"""``captious diff``: show the visible changes between two caption files."""

from __future__ import annotations

import json
from typing import Any

import click

from captious.cli.console import CANNOT, DONE, ISSUES, print_error, print_rows
from captious.cli.options import encoding_option, frames_option


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
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Format of the output.",
)
@encoding_option
@frames_option
@click.option(
    "-q", "--quiet", is_flag=True, help="Print nothing; the exit code shows whether anything changed."
)
def command(
    old: str, new: str, *, ignored: tuple[str, ...], output_format: str, quiet: bool, **options: Any
) -> int:
    """Show what changed between two caption files: words, times, line breaks, speakers.

    The files may be in different formats. Numbering and notation do not count as changes. Of two folders, files are
    compared that have the same path below them, or differ only in the ending or the language tag; the others are
    listed and count as a difference.

    \b
    Examples:
      captious diff draft.vtt final.vtt
      captious diff draft.srt final.vtt --ignore time,markup
      captious diff delivered/ corrected/

    Exit code: 0 = no changes, 1 = changes, 2 = files could not be compared.
    """
    # late: they load every format, and --help needs none of them
    from captious.jobs.diff import diff
    from captious.reports.folder_changes import folder_changes_page, folder_changes_record
    from captious.reports.overview_pages import change_record, changes_page
    from captious.reports.rows import Row

    made = diff(old, new, ignore=ignored, **options)
    of_folders = bool(made.pairs or made.only_old or made.only_new)
    pairs = [(pair.old, pair.new, pair.changes, pair.error) for pair in made.pairs]
    if not quiet:
        if output_format == "json":
            records = (
                folder_changes_record(pairs, made.only_old, made.only_new)
                if of_folders
                else [change_record(change) for change in made.changes]
            )
            click.echo(json.dumps(records, ensure_ascii=False, indent=2))
        else:
            page = (
                folder_changes_page(pairs, made.only_old, made.only_new)
                if of_folders
                else changes_page(made.changes)
            )
            click.echo(page, nl=False)
        print_rows((Row("rolls", f"{name}; each word compared once") for name in made.rolling), err=True)
    for error in made.failed:
        print_error(error)
    if made.failed:
        return CANNOT
    return ISSUES if made else DONE
