"""Console output: errors, rows, colour, and the exit codes."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from captious.errors import FolderError
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
    """Prints an error to standard error: place and message, with the hint on the next line."""
    click.echo(f"{style('captious: error:', fg='red', bold=True)} {escape_controls(error.summary)}", err=True)
    hint = error.hint or (_FOLDERS if isinstance(error, FolderError) else None)
    if hint:
        click.echo(f"  {escape_controls(hint)}", err=True)


def print_note(text: str) -> None:
    """Prints to standard error what a user asked to be guessed."""
    click.echo(f"{style('captious: note:', fg='yellow', bold=True)} {escape_controls(text)}", err=True)


def print_rows(rows: Iterable[Row], *, err: bool = False, width: int = 11) -> None:
    """Prints the rows of a result with aligned labels; labels of warnings are coloured."""
    for row in rows:
        line = row_line(row, width=width)
        if row.severity == WARNING:
            head = 2 + len(row.label)
            line = style(line[:head], fg="yellow") + line[head:]
        click.echo(line, err=err)


def style(text: str, *, fg: str | None = None, bold: bool = False) -> str:
    """The text with colour, unless it is disabled; colour never carries information of its own.

    click strips colour when the stream is not a terminal; ``NO_COLOR`` (https://no-color.org) is handled here.
    """
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return click.style(text, fg=fg, bold=bold)


def wants_color(stream: IO[str]) -> bool:
    """Whether output to a stream is coloured: it is a terminal, and colour is not disabled."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def shows_progress() -> bool:
    """Whether to show progress: standard error is a terminal."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
