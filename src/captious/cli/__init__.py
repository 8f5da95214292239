"""The command line, and the only package that uses click."""

from __future__ import annotations

import gc
import importlib
import os
import sys
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from captious import __version__
from captious.cli.console import CANNOT, print_error, print_note
from captious.cli.near import MEANT, NearGroup
from captious.cli.streams import flush_streams, open_streams, output_error
from captious.errors import CaptiousError, GuessedEncoding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GROUPS = {
    "Make": {
        "caption": "Turn transcripts into captions.",
        "transcript": "Make a readable transcript: a page, Markdown, chapters.",
        "publish": "Make everything for an episode, in one folder.",
        "learn": "Learn a house style from captions.",
    },
    "Check": {
        "check": "Find issues in caption files (linter).",
        "rule": "Explain a rule, or list the rules.",
        "style": "List, show, compare and create style guides.",
    },
    "Set up": {
        "init": "Set up a project: configuration, hook, CI step.",
        "config": "Show the settings, and where each comes from.",
    },
    "Change": {
        "fix": "Fix issues in caption files (autofix).",
        "convert": "Convert captions to another format.",
        "retime": "Shift, stretch or sync the times of captions.",
        "join": "Put the parts of a programme together.",
        "split": "Cut captions into parts.",
    },
    "Look": {
        "preview": "Make a page that plays captions and shows their issues.",
        "diff": "Show what changed between two caption files.",
        "stats": "Show statistics of caption files.",
    },
    "Many files": {
        "batch": "Run a command over many files.",
    },
}
"""Group title to its commands with their short help, in the order of the help."""

_COMMANDS = tuple(name for commands in _GROUPS.values() for name in commands)
"""All commands. A command's module is imported only when it is called, which keeps help fast."""

ASKED = "_CAPTIOUS_COMPLETE"
"""The variable that a shell sets to have a word completed."""

INTERRUPTED = 130
"""The same exit code as in `captious.__main__`."""


class _Commands(NearGroup):
    meant = MEANT

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"captious.cli.commands.{cmd_name}").command
        if ASKED in os.environ:
            from captious.cli.completion import completed  # late: only a shell asks

            return completed(command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        for title, commands in _GROUPS.items():
            with formatter.section(title):
                # pad to the longest name of all, so that all groups align
                widest = max(map(len, _COMMANDS))
                formatter.write_dl([(name.ljust(widest), summary) for name, summary in commands.items()])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="captious")
def command() -> None:
    """Captions people can read.

    Turn a transcript into captions with `captious caption`. Find issues in caption files with the linter
    `captious check`, and fix them with `captious fix`.

    \b
    Examples:
      captious caption talk.txt --words talk.json
      captious check talk.vtt --style netflix-en
      captious fix talk.vtt
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and exits the process with the exit code of `run`.

    Args:
        arguments: the command line without the program name; ``None`` = that of the process.
    """
    # what is made here is mostly values, and looking for cycles among them takes a tenth of a short run
    gc.set_threshold(100_000)
    # numpy multiplies small matrices here: more threads wait for one another longer than they work
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    open_streams()
    try:
        code = run(arguments)
        flush_streams()
    except OSError:
        # the standard streams are unusable, so no message can be printed either
        sys.stdout = sys.stderr = None
        code = CANNOT
    # Python runs the garbage collector at exit, a tenth of a short run; the memory is freed anyway
    gc.freeze()
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line.

    Args:
        arguments: as for `main`.

    Returns:
        The exit code: 0 = done, 1 = done, but issues were found, 2 = not done, 130 = interrupted.
    """
    try:
        with _printed_warnings():
            code = command.main(
                args=list(arguments) if arguments is not None else None, standalone_mode=False
            )
    except click.ClickException as error:
        error.show()
        code = CANNOT
    except CaptiousError as error:
        print_error(error)
        code = CANNOT
    except (KeyboardInterrupt, click.Abort):
        click.echo("captious: interrupted; every file is either unchanged or complete", err=True)
        code = INTERRUPTED
    except BrokenPipeError:
        # the reader of our output is gone; flushing at exit would raise the same error again
        sys.stdout = None
        code = CANNOT
    except Exception as error:
        code = _report_exception(error)
    return code if isinstance(code, int) else 0


@contextmanager
def _printed_warnings() -> Iterator[None]:
    """Prints what was guessed as notes, each once; the other warnings are Python's."""
    with warnings.catch_warnings():
        warnings.simplefilter("once", GuessedEncoding)
        others = warnings.showwarning

        def show(message: Warning | str, category: type[Warning], *rest: Any, **more: Any) -> None:
            if issubclass(category, GuessedEncoding):
                print_note(str(message))
            else:
                others(message, category, *rest, **more)

        warnings.showwarning = show
        yield


def _report_exception(error: Exception) -> int:
    """Reports an unhandled exception: a standard stream that cannot be written, or a bug in captious.

    The only place that catches every exception: a traceback does not help a user, and ``CAPTIOUS_DEBUG`` shows it.
    """
    shown: CaptiousError | None = output_error(error) if isinstance(error, OSError) else None
    if shown is None:
        if os.environ.get("CAPTIOUS_DEBUG"):
            raise error
        shown = CaptiousError(
            f"a bug in captious itself: {type(error).__name__}: {error}",
            hint="Please report it, with the output of the same command under CAPTIOUS_DEBUG=1.",
        )
    print_error(shown)
    return CANNOT
