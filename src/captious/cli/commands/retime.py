"""``captious retime``: change the times of captions, and nothing else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from captious.cli.audio_progress import audio_progress
from captious.cli.console import DONE, print_rows, style
from captious.cli.help import OUTPUT, TIMES, SectionCommand, section_option
from captious.cli.options import (
    CLOCK,
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


@click.command("retime", cls=SectionCommand, short_help="Shift, stretch or sync the times of captions.")
@click.argument("captions", metavar="CAPTIONS")
@section_option(
    TIMES,
    "--shift",
    "shift_ms",
    type=SHIFT,
    default=None,
    metavar="TIME",
    help="Shift all cues, by seconds or a clock: 2.5, -0:01.2.",
)
@section_option(
    TIMES,
    "--scale",
    "factor",
    type=FACTOR,
    default=None,
    metavar="FACTOR",
    help="Multiply all times: 1.001, 25/24.",
)
@section_option(
    TIMES,
    "--fps-from",
    type=RATE,
    default=None,
    metavar="RATE",
    help="Frame rate the captions were made for; needs --fps-to.",
)
@section_option(
    TIMES,
    "--fps-to",
    type=RATE,
    default=None,
    metavar="RATE",
    help="Frame rate of the video; needs --fps-from.",
)
@section_option(
    TIMES,
    "--sync",
    "points",
    type=POINT,
    multiple=True,
    metavar="OLD=NEW",
    help="Move the time OLD to NEW, and stretch between two such points: --sync 0:12=0:14 --sync 58:00=58:07.",
)
@section_option(
    TIMES,
    "--words",
    default=None,
    metavar="FILE",
    help="Time each cue by its words: word timings of any kind, such as ASR output.",
)
@section_option(
    TIMES,
    "--audio",
    default=None,
    metavar="FILE",
    help="Time each cue by forced alignment with a recording (English; others as --like; needs captious[align]).",
)
@vad_option
@section_option(
    TIMES,
    "--like",
    default=None,
    metavar="FILE",
    help="Move all cues by the clock of other captions of the recording, in any language, or of the recording.",
)
@section_option(
    TIMES,
    "--snap",
    "shots",
    default=None,
    metavar="FILE",
    help="Shot changes: move cues that start or end too close to one.",
)
@section_option(
    TIMES,
    "--after",
    "after_ms",
    type=CLOCK,
    default=None,
    metavar="TIME",
    help="Move only cues that begin at this time or later.",
)
@section_option(
    TIMES,
    "--before",
    "before_ms",
    type=CLOCK,
    default=None,
    metavar="TIME",
    help="Move only cues that begin before this time.",
)
@section_option(
    TIMES,
    "--cut-before",
    "cut_before_ms",
    type=CLOCK,
    default=None,
    metavar="TIME",
    help="Drop what lies before this new time, and list it: 0 for what was shifted before the start.",
)
@section_option(
    TIMES,
    "--style",
    default="youtube",
    show_default=True,
    metavar="NAME|FILE",
    help="Style guide for the gaps, durations and reading speed of the new times.",
)
@rate_option
@duration_option
@encoding_option
@section_option(
    OUTPUT, "-o", "--output", default=None, metavar="FILE", help="Output file, or - for standard output."
)
@section_option(OUTPUT, "--in-place", is_flag=True, help="Change the file itself.")
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
    """Change the times of captions; everything else in the file stays as it is.

    CAPTIONS is SubRip, WebVTT, TTML, ASS or SBV; convert files in other formats first. Either move all times (--shift,
    --scale, --fps-from and --fps-to, --sync), or move them by the clock of other captions (--like), or time each cue by
    its words (--words, --audio), with the gaps and durations of the style. --after and --before limit that to the cues
    that begin there.

    \b
    Examples:
      captious retime talk.srt --shift -2.5 --in-place
      captious retime talk.srt --shift 31 --after 12:40 -o talk.cut.srt
      captious retime talk.srt --shift -1:00:00 --cut-before 0 -o part2.srt
      captious retime talk.srt --fps-from 25 --fps-to 23.976 -o talk.film.srt
      captious retime talk.vtt --words talk.json -o talk.synced.vtt
      captious retime talk.fr.srt --like talk.en.vtt -o talk.synced.srt

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
    with audio_progress(options["audio"] or options["like"], quiet=quiet) as progress:
        made = request.run(captions, progress=progress)
    write_bytes(path, made.data, expected=before)
    if not quiet:
        from captious.core.numbers import count

        title = "standard output" if path is None else escape_controls(path)
        click.echo(f"{style(title, bold=True)}  {count(made.cues, 'cue')}", err=path is None)
        print_rows(made.rows, err=path is None)
    return DONE


def _check_output(captions: str, output: str | None, *, in_place: bool) -> None:
    if in_place == (output is not None):
        raise OptionError(
            "no output" if output is None else "-o and --in-place both given",
            hint="Name the output with -o FILE, or change the file itself with --in-place.",
        )
    if output is None or output == STANDARD_STREAM:
        return
    if os.path.splitext(output)[1].lower() != os.path.splitext(captions)[1].lower():  # noqa: PTH122
        raise OptionError(
            "input and output have different endings",
            path=output,
            hint="captious retime changes only times: use the same ending, or captious convert.",
        )


def _factor(scale: Fraction | None, fps_from: Fraction | None, fps_to: Fraction | None) -> Fraction | None:
    if (fps_from is None) != (fps_to is None):
        raise OptionError("only one of two frame rates", hint="Give both --fps-from and --fps-to.")
    if fps_from is None or fps_to is None:
        return scale
    if scale is not None:
        raise OptionError(
            "--scale and --fps-from both given", hint="The frame rates are a factor: drop --scale."
        )
    # frame n is shown at n / rate
    return fps_from / fps_to


def batch_request(options: dict[str, Any]) -> RetimeRequest:
    """The request for a batch, from the options of the command.

    Raises:
        CaptiousError: options that contradict each other.
    """
    from captious.jobs.retime import RetimeRequest

    options["factor"] = _factor(options["factor"], options.pop("fps_from"), options.pop("fps_to"))
    request = RetimeRequest(**options)
    request.check()
    return request
