"""``captious caption``: turn transcripts into caption files."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from captious.cli.audio_progress import audio_progress
from captious.cli.console import CANNOT, DONE, ISSUES, print_error, print_rows, shows_progress, style
from captious.cli.format_options import format_option
from captious.cli.help import OUTPUT, TIMES, SectionCommand, section_option
from captious.cli.options import (
    anchor_option,
    duration_option,
    rate_option,
    reading_options,
    style_option,
    vad_option,
)
from captious.cli.outputs import (
    STANDARD_STREAM,
    Outputs,
    Target,
    plan_files,
    single_file,
    write_bytes,
)
from captious.core.numbers import count
from captious.errors import CaptiousError, OptionError, OutputError
from captious.plain import escape_controls

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from captious.formats.base import Format
    from captious.jobs.caption import CaptionRequest
    from captious.jobs.caption_result import CaptionResult

DEFAULT_FORMATS = "srt,vtt"
_ONE_FILE = "Name one transcript and one format: --to srt -o -"


@click.command("caption", cls=SectionCommand, short_help="Turn transcripts into captions.")
@click.argument("transcripts", nargs=-1, metavar="[TRANSCRIPT...]")
@style_option
@format_option(
    "--to",
    "formats",
    use="CAPTION",
    several=True,
    section=OUTPUT,
    help="Formats to write: {formats}.  [default: as -o ends, or srt,vtt]",
)
@section_option(
    OUTPUT,
    "-o",
    "--output",
    default=None,
    metavar="FILE|DIR",
    help="Output file, folder, or - for standard output.  [default: beside the transcript]",
)
@duration_option
@section_option(TIMES, "--media", default=None, metavar="FILE", help="Recording to read the length from.")
@anchor_option
@section_option(
    TIMES,
    "--words",
    default=None,
    metavar="FILE",
    help="Word timings (word-level timestamps): ASR output of any kind, captions of YouTube ... Without a "
    "TRANSCRIPT, their own words are captioned.",
)
@section_option(
    TIMES,
    "--punctuate",
    is_flag=True,
    help="Add punctuation and capitals to words of --words that have none, where they are likely (English; without a "
    "TRANSCRIPT only).",
)
@section_option(
    TIMES,
    "--audio",
    default=None,
    metavar="FILE",
    help="Recording, for forced alignment of every word (English; needs captious[align]).",
)
@vad_option
@section_option(
    TIMES,
    "--shots",
    default=None,
    metavar="FILE",
    help="Shot changes: cues start and end on them, or clear of them.",
)
@rate_option
@reading_options
def command(
    transcripts: tuple[str, ...],
    *,
    formats: str | None,
    output: str | None,
    force: bool,
    quiet: bool,
    **options: Any,
) -> int:
    """Turn transcripts into captions.

    Each TRANSCRIPT is a text file, with or without speaker labels; - is standard input.

    Times are a draft, estimated from the text, the length of the recording and the anchors. With --words they come
    from word timings, with --audio from forced alignment.

    \b
    Examples:
      captious caption talk.txt --duration 1:08:21 --anchor "3:12=Yeah, thank you"
      captious caption talk.txt --words talk.json --to vtt -o captions/
      captious caption talk.txt --audio talk.mp3 --style netflix-en
      captious caption --words talk.auto.vtt

    Exit code: 0 = done, 1 = done, but the captions break a limit of the style (over an advisory
    reading speed is none), 2 = a transcript was not captioned.
    """
    from captious.formats.registry import output_by_name
    from captious.jobs.caption import CaptionRequest

    _check_together(transcripts, options)
    sources: tuple[str | None, ...] = transcripts or (None,)
    plans = _plan(transcripts or (options["words"],), formats, output)
    reads = [*transcripts, *(options[name] for name in CaptionRequest.FILES)]
    outputs = Outputs(reads, force=force)
    try:
        for source, targets in zip(sources, plans, strict=True):
            for target in targets:
                suffix = f".captions{output_by_name(target.kind).suffix}"
                outputs.claim(target.path, source=source or "", single=len(targets) == 1, suffix=suffix)
    except OutputError:
        _refuse_captions(transcripts, options["encoding"])
        raise
    request = CaptionRequest(to=tuple(target.kind for target in plans[0]), **options).loaded()
    code = DONE
    shows_bar = not quiet and len(sources) > 1 and shows_progress()
    pending: list[Callable[[], None]] = []
    jobs = list(zip(sources, plans, strict=True))
    bar = click.progressbar(jobs, label="captioning", file=sys.stderr) if shows_bar else nullcontext(jobs)
    with bar as watched, audio_progress(options["audio"], quiet=quiet) as progress:
        for source, targets in watched:
            try:
                made = _caption(request, source, progress)
                texts = made.texts
                # make all files before the first one is written
                for target in targets:
                    write_bytes(target.path, output_by_name(target.kind).encode(texts[target.kind]))
                code = max(code, ISSUES if made.issues else DONE)
                if not quiet:
                    pending.append(partial(_print_summary, targets, made))
            except CaptiousError as error:
                # one bad transcript must not stop the others
                pending.append(partial(print_error, error))
                code = CANNOT
            if not shows_bar:  # lines printed in between would break the progress bar
                _print_all(pending)
    _print_all(pending)
    return code


def _check_together(transcripts: Sequence[str], options: dict[str, Any]) -> None:
    of_one = [name for name in ("duration_ms", "media", "anchors", "words", "audio") if options[name]]
    if len(transcripts) > 1 and of_one:
        raise OptionError(
            f"options for one recording with {len(transcripts)} transcripts",
            hint="Caption them one by one, or drop --duration, --media, --anchor, --words and --audio.",
        )
    if transcripts.count(STANDARD_STREAM) > 1:
        raise OptionError("standard input given twice", hint="It holds one transcript: name it once.")
    if not transcripts and not options["words"]:
        raise click.UsageError("Missing argument 'TRANSCRIPT...', or --words FILE.")


def _refuse_captions(transcripts: Sequence[str], encoding: str | None) -> None:
    """Refuses captions given as a transcript, which is why their own name is in the way of the result.

    Raises:
        CaptiousError: one of the files is no transcript.
    """
    from captious.formats.files import read_bytes
    from captious.jobs.sources import open_source

    for path in transcripts:
        if path != STANDARD_STREAM:
            try:
                open_source(read_bytes(path), name=path, encoding=encoding).without_captions()
            except CaptiousError as error:
                raise error.at(path) from None


def _plan(sources: Sequence[str], formats: str | None, output: str | None) -> list[tuple[Target, ...]]:
    """The files to write for each transcript."""
    from captious.formats.base import Use
    from captious.formats.registry import for_path

    single = single_file(output)
    if single is not None and len(sources) > 1:
        raise OptionError(
            f"{len(sources):,} transcripts for one output file", path=single, hint="Name a folder after -o."
        )
    if formats is None and single is not None and "." in os.path.basename(single):  # noqa: PTH119
        chosen = [for_path(single, Use.CAPTION)]
    else:
        chosen = _formats(formats)
    suffixes = {one.name: one.suffix for one in chosen}
    several = len(sources) > 1 or len(suffixes) > 1
    if output == STANDARD_STREAM and several:
        raise OptionError("standard output takes one file only", hint=_ONE_FILE)
    if output is None and STANDARD_STREAM in sources and several:
        raise OptionError(
            "no name for captions of standard input",
            hint="Name a folder with -o, or one transcript and one format: --to srt prints it.",
        )
    return [
        plan_files(source, list(suffixes), suffixes=suffixes, output=output, stem="captions")
        for source in sources
    ]


def _formats(text: str | None) -> list[Format]:
    from captious.formats.base import Use
    from captious.formats.registry import by_name

    names = (text if text is not None else DEFAULT_FORMATS).split(",")
    outputs = [by_name(name, Use.CAPTION) for name in names if name.strip()]
    if not outputs:
        raise OptionError("--to without a format", hint="Write for example --to srt,vtt.")
    return outputs


def _caption(
    request: CaptionRequest, source: str | None, progress: Callable[[float], None] | None
) -> CaptionResult:
    from pathlib import Path

    if source == STANDARD_STREAM:
        return request.run(sys.stdin.buffer.read(), name="standard input", progress=progress)
    return request.run(Path(source) if source is not None else None, name=source, progress=progress)


def _print_all(pending: list[Callable[[], None]]) -> None:
    while pending:
        pending.pop(0)()


def _print_summary(targets: Sequence[Target], made: CaptionResult) -> None:

    err = any(target.path is None for target in targets)
    documents, titles = made.documents, {output.name: output.title for output in made.outputs}
    for target in targets:
        if target.path is not None:
            path = style(escape_controls(target.path), bold=True)
            click.echo(
                f"{path}  {titles[target.kind]}, {count(len(documents[target.kind].cues), 'cue')}", err=err
            )
    print_rows(made.rows, err=err)


def batch_request(options: dict[str, Any]) -> CaptionRequest:
    """The request for a batch, from the options of the command.

    Raises:
        CaptiousError: an unknown format, or options that contradict each other.
    """
    from captious.jobs.caption import CaptionRequest

    chosen = _formats(options.pop("formats"))
    request = CaptionRequest(to=tuple(output.name for output in chosen), **options)
    request.check()
    return request
