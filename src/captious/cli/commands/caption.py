"""``captious caption``: transcripts in, caption files out."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING

import click

from captious.cli.audio_options import check_audio, hear
from captious.cli.console import CANNOT, DONE, ISSUES, print_error, shows_progress, style
from captious.cli.deliver import deliver
from captious.cli.format_options import format_option
from captious.cli.transcript_options import anchor_option, duration_option, reading_options
from captious.errors import CaptiousError, OptionError
from captious.plain import escape_controls

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.cli.caption_options import Wishes
    from captious.cli.targets import Job
    from captious.core.document import Document
    from captious.formats.base import Format
    from captious.transcripts.model import Transcript
    from captious.word_timings.model import WordTrack


@click.command("caption", short_help="Turn transcripts into captions.")
@click.argument("transcripts", nargs=-1, metavar="[TRANSCRIPT...]")
@click.option(
    "--style",
    "style_name",
    default="youtube",
    show_default=True,
    metavar="NAME|FILE",
    help="Style guide to follow: a name, or the path of a style file.",
)
@format_option(
    "--to",
    "formats",
    use="CAPTION",
    several=True,
    help="Formats to write: {formats}.  [default: srt,vtt, or as the name after -o ends]",
)
@click.option(
    "-o",
    "--output",
    default=None,
    metavar="FILE|DIR",
    help="Where to write: a file, a folder, or - for standard output.  [default: beside the transcript]",
)
@duration_option
@click.option("--media", default=None, metavar="FILE", help="The recording, to read its length from.")
@anchor_option
@click.option(
    "--words",
    "words_file",
    default=None,
    metavar="FILE",
    help="Words of the recording with their times (YouTube, Whisper, captions ...); alone, they are captioned.",
)
@click.option(
    "--audio",
    default=None,
    metavar="FILE",
    help="The recording: every word is found in it (English; needs captious[align]).",
)
@click.option(
    "--vad", is_flag=True, help="With --audio, go by where somebody speaks: any language, approximate times."
)
@click.option(
    "--shots",
    default=None,
    metavar="FILE",
    help="Times of the shot changes: no cue begins or ends beside one.",
)
@click.option("--fps", default=None, metavar="RATE", help="Put the times on frames: 25, 23.976, 30000/1001.")
@reading_options
def command(
    transcripts: tuple[str, ...],
    *,
    style_name: str,
    formats: str | None,
    output: str | None,
    duration: str | None,
    media: str | None,
    anchors: tuple[str, ...],
    words_file: str | None,
    audio: str | None,
    vad: bool,
    shots: str | None,
    fps: str | None,
    language: str | None,
    speakers: tuple[str, ...],
    renames: tuple[str, ...],
    glossary: str | None,
    clean_verbatim: bool,
    encoding: str | None,
    force: bool,
    quiet: bool,
) -> int:
    """Turn transcripts into captions.

    Each TRANSCRIPT is a text file, with speaker labels or without; - is standard input. Nothing is replaced
    without --force. Times come from the text, the length of the recording and the anchors: a draft; or, with
    --words, from words that were timed; or, with --audio, from the recording itself.

    Exit code: 0 = done, 1 = done, but the captions break a limit of the style, 2 = nothing done.
    """
    from captious.cli.caption_options import read_wishes
    from captious.cli.targets import plan

    others = [name for name, given in (("--words", words_file), ("--anchor", anchors)) if given]
    check_audio(audio, vad, others=others)
    if len(transcripts) > 1 and (duration or media or anchors or words_file or audio):
        raise OptionError(
            f"one recording's length, anchors, words or sound for {len(transcripts)} transcripts",
            hint="Caption them one by one, or leave out --duration, --media, --anchor, --words and --audio.",
        )
    if words_file and anchors:
        raise OptionError("--words and --anchor both given", hint="The words tell every time: drop --anchor.")
    if not transcripts and not words_file:
        raise click.UsageError("Missing argument 'TRANSCRIPT...', or --words FILE.")
    alone = not transcripts
    jobs = plan(transcripts or (words_file or "",), formats=formats, output=output, force=force)
    wishes = read_wishes(
        style_name=style_name, duration=duration, media=media, anchors=anchors, shots=shots, fps=fps, language=language,
        speakers=speakers, renames=renames, glossary=glossary, clean_verbatim=clean_verbatim, encoding=encoding,
        words_file=words_file, audio=audio, vad=vad, quiet=quiet,
    )  # fmt: skip
    code = DONE
    waits = not quiet and len(jobs) > 1 and shows_progress()
    said: list[Callable[[], None]] = []
    with (
        click.progressbar(jobs, label="captioning", file=sys.stderr)
        if waits
        else nullcontext(jobs) as watched
    ):
        for job in watched:
            try:
                job_code, say = _caption(job, wishes, alone=alone)
                code = max(code, job_code)
                if not quiet:
                    said.append(say)
            except CaptiousError as error:
                # one bad transcript among many does not keep the others from their captions
                said.append(partial(print_error, error))
                code = CANNOT
            if not waits:  # lines between two states of a progress bar would tear it apart
                _say_all(said)
    _say_all(said)
    return code


def _say_all(said: list[Callable[[], None]]) -> None:
    while said:
        said.pop(0)()


def _caption(job: Job, wishes: Wishes, *, alone: bool) -> tuple[int, Callable[[], None]]:
    """Captions one transcript, or timed words ``alone``; all its files are made before the first one is written.

    Returns:
        The exit code, and what prints the summary.
    """
    from captious.captioning import caption_transcript, time_words
    from captious.formats.registry import output_by_name
    from captious.reports.caption_summary import shortcomings, summarise
    from captious.transcripts.parse import read_transcript

    name = "standard input" if job.source == "-" else job.source
    try:
        transcript = _heard(wishes) if alone else None
        transcript = transcript or read_transcript(
            _read_text(job.source, wishes.encoding),
            language=wishes.language,
            speakers=wishes.speakers,
            renames=wishes.renames,
            glossary=wishes.glossary,
            clean_verbatim=wishes.clean_verbatim,
            path=name,
        )
        outputs = [output_by_name(target.format) for target in job.targets]
        layouts = list(dict.fromkeys(output.layout for output in outputs))
        profiles = [wishes.profile(layout, transcript.language) for layout in layouts]
        times = time_words(
            transcript,
            anchors=wishes.anchors,
            duration_ms=wishes.duration_ms,
            speed=profiles[0].speed,
            track=wishes.track if wishes.audio is None else _listen(transcript, wishes),
        )
        made = caption_transcript(
            transcript,
            profiles=profiles,
            times=times,
            duration_ms=wishes.duration_ms,
            frame_rate=wishes.frame_rate,
        )
    except CaptiousError as error:
        raise error.at(name) from None
    documents = {entry.profile.format: entry.document for entry in made}
    deliver(job, [_snap(output.write(documents[output.layout]), output, wishes) for output in outputs])
    to_stderr = any(target.path is None for target in job.targets)
    say = partial(_print_summary, job, documents, summarise(transcript, times, made), err=to_stderr)
    return ISSUES if shortcomings(made) else DONE, say


def _snap(text: str, output: Format, wishes: Wishes) -> str:
    if not wishes.shots_ms or output.name != output.layout:
        return text
    from captious.checks.settings import CheckSettings
    from captious.retiming.snap import snap

    terms = CheckSettings(
        wishes.style,
        language=wishes.language,
        media_ms=wishes.duration_ms,
        frame_rate=wishes.frame_rate,
        shots_ms=wishes.shots_ms,
    )
    return snap(text, terms, format=output.layout)[0]


def _listen(transcript: Transcript, wishes: Wishes) -> WordTrack:
    from captious.captioning import all_words

    return hear(
        all_words(transcript),
        wishes.audio or "",
        language=transcript.language,
        vad=wishes.vad,
        quiet=wishes.quiet,
    )


def _heard(wishes: Wishes) -> Transcript | None:
    from captious.word_timings.transcript import as_transcript

    if wishes.track is None:
        return None
    return as_transcript(wishes.track, language=wishes.language, renames=wishes.renames)


def _read_text(source: str, encoding: str | None) -> str:
    from captious.captioning import transcript_text
    from captious.formats.files import read_bytes

    data = sys.stdin.buffer.read() if source == "-" else read_bytes(source)
    return transcript_text(data, encoding=encoding)


def _print_summary(job: Job, documents: dict[str, Document], lines: list[str], *, err: bool) -> None:
    from captious.formats.registry import output_by_name

    for target in job.targets:
        if target.path is not None:
            output = output_by_name(target.format)
            path = escape_controls(str(target.path))
            count = len(documents[output.layout].cues)
            click.echo(f"{style(path, bold=True)}  {output.title}, {count:,} cues", err=err)
    for line in lines:
        warning = line.startswith("  warning ")
        click.echo(style("  warning", fg="yellow") + line[9:] if warning else line, err=err)
