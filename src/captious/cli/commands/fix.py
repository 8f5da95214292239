"""``captious fix``: apply fixes to caption files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from captious.cli.check_options import fix_options, request_of
from captious.cli.help import SectionCommand

if TYPE_CHECKING:
    from captious.jobs.check import CheckRequest


@click.command("fix", cls=SectionCommand, short_help="Fix issues in caption files (autofix).")
@fix_options
def command(**options: Any) -> int:
    """Fix issues in caption files, in place.

    The same as `captious check --fix`: safe fixes are applied, which change nothing that a viewer sees but for
    row breaks and the like, and the issues that are left are reported. Everything else in the file stays byte for byte.
    --diff shows the changes without writing them; -o writes the fixed captions to another file or folder.

    \b
    Examples:
      captious fix talk.srt
      captious fix talk.srt --diff
      captious fix captions/ -o fixed/

    Exit code: 0 = no errors left, 1 = errors left, 2 = a file or an option could not be used.
    """
    from captious.cli.check_run import run_check  # late: --help needs none of it

    options["fix"] = True
    return run_check(options)


def batch_request(options: dict[str, Any]) -> CheckRequest:
    """The request for a batch, from the options of the command.

    Raises:
        CaptiousError: an invalid value.
    """
    from captious.cli.own_rules import load_configured  # late: --help needs none of it

    request = request_of(options)
    if not options["isolated"]:
        # what is selected may be a rule of a file that it names
        load_configured()
    request.layer()
    return request
