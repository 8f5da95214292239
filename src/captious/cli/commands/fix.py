"""``captious fix``: caption files in, the same files with their fixes applied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from captious.cli.check_options import fix_options, request_of
from captious.cli.help import SectionCommand

if TYPE_CHECKING:
    from captious.jobs.check import CheckRequest


@click.command("fix", cls=SectionCommand, short_help="Fix caption files.")
@fix_options
def command(**options: Any) -> int:
    """Fix what can be fixed in caption files without changing a word or a cue.

    The same as `captious check --fix`: what is left is reported. What no fix touches stays byte for byte. --diff
    shows what would change; -o writes the fixed captions to another file, or to a folder.

    \b
    Examples:
      captious fix talk.srt
      captious fix talk.srt --diff
      captious fix captions/ -o fixed/

    Exit code: 0 = no errors left, 1 = errors left, 2 = a file could not be read or written.
    """
    from captious.cli.check_run import run_check  # late: --help needs none of it

    options["fix"] = True
    return run_check(options)


def batch_request(options: dict[str, Any]) -> CheckRequest:
    """The request of a batch, from the options of the command.

    Raises:
        CaptiousError: a value that makes no sense.
    """
    request = request_of(options)
    request.layer()
    return request
