"""``captious split``: cut captions into the parts of a programme."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from captious.cli.console import DONE, print_rows, style
from captious.cli.format_options import format_option
from captious.cli.help import OUTPUT, TEXT, TIMES, SectionCommand, section_option
from captious.cli.options import CLOCK, encoding_option, force_option, frames_option, quiet_option
from captious.cli.outputs import STANDARD_STREAM, Outputs, is_folder, write_text
from captious.errors import OptionError
from captious.plain import escape_controls

if TYPE_CHECKING:
    from fractions import Fraction


@click.command("split", cls=SectionCommand, short_help="Cut captions into parts.")
@click.argument("captions", metavar="CAPTIONS")
@section_option(
    TIMES,
    "--at",
    "at_ms",
    type=CLOCK,
    multiple=True,
    metavar="TIME",
    help="Where to cut; may be given more than once.",
)
@section_option(
    TIMES,
    "--keep-times",
    is_flag=True,
    help="Leave the times as they are; otherwise each part begins at 0:00.",
)
@frames_option
@section_option(
    OUTPUT, "-o", "--output", default=None, metavar="DIR", help="Output folder.  [default: beside CAPTIONS]"
)
@format_option(
    "--to",
    "target",
    use="WRITE",
    section=OUTPUT,
    help="Format to write: {formats}.  [default: the file's own]",
)
@format_option(
    "--from", "format", use="READ", section=TEXT, help="Format of the file: {formats}.  [default: detected]"
)
@encoding_option
@force_option
@quiet_option
def command(
    captions: str,
    *,
    at_ms: tuple[int, ...],
    output: str | None,
    target: str | None,
    force: bool,
    quiet: bool,
    frame_rate: Fraction | None,
    **options: Any,
) -> int:
    """Cut captions into parts, which are named CAPTIONS.part1, CAPTIONS.part2 and so on.

    A cue across a cut is in both parts, up to the cut and from it on; a piece of it that is too short to read, under
    half a second, is left out beside a longer one. Each such cue is listed. captious join puts the parts together
    again.

    \b
    Examples:
      captious split film.srt --at 19:58.4
      captious split show.vtt --at 12:40 --at 25:10 -o parts/ --keep-times

    Exit code: 0 = done, 2 = nothing done.
    """
    # late: they load every format, and --help needs none of them
    from captious.core.numbers import count
    from captious.formats.registry import output_by_name
    from captious.jobs.split import split

    if output is not None and not is_folder(output):
        what = "standard output" if output == STANDARD_STREAM else "one file"
        raise OptionError(
            f"several parts for {what}", path=output, hint="Name a folder after -o, such as -o parts/."
        )
    made = split(captions, at_ms, to=target, frame_rate=frame_rate, **options)
    wanted = output_by_name(made.to)
    stem, own = os.path.splitext(captions)  # noqa: PTH122
    suffix = own if own.lower() in wanted.suffixes else wanted.suffix
    if output is not None:
        stem = os.path.join(output, os.path.basename(stem))  # noqa: PTH118, PTH119
    outputs = Outputs([captions], force=force)
    paths = [f"{stem}.part{number}{suffix}" for number in range(1, len(made) + 1)]
    for path in paths:
        outputs.claim(path, single=False)
    for path, text in zip(paths, made.texts, strict=True):
        write_text(path, text)
    if not quiet:
        for path, part in zip(paths, made.made.parts, strict=True):
            click.echo(f"{style(escape_controls(path), bold=True)}  {count(len(part.cues), 'cue')}")
        print_rows(made.rows)
    return DONE
