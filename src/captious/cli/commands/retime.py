"""``captious retime``: captions in, the same captions at other times out."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from captious.cli.audio_options import check_audio, hear
from captious.cli.console import DONE, style
from captious.errors import OptionError, OutputError
from captious.formats.files import read_bytes, replace_file
from captious.plain import escape_controls
from captious.retiming.mapping import TimeMap, linear, parse_factor, parse_points, parse_shift

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.checks.settings import CheckSettings
    from captious.formats.base import Reading
    from captious.retiming.job import Retimed
    from captious.word_timings.model import WordTrack


@click.command("retime", short_help="Give captions other times.")
@click.argument("captions", metavar="CAPTIONS")
@click.option("--shift", default=None, metavar="TIME", help="Move every cue: 2.5, -0:01.2.")
@click.option("--scale", default=None, metavar="FACTOR", help="Multiply every time: 1.001, 25/24.")
@click.option(
    "--fps-from", default=None, metavar="RATE", help="Frame rate the captions were made for, and ..."
)
@click.option("--fps-to", default=None, metavar="RATE", help="... that of the video they are to fit.")
@click.option(
    "--sync",
    "points",
    multiple=True,
    metavar="OLD=NEW",
    help="What is at OLD belongs to NEW; two points stretch what is between: --sync 0:12=0:14 --sync 58:00=58:07.",
)
@click.option(
    "--words",
    "words_file",
    default=None,
    metavar="FILE",
    help="Let every cue follow its words: words of the recording with their times.",
)
@click.option(
    "--audio",
    default=None,
    metavar="FILE",
    help="The same by the recording (English; needs captious[align]).",
)
@click.option(
    "--vad", is_flag=True, help="With --audio, go by where somebody speaks: any language, approximate times."
)
@click.option(
    "--snap", "shots", default=None, metavar="FILE", help="Then move cues that begin or end beside a cut."
)
@click.option(
    "--style",
    "style_name",
    default="youtube",
    show_default=True,
    metavar="NAME|FILE",
    help="Style guide whose gaps, durations and reading speed the new times keep.",
)
@click.option("--fps", default=None, metavar="RATE", help="Put the times on frames: 25, 23.976, 30000/1001.")
@click.option("--duration", default=None, metavar="TIME", help="Length of the recording, such as 1:08:21.")
@click.option("--encoding", default=None, metavar="NAME", help="Encoding of the captions.  [default: UTF-8]")
@click.option("-o", "--output", default=None, metavar="FILE", help="Where to write; - is standard output.")
@click.option("--in-place", is_flag=True, help="Replace the captions themselves.")
@click.option("--force", is_flag=True, help="Replace the output if it exists.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def command(
    captions: str,
    *,
    shift: str | None,
    scale: str | None,
    fps_from: str | None,
    fps_to: str | None,
    points: tuple[str, ...],
    words_file: str | None,
    audio: str | None,
    vad: bool,
    shots: str | None,
    style_name: str,
    fps: str | None,
    duration: str | None,
    encoding: str | None,
    output: str | None,
    in_place: bool,
    force: bool,
    quiet: bool,
) -> int:
    """Give captions other times; their words, breaks and everything else in the file stay.

    CAPTIONS is an SRT or WebVTT file. Either all times are moved alike (--shift, --scale, --fps-from and --fps-to,
    --sync), or every cue follows its words (--words), with gaps and durations as the style has them.

    Exit code: 0 = done, 2 = nothing done.
    """
    _check_output(captions, output, in_place=in_place, force=force)
    straight = bool(shift or scale or fps_from or fps_to)
    check_audio(audio, vad, others=["--words"] if words_file else [])
    if straight + bool(points) + bool(words_file or audio) > 1:
        raise OptionError(
            "more than one way to find the new times",
            hint="Use --shift and a factor, or --sync, or --words, or --audio.",
        )
    if not (straight or points or words_file or audio or shots):
        raise OptionError(
            "no new times", hint="Say how: --shift, --scale, --fps-from, --sync, --words, --audio or --snap."
        )
    # late: they load the checks, and --help needs none of them
    from captious.checks.settings import CheckSettings
    from captious.core.clock import parse_clock, parse_frame_rate
    from captious.formats.documents import read_document
    from captious.formats.encoding import encode
    from captious.retiming.job import retime_reading
    from captious.style import load_style

    rate = parse_frame_rate(fps) if fps else None
    terms = CheckSettings(
        load_style(style_name),
        media_ms=parse_clock(duration) if duration else None,
        frame_rate=rate,
        shots_ms=_shots(shots, rate),
    )
    mapping = (
        parse_points(points) if points else _linear(shift, scale, fps_from, fps_to) if straight else None
    )
    track = _track(words_file)
    before = read_bytes(captions) if in_place else None
    reading = read_document(captions, encoding=encoding)
    if audio is not None:
        track = _listen(reading, terms, captions, audio, vad=vad, quiet=quiet)
    made = retime_reading(reading, terms, path=captions, mapping=mapping, track=track)
    document = reading.document
    data = encode(made.source, encoding=document.encoding, bom=document.bom)
    path = captions if output is None else output
    if path == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        replace_file(path, data, expected=before)
    if not quiet:
        title = "standard output" if path == "-" else escape_controls(path)
        click.echo(f"{style(title, bold=True)}  {made.cues:,} cues", err=path == "-")
        for label, text in _lines(made):
            click.echo(f"  {label:<11} {escape_controls(text)}", err=path == "-")
    return DONE


def _lines(made: Retimed) -> list[tuple[str, str]]:
    lines = [("moved", f"by {made.earliest_ms / 1000:+.3f} to {made.latest_ms / 1000:+.3f} s")]
    followed = made.followed
    if followed is not None:
        lines.append(("times", f"timed by {followed.basis}"))
        if followed.guessed:
            begins = "cue begins" if followed.guessed == 1 else "cues begin"
            lines.append(("guessed", f"{followed.guessed:,} {begins} with a word that was not found"))
        lines += [("unlike", remark) for remark in followed.remarks]
    if made.snapped:
        lines.append(("snapped", f"{made.snapped:,} cues to shot changes"))
    return lines


def _check_output(captions: str, output: str | None, *, in_place: bool, force: bool) -> None:
    if in_place == (output is not None):
        raise OptionError(
            "nowhere to write" if output is None else "-o and --in-place both given",
            hint="Name the output with -o FILE, or replace the captions with --in-place.",
        )
    if output is None or output == "-":
        return
    if os.path.splitext(output)[1].lower() != os.path.splitext(captions)[1].lower():  # noqa: PTH122
        raise OptionError(
            "captions of one format and output of another",
            path=output,
            hint="captious retime changes times only; let the name end alike.",
        )
    if os.path.lexists(output) and not force:
        raise OutputError("file exists", path=output, hint="Use --force to replace it.")


def _track(path: str | None) -> WordTrack | None:
    if path is None:
        return None
    from captious.word_timings.registry import read_words

    return read_words(path)


def _listen(
    reading: Reading, terms: CheckSettings, captions: str, audio: str, *, vad: bool, quiet: bool
) -> WordTrack:
    from captious.checks.settings import open_subject
    from captious.retiming.follow import words_of

    subject = open_subject(reading, terms, path=captions)
    return hear(words_of(subject), audio, language=subject.language or "en", vad=vad, quiet=quiet)


def _shots(path: str | None, rate: Fraction | None) -> tuple[int, ...]:
    if path is None:
        return ()
    from captious.timing.shots import read_shots

    return read_shots(path, frame_rate=rate)


def _linear(shift: str | None, scale: str | None, fps_from: str | None, fps_to: str | None) -> TimeMap:
    from fractions import Fraction

    from captious.core.clock import parse_frame_rate

    if bool(fps_from) != bool(fps_to):
        raise OptionError("one of two frame rates", hint="Give both, --fps-from and --fps-to.")
    if scale and fps_from:
        raise OptionError(
            "--scale and --fps-from both given", hint="The frame rates are a factor: drop --scale."
        )
    factor = parse_factor(scale) if scale else Fraction(1)
    if fps_from and fps_to:
        # the same frame comes at n / rate
        factor = parse_frame_rate(fps_from) / parse_frame_rate(fps_to)
    return linear(factor=factor, shift_ms=parse_shift(shift) if shift else 0)
