"""``captious learn``: learn a house style from reference captions."""

from __future__ import annotations

import os

import click

from captious.cli.console import DONE, print_rows, style
from captious.cli.options import force_option, quiet_option
from captious.cli.outputs import Outputs, write_text
from captious.errors import OptionError
from captious.plain import escape_controls


@click.command("learn", short_help="Learn a house style from captions.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", required=True, metavar="FILE", help="Style file to write: NAME.toml.")
@click.option("--name", default=None, metavar="TITLE", help="Name of the style.  [default: the file's name]")
@click.option(
    "--language", default=None, metavar="CODE", help="Language of the captions.  [default: detected]"
)
@force_option
@quiet_option
def command(
    paths: tuple[str, ...], *, output: str, name: str | None, language: str | None, force: bool, quiet: bool
) -> int:
    """Learn a house style from reference captions.

    Each PATH is an SRT or WebVTT file, or a folder of them. The style file holds the limits that nearly all cues
    keep (length, speed, gaps, labels) and the costs of line breaks and segmentation; use it with --style. At least
    700 spoken words are needed; an hour of speech is better.

    \b
    Examples:
      captious learn captions/ -o house.toml --name "Our podcast"
      captious check talk.vtt --style ./house.toml

    Exit code: 0 = done, 2 = nothing done.
    """
    if not output.endswith(".toml") or os.path.basename(output) == ".toml":  # noqa: PTH119
        raise OptionError(f"not the name of a style file: {output!r}", hint="Use a name that ends in .toml.")
    Outputs(paths, force=force).claim(output, suffix=".house.toml")
    from captious.jobs.learn import learn  # late: it loads the checks, and --help needs none of them

    title = os.path.basename(output).removesuffix(".toml") if name is None else name  # noqa: PTH119
    made = learn(paths, name=title, language=language)
    write_text(output, made.text)
    if not quiet:
        click.echo(f"{style(escape_controls(output), bold=True)}  style, extends base")
        print_rows(made.rows)
    return DONE
