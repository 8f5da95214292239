"""``captious diff``: what changed between two caption files, as a person sees it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from captious.cli.console import DONE, ISSUES
from captious.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Sequence


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
@click.option("--encoding", default=None, metavar="NAME", help="Encoding of the files.  [default: UTF-8]")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing: the exit code tells.")
def command(
    old: str, new: str, *, ignored: tuple[str, ...], output_format: str, encoding: str | None, quiet: bool
) -> int:
    """Show what changed between two caption files, in the same format or in two: words, times, breaks, speakers.
    Numbering does not count, nor how a format writes things.

    Exit code: 0 = nothing changed, 1 = something did, 2 = the files could not be compared.
    """
    # late: they load every format, and --help needs none of them
    from captious.conversion.job import open_captions
    from captious.overview.changes import KINDS, compare
    from captious.reports.overview_pages import change_record, changes_page

    left_out = _kinds(ignored, KINDS)
    documents = [open_captions(path, encoding=encoding).document for path in (old, new)]
    changes = [change for change in compare(*documents) if change.kind not in left_out]
    if not quiet:
        if output_format == "json":
            click.echo(
                json.dumps([change_record(change) for change in changes], ensure_ascii=False, indent=2)
            )
        else:
            click.echo(changes_page(changes), nl=False)
    return ISSUES if changes else DONE


def _kinds(given: Sequence[str], known: Sequence[str]) -> frozenset[str]:
    names = frozenset(name.strip() for text in given for name in text.split(",") if name.strip())
    for name in names:
        if name not in known:
            raise OptionError(f"no such kind of change: {name}", hint=f"There are {', '.join(known)}.")
    return names
