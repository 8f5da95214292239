"""``captious join``: put the parts of a programme together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from captious.cli.console import DONE, print_rows, style
from captious.cli.format_options import format_option
from captious.cli.help import OUTPUT, TEXT, TIMES, SectionCommand, section_option
from captious.cli.options import SHIFT, TIME, encoding_option, force_option, frames_option, quiet_option
from captious.cli.outputs import STANDARD_STREAM, Outputs, write_text
from captious.errors import OptionError
from captious.plain import escape_controls

if TYPE_CHECKING:
    from fractions import Fraction


@click.command("join", cls=SectionCommand, short_help="Put the parts of a programme together.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@section_option(
    TIMES,
    "--offset",
    "offsets_ms",
    type=SHIFT,
    multiple=True,
    metavar="TIME",
    help="Start of a part in the whole; once for each file, or for each but the first.",
)
@section_option(
    TIMES,
    "--duration",
    "durations_ms",
    type=TIME,
    multiple=True,
    metavar="TIME",
    help="Length of a part; once for each file, or for each but the last.",
)
@section_option(
    TIMES,
    "--media",
    multiple=True,
    metavar="FILE",
    help="Recording of a part, whose length is read; once for each file, or for each but the last.",
)
@frames_option
@section_option(
    OUTPUT, "-o", "--output", default=None, metavar="FILE", help="Output file, or - for standard output."
)
@format_option(
    "--to", "target", use="WRITE", section=OUTPUT, help="Format to write: {formats}.  [default: as -o ends]"
)
@format_option(
    "--from",
    "format",
    use="READ",
    section=TEXT,
    help="Format of the files: {formats}.  [default: detected from each file]",
)
@encoding_option
@force_option
@quiet_option
def command(
    files: tuple[str, ...],
    *,
    output: str | None,
    target: str | None,
    force: bool,
    quiet: bool,
    frame_rate: Fraction | None,
    **options: Any,
) -> int:
    """Put the parts of a programme together, in the order of the files and in any formats.

    Each part begins at its --offset, or after the --duration or --media of the parts before it. Without them, HLS
    segments are placed by their X-TIMESTAMP-MAP, a part whose times go on after the part before stays where it is, and
    any other begins where the last cue before it ends; the summary says which. A cue that two parts both have at their
    seam is there once, numbers go on, and definitions of WebVTT that clash are renamed and listed.

    \b
    Examples:
      captious join reel1.srt reel2.srt --offset 19:58.4 -o film.srt
      captious join part1.vtt part2.vtt --media part1.mp4 -o whole.vtt
      captious join segment*.vtt -o stream.vtt

    Exit code: 0 = done, 2 = nothing done.
    """
    # late: they load every format, and --help needs none of them
    from captious.formats.registry import output_by_name, output_for_path
    from captious.jobs.join import join

    if output is None:
        raise OptionError(
            "no output", hint="Name the output with -o FILE; -o - with --to FORMAT is standard output."
        )
    if output == STANDARD_STREAM and target is None:
        raise OptionError("standard output and no format", hint="Name the format: --to srt.")
    wanted = output_by_name(target) if target is not None else output_for_path(output)
    path = None if output == STANDARD_STREAM else output
    outputs = Outputs((*files, *options["media"]), force=force)
    outputs.claim(path)
    made = join(files, to=wanted.name, frame_rate=frame_rate, **options)
    write_text(path, made.text)
    if not quiet:
        from captious.core.numbers import count

        title = "standard output" if path is None else escape_controls(path)
        click.echo(f"{style(title, bold=True)}  {count(made.cues, 'cue')}", err=path is None)
        print_rows(made.rows, err=path is None)
    return DONE
