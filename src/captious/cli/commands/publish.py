"""``captious publish``: everything that is published with an episode, in one folder."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from captious.cli.audio_progress import audio_progress
from captious.cli.console import DONE, ISSUES, print_rows, style
from captious.cli.help import OUTPUT, TIMES, SectionCommand, section_option
from captious.cli.media import is_url, media_for_page
from captious.cli.options import (
    anchor_option,
    duration_option,
    rate_option,
    reading_options,
    style_option,
    vad_option,
)
from captious.cli.outputs import STANDARD_STREAM, Outputs, write_text
from captious.cli.page_options import page_options
from captious.cli.published import Folder
from captious.errors import OptionError
from captious.plain import escape_controls

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.jobs.publish import PublishRequest
    from captious.jobs.publish_result import PublishResult


@click.command("publish", cls=SectionCommand, short_help="Make everything for an episode, in one folder.")
@click.argument("transcript", metavar="TRANSCRIPT")
@section_option(
    OUTPUT,
    "-o",
    "--output",
    default=None,
    metavar="DIR",
    help="Output folder.  [default: beside TRANSCRIPT, by its name without the ending]",
)
@style_option
@page_options
@duration_option
@anchor_option
@section_option(
    TIMES,
    "--words",
    default=None,
    metavar="FILE",
    help="Word timings or captions with the times of the words.",
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
    transcript: str, *, output: str | None, media: str | None, force: bool, quiet: bool, **options: Any
) -> int:
    """Make everything for an episode from its transcript, in one folder.

    Captions as SubRip and WebVTT, a web page, the same as a fragment for WordPress or Ghost, chapters, a description
    for YouTube, and notes for the author. NEXT.md says what to do with each.

    TRANSCRIPT is a transcript, captions in any format, or word timings; - is standard input. Options are those of
    caption and transcript.

    \b
    Examples:
      captious publish talk.txt --duration 1:08:21
      captious publish talk.md --words talk.json --media https://youtu.be/2FMrL_DN15A -o talk/
      captious publish talk.txt --chapters talk/chapters.txt --force

    Exit code: 0 = done, 1 = done, but the captions break a limit of the style, 2 = nothing was made.
    """
    from captious.jobs.inputs import length_of  # late: they load every format, and --help needs none of them
    from captious.jobs.publish import FILES, NEXT, PublishRequest

    request = PublishRequest(media=media, **options)
    request.check()
    path = output if output is not None else _folder(transcript)
    folder = Folder(path, index=NEXT, force=force)
    local = media if media is not None and not is_url(media) else None
    outputs = Outputs([transcript, *(options[name] for name in PublishRequest.FILES), local], force=force)
    files = [file for file in FILES if not _is_file(folder.place(file), options["chapters"])]
    chosen = folder.claim(files, outputs)
    options["duration_ms"] = length_of(options["duration_ms"], local)
    url = media_for_page(media, folder.place(NEXT))
    request = PublishRequest(media=media, **options)
    with audio_progress(options["audio"], quiet=quiet) as progress:
        made = _make(request, transcript, url, progress)
    texts = {file: text for file, text in made.texts.items() if file in chosen}
    texts[NEXT] = folder.index_text(texts[NEXT], texts)
    for file, text in texts.items():
        write_text(folder.place(file), text)
    if not quiet:
        _print_summary(made, folder, texts)
    return ISSUES if made.issues else DONE


def _folder(transcript: str) -> str:
    if transcript == STANDARD_STREAM:
        raise OptionError("no name for the folder of standard input", hint="Name one with -o.")
    stem, ending = os.path.splitext(transcript)  # noqa: PTH122
    return stem if ending else f"{transcript}-published"


def _is_file(path: str, given: str | None) -> bool:
    """Whether an option names this file: edited chapters that are given back stay as they are."""
    try:
        return given is not None and os.path.samefile(path, given)  # noqa: PTH121
    except OSError:
        return False


def _make(
    request: PublishRequest, source: str, media: str | None, progress: Callable[[float], None] | None
) -> PublishResult:
    from pathlib import Path

    if source == STANDARD_STREAM:
        return request.run(sys.stdin.buffer.read(), name="standard input", media=media, progress=progress)
    return request.run(Path(source), name=source, media=media, progress=progress)


def _print_summary(made: PublishResult, folder: Folder, written: dict[str, str]) -> None:
    for file in written:
        click.echo(style(escape_controls(folder.place(file)), bold=True))
    for file in folder.kept:
        click.echo(f"{escape_controls(folder.place(file))}  kept: it was edited since")
    print_rows(made.rows)
