"""``captious diff``: show the visible changes between two caption files."""

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
@click.option(
    "-q", "--quiet", is_flag=True, help="Print nothing; the exit code shows whether anything changed."
)
def command(
    old: str, new: str, *, ignored: tuple[str, ...], output_format: str, encoding: str | None, quiet: bool
) -> int:
    """Show what changed between two caption files: words, times, line breaks, speakers.

    The files may be in different formats. Numbering and notation do not count as changes.

    \b
    Examples:
      captious diff draft.vtt final.vtt
      captious diff draft.srt final.vtt --ignore time,markup

    Exit code: 0 = no changes, 1 = changes, 2 = the files could not be compared.
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
