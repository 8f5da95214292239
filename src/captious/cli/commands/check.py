"""``captious check``: find issues in caption files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from captious.cli.check_options import check_options, request_of
from captious.cli.help import SectionCommand

if TYPE_CHECKING:
    from captious.jobs.check import CheckRequest


@click.command("check", cls=SectionCommand, short_help="Find issues in caption files (linter).")
@check_options
def command(**options: Any) -> int:
    """Find issues in caption files: a linter for subtitles, with autofix.

    Each PATH is a caption file, or a folder to search for caption files; - is standard input. Without a PATH, the
    current folder is searched.

    \b
    Examples:
      captious check talk.vtt --style netflix-en
      captious check captions/ --select TIM,line-too-long --output-format github
      captious check talk.srt --transcript talk.txt --words talk.json
      captious check . --fix

    Exit code: 0 = no errors (warnings do not fail), 1 = errors found, 2 = a file or an option could not be
    used.
    """
    from captious.cli.check_run import run_check  # late: --help needs none of it

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
