"""``captious diff``: what changed between two caption files, as a person sees it."""

from __future__ import annotations

import json

import click

from captious.cli.console import DONE, ISSUES
from captious.cli.options import encoding_option


@click.command("diff", short_help="Show what changed between two caption files.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--ignore",
    "ignored",
    multiple=True,
    metavar="KIND[,KIND]",
    help="What does not count: added, removed, text, speaker, breaks, time, markup, position.",
)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
@encoding_option
@click.option("-q", "--quiet", is_flag=True, help="Print nothing: the exit code tells.")
def command(
    old: str, new: str, *, ignored: tuple[str, ...], output_format: str, encoding: str | None, quiet: bool
) -> int:
    """Show what changed between two caption files, in the same format or in two: words, times, line breaks, speakers.
    Numbering does not count, nor how a format writes things.

    Exit code: 0 = nothing changed, 1 = something did, 2 = the files could not be compared.
    """
    # late: they load every format, and --help needs none of them
    from captious.jobs.diff import diff
    from captious.reports.overview_pages import change_record, changes_page

    changes = diff(old, new, ignore=ignored, encoding=encoding).changes
    if not quiet:
        if output_format == "json":
            click.echo(
                json.dumps([change_record(change) for change in changes], ensure_ascii=False, indent=2)
            )
        else:
            click.echo(changes_page(changes), nl=False)
    return ISSUES if changes else DONE
