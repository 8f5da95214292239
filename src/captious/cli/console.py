"""How the command line speaks: errors, notes, colour, exit codes."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from captious.plain import escape_controls
from captious.reports.rows import WARNING, row_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import IO

    from captious.errors import CaptiousError
    from captious.reports.rows import Row

DONE = 0
ISSUES = 1
CANNOT = 2
_FOLDERS = "captious batch takes folders: captious batch COMMAND FOLDER -o OUT"


def print_error(error: CaptiousError) -> None:
    """One error on standard error: place, message, and what to do about it on the next line."""
    click.echo(f"{style('captious: error:', fg='red', bold=True)} {escape_controls(error.summary)}", err=True)
    hint = error.hint or (_FOLDERS if error.message.endswith("it is a folder") else None)
    if hint:
        click.echo(f"  {escape_controls(hint)}", err=True)


def print_rows(rows: Iterable[Row], *, err: bool = False, width: int = 11) -> None:
    """Rows of a result, the labels in a column; what the user should act on is coloured."""
    for row in rows:
        line = row_line(row, width=width)
        if row.severity == WARNING:
            head = 2 + len(row.label)
            line = style(line[:head], fg="yellow") + line[head:]
        click.echo(line, err=err)


def style(text: str, *, fg: str | None = None, bold: bool = False) -> str:
    """Coloured text where colour is wanted; the words say the same without it.

    click strips colour when the stream is no terminal; ``NO_COLOR`` (https://no-color.org) is up to us.
    """
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return click.style(text, fg=fg, bold=bold)


def wants_color(stream: IO[str]) -> bool:
    """Whether what is written to a stream may be coloured: it is a terminal, and nobody said no."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def shows_progress() -> bool:
    """Whether somebody is watching standard error."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
