"""``captious retime``: captions in, the same captions at other times out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from captious.cli.audio_progress import audio_progress
from captious.cli.console import DONE, print_rows, style
from captious.cli.options import (
    FACTOR,
    POINT,
    RATE,
    SHIFT,
    duration_option,
    encoding_option,
    force_option,
    quiet_option,
    rate_option,
    vad_option,
)
from captious.cli.outputs import STANDARD_STREAM, Outputs, write_bytes
from captious.errors import OptionError
from captious.plain import escape_controls

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.jobs.retime import RetimeRequest


@click.command("retime", short_help="Move captions to other times.")
@click.argument("captions", metavar="CAPTIONS")
@click.option(
    "--shift", "shift_ms", type=SHIFT, default=None, metavar="TIME", help="Move every cue: 2.5, -0:01.2."
)
@click.option(
    "--scale",
    "factor",
    type=FACTOR,
    default=None,
    metavar="FACTOR",
    help="Multiply every time: 1.001, 25/24.",
)
@click.option(
    "--fps-from",
    type=RATE,
    default=None,
    metavar="RATE",
    help="Frame rate the captions were made for, and ...",
)
@click.option(
    "--fps-to", type=RATE, default=None, metavar="RATE", help="... that of the video they are to fit."
)
@click.option(
    "--sync",
    "points",
    type=POINT,
    multiple=True,
    metavar="OLD=NEW",
    help="What is at OLD belongs to NEW; two points stretch what is between: --sync 0:12=0:14 --sync 58:00=58:07.",
)
@click.option(
    "--words", default=None, metavar="FILE", help="Let every cue follow its words: word timings of any kind."
)
@click.option(
    "--audio",
    default=None,
    metavar="FILE",
    help="The same by forced alignment with the recording (English; needs captious[align]).",
)
@vad_option
@click.option(
    "--snap",
    "shots",
    default=None,
    metavar="FILE",
    help="Shot changes: then move cues that begin or end beside one.",
)
@click.option(
    "--style",
    default="youtube",
    show_default=True,
    metavar="NAME|FILE",
    help="Style guide whose gaps, durations and reading speed the new times keep.",
)
@rate_option
@duration_option
@encoding_option
@click.option("-o", "--output", default=None, metavar="FILE", help="Where to write; - is standard output.")
@click.option("--in-place", is_flag=True, help="Replace the captions themselves.")
@force_option
@quiet_option
def command(
    captions: str,
    *,
    fps_from: Fraction | None,
    fps_to: Fraction | None,
    output: str | None,
    in_place: bool,
    force: bool,
    quiet: bool,
    **options: Any,
) -> int:
    """Move captions to other times; their words, line breaks and everything else in the file stay.

    CAPTIONS is an SRT or WebVTT file. Either all times are moved alike (--shift, --scale, --fps-from and --fps-to,
    --sync), or every cue follows its words (--words, --audio), with gaps and durations as the style has them.

    Exit code: 0 = done, 2 = nothing done.
    """
    _check_output(captions, output, in_place=in_place)
    from captious.jobs.retime import RetimeRequest  # late: it loads the checks, and --help needs none of them

    options["factor"] = _factor(options["factor"], fps_from, fps_to)
    path = captions if in_place else None if output == STANDARD_STREAM else output
    reads = [options[name] for name in RetimeRequest.FILES]
    outputs = Outputs(reads if in_place else [captions, *reads], force=force or in_place)
    outputs.claim(path)
    request = RetimeRequest(**options)
    request.check()
    from captious.formats.files import read_bytes

    before = read_bytes(captions) if in_place else None
    with audio_progress(options["audio"], quiet=quiet) as progress:
        made = request.run(captions, progress=progress)
    write_bytes(path, made.data, expected=before)
    if not quiet:
        title = "standard output" if path is None else escape_controls(path)
        click.echo(f"{style(title, bold=True)}  {made.cues:,} cues", err=path is None)
        print_rows(made.rows, err=path is None)
    return DONE


def _check_output(captions: str, output: str | None, *, in_place: bool) -> None:
    if in_place == (output is not None):
        raise OptionError(
            "nowhere to write" if output is None else "-o and --in-place both given",
            hint="Name the output with -o FILE, or replace the captions with --in-place.",
        )
    if output is None or output == STANDARD_STREAM:
        return
    if os.path.splitext(output)[1].lower() != os.path.splitext(captions)[1].lower():  # noqa: PTH122
        raise OptionError(
            "captions of one format and output of another",
            path=output,
            hint="captious retime changes times only; let the name end alike.",
        )


def _factor(scale: Fraction | None, fps_from: Fraction | None, fps_to: Fraction | None) -> Fraction | None:
    if (fps_from is None) != (fps_to is None):
        raise OptionError("one of two frame rates", hint="Give both, --fps-from and --fps-to.")
    if fps_from is None or fps_to is None:
        return scale
    if scale is not None:
        raise OptionError(
            "--scale and --fps-from both given", hint="The frame rates are a factor: drop --scale."
        )
    # the same frame comes at n / rate
    return fps_from / fps_to


def batch_request(options: dict[str, Any]) -> RetimeRequest:
    """The request of a batch, from the options of the command.

    Raises:
        CaptiousError: options that do not go together.
    """
    from captious.jobs.retime import RetimeRequest

    options["factor"] = _factor(options["factor"], options.pop("fps_from"), options.pop("fps_to"))
    request = RetimeRequest(**options)
    request.check()
    return request
