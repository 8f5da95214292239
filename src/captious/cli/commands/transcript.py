"""``captious transcript``: make a readable transcript, with chapters and mentions."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from captious.cli.console import CANNOT, DONE, print_error, print_rows, style
from captious.cli.help import OUTPUT, TIMES, SectionCommand, section_option
from captious.cli.media import is_url, media_for_page
from captious.cli.options import anchor_option, duration_option, frames_option, reading_options
from captious.cli.outputs import STANDARD_STREAM, Outputs, plan_files, write_text
from captious.cli.page_options import PAGE, page_options
from captious.errors import CaptiousError, OptionError
from captious.plain import escape_controls

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from captious.cli.outputs import Target
    from captious.jobs.transcript import TranscriptRequest
    from captious.jobs.transcript_result import TranscriptResult

_KINDS = "html, fragment, md, txt, json, chapters, chapters-txt, chapters-json, description, notes"


@click.command(
    "transcript", cls=SectionCommand, short_help="Make a readable transcript: a page, Markdown, chapters."
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@section_option(
    OUTPUT,
    "--to",
    "kinds",
    default="html",
    show_default=True,
    metavar="KIND[,KIND]",
    help=f"Kinds to write: {_KINDS}.",
)
@section_option(
    OUTPUT,
    "-o",
    "--output",
    default=None,
    metavar="FILE|DIR",
    help="Output file, folder, or - for standard output.  [default: beside SOURCE]",
)
@page_options
@section_option(
    PAGE,
    "--fragment",
    is_flag=True,
    help="Write the page as a part of another one, for an HTML block of WordPress, Ghost ...",
)
@duration_option
@anchor_option
@section_option(
    TIMES,
    "--words",
    default=None,
    metavar="FILE",
    help="Word timings or captions with the times of the words of a transcript.",
)
@frames_option
@reading_options
def command(
    sources: tuple[str, ...],
    *,
    kinds: str,
    output: str | None,
    media: str | None,
    force: bool,
    quiet: bool,
    **options: Any,
) -> int:
    """Make a readable transcript: a web page, Markdown, text, chapters, or a description.

    Each SOURCE is a transcript, captions in any format, or word timings; - is standard input. All words are kept, in
    order.

    \b
    Examples:
      captious transcript talk.txt --words talk.vtt --media talk.mp3
      captious transcript talk.vtt --to md,chapters -o site/

    Exit code: 0 = done, 2 = a file could not be made.
    """
    from captious.jobs.inputs import length_of  # late: they load every format, and --help needs none of them
    from captious.jobs.transcript import TranscriptRequest
    from captious.jobs.transcript_kinds import KINDS, kinds_of

    chosen = kinds_of(name for name in kinds.split(",") if name.strip())
    of_one = [name for name in ("title", "chapters", "duration_ms", "words", "anchors") if options[name]]
    if len(sources) > 1 and (of_one or media):
        raise OptionError(
            f"options for one recording with {len(sources)} sources",
            hint="Run them one by one, or drop --media, --title, --chapters, --duration, --words and --anchor.",
        )
    request = TranscriptRequest(to=chosen, media=media, **options)
    request.check()
    chosen = request.kinds
    local = media if media is not None and not is_url(media) else None
    outputs = Outputs([*sources, *(options[name] for name in TranscriptRequest.FILES), local], force=force)
    plans = [
        plan_files(source, chosen, suffixes=KINDS, output=output, stem="transcript") for source in sources
    ]
    for source, targets in zip(sources, plans, strict=True):
        for target in targets:
            outputs.claim(
                target.path, source=source, single=len(targets) == 1, suffix=_proposed(KINDS[target.kind])
            )
    options["duration_ms"] = length_of(options["duration_ms"], local)
    request = TranscriptRequest(to=chosen, media=media, **options).loaded()
    code = DONE
    for source, targets in zip(sources, plans, strict=True):
        try:
            urls = {target.kind: media_for_page(media, target.path) for target in targets}
            made = _make(request, source, urls)
            # make all files before the first one is written
            for target in targets:
                write_text(target.path, made.texts[target.kind])
            if not quiet:
                _print_summary(made, targets)
        except CaptiousError as error:
            print_error(error)
            code = CANNOT
    return code


def _proposed(suffix: str) -> str:
    """How a name that is proposed ends: it must not be that of the source."""
    return suffix if suffix.count(".") > 1 else f".transcript{suffix}"


def _make(request: TranscriptRequest, source: str, media: Mapping[str, str | None]) -> TranscriptResult:
    from pathlib import Path

    if source == STANDARD_STREAM:
        return request.run(sys.stdin.buffer.read(), name="standard input", media=media)
    return request.run(Path(source), name=source, media=media)


def _print_summary(made: TranscriptResult, targets: Sequence[Target]) -> None:
    err = any(target.path is None for target in targets)
    for target in targets:
        if target.path is not None:
            click.echo(style(escape_controls(target.path), bold=True), err=err)
    print_rows(made.rows, err=err)


def batch_request(options: dict[str, Any]) -> TranscriptRequest:
    """The request for a batch, from the options of the command.

    Raises:
        CaptiousError: an unknown kind, or options that contradict each other.
    """
    from captious.jobs.transcript import TranscriptRequest
    from captious.jobs.transcript_kinds import kinds_of

    chosen = kinds_of(name for name in options.pop("kinds").split(",") if name.strip())
    request = TranscriptRequest(to=chosen, **options)
    request.check()
    return request
