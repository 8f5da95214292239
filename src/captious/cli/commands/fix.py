"""``captious fix``: ``captious check --fix`` under a name of its own."""

from __future__ import annotations

from typing import Any

import click

from captious.cli.commands.check import check_with, with_options


@click.command("fix", short_help="Fix caption files.")
@with_options
def command(**options: Any) -> int:
    """Fix what can be fixed in caption files without changing a word or a cue.

    The same as `captious check --fix`: what is left is reported. What no fix touches stays byte for byte. --diff
    shows what would change.

    Exit code: 0 = no errors left, 1 = errors left, 2 = a file could not be read or written.
    """
    options["fix"] = True
    return check_with(options)
