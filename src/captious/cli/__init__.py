"""The command line. click lives here and nowhere else."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from typing import TYPE_CHECKING

import click

from captious import __version__
from captious.cli.console import CANNOT, print_error
from captious.cli.streams import flush_streams, open_streams, output_error
from captious.errors import CaptiousError

if TYPE_CHECKING:
    from collections.abc import Sequence

_GROUPS = {
    "Make": {
        "caption": "Turn transcripts into captions.",
        "transcript": "Make a readable transcript: a page, Markdown, chapters.",
        "learn": "Learn a house style from captions.",
    },
    "Check": {
        "check": "Find issues in caption files.",
        "rule": "Explain a rule.",
        "style": "List, show and compare style guides; begin one.",
    },
    "Change": {
        "fix": "Fix caption files.",
        "convert": "Convert captions to another format.",
        "retime": "Move captions to other times.",
    },
    "Look": {
        "preview": "Make a page that plays captions and shows what is wrong.",
        "diff": "Show what changed between two caption files.",
        "stats": "Show the figures of caption files.",
    },
    "Many files": {
        "batch": "Run a command over many files.",
    },
}
"""Title of a group to its commands and their short help, in the order that help shows them."""

_COMMANDS = tuple(name for commands in _GROUPS.values() for name in commands)
"""Every command; its module is imported only when it is called, so that help is quick."""

INTERRUPTED = 130
"""As `captious.__main__` has it."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"captious.cli.commands.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        for title, commands in _GROUPS.items():
            with formatter.section(title):
                # as wide as the widest of all, so that the groups stand in one column
                widest = max(map(len, _COMMANDS))
                formatter.write_dl([(name.ljust(widest), about) for name, about in commands.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.list_commands(ctx), n=1)
            if not near:
                raise
            raise click.UsageError(f"{error.message} Did you mean {near[0]!r}?", ctx) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="captious")
def command() -> None:
    """Captions people can read.

    Turn a transcript into captions with `captious caption`; find what is wrong with caption files with
    `captious check`, and fix it with `captious fix`.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and ends the process with an exit code, as `run` gives it.

    Args:
        arguments: the command line without the program's name; ``None`` = the process's own.
    """
    open_streams()
    try:
        code = run(arguments)
        flush_streams()
    except OSError:
        # nor can anything be told of it
        sys.stdout = sys.stderr = None
        code = CANNOT
    # as it ends, Python would look for cycles in all there is, a tenth of a short run; the memory goes anyway
    gc.freeze()
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line.

    Args:
        arguments: as for `main`.

    Returns:
        The exit code: 0 = done, 1 = done but issues were found, 2 = could not do it, 130 = interrupted.
    """
    try:
        code = command.main(args=list(arguments) if arguments is not None else None, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = CANNOT
    except CaptiousError as error:
        print_error(error)
        code = CANNOT
    except (KeyboardInterrupt, click.Abort):
        click.echo("captious: interrupted; every file is as it was or complete", err=True)
        code = INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has gone; Python would complain once more when it flushes
        sys.stdout = None
        code = CANNOT
    except Exception as error:
        code = _cannot(error)
    return code if isinstance(code, int) else 0


def _cannot(error: Exception) -> int:
    """Tells of an error nobody caught: a standard stream that cannot be written, or a bug of ours.

    The one place that takes everything: a traceback helps no user, and who wants it can ask for it.
    """
    told: CaptiousError | None = output_error(error) if isinstance(error, OSError) else None
    if told is None:
        if os.environ.get("CAPTIOUS_DEBUG"):
            raise error
        told = CaptiousError(
            f"a bug in captious itself: {type(error).__name__}: {error}",
            hint="Please report it, with the output of the same command under CAPTIOUS_DEBUG=1.",
        )
    print_error(told)
    return CANNOT
