"""``captious transcript``: an interview as a text to be read, as a page, for a blog, with chapters and mentions."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

import click

from captious.cli.console import CANNOT, DONE, print_error, style
from captious.cli.deliver import write_text
from captious.cli.pages import check_targets, is_address, plan_pages, recording_of
from captious.cli.transcript_options import anchor_option, duration_option, reading_options
from captious.errors import CaptiousError, OptionError
from captious.plain import escape_controls

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.cli.pages import PageTarget
    from captious.jobs.transcript import Opened

SUFFIXES = {
    "html": ".html",
    "md": ".md",
    "txt": ".transcript.txt",
    "json": ".transcript.json",
    "chapters": ".chapters.vtt",
    "chapters-json": ".chapters.json",
    "description": ".description.txt",
}
"""What an episode is written as, and how the names of such files end."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOST_REMARKS = 12


@click.command("transcript", short_help="Make a readable transcript: a page, Markdown, chapters.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--to",
    "kinds",
    default="html",
    show_default=True,
    metavar="KIND[,KIND]",
    help=f"What to write: {', '.join(SUFFIXES)}.",
)
@click.option(
    "-o", "--output", default=None, metavar="FILE|DIR", help="Where to write.  [default: beside SOURCE]"
)
@click.option("--media", default=None, metavar="FILE|URL", help="The recording: times link into it.")
@click.option(
    "--title", default=None, metavar="TEXT", help="What it is called.  [default: the transcript's title]"
)
@click.option("--date", default=None, metavar="YYYY-MM-DD", help="When it was published.")
@click.option("--series", default=None, metavar="TEXT", help="What it is an episode of.")
@click.option(
    "--chapters",
    "chapters_file",
    default=None,
    metavar="FILE",
    help="Chapters to have: lines '0:00 Title', WebVTT or podcast JSON.  [default: found in the text]",
)
@duration_option
@anchor_option
@click.option(
    "--words",
    "words_file",
    default=None,
    metavar="FILE",
    help="When the words are said: captions, or any file with times of words.",
)
@reading_options
def command(sources: tuple[str, ...], **options: Any) -> int:
    """Make a transcript people can read.

    Each SOURCE is a transcript, captions in any format, or words with their times; - is standard input. Every word
    stays as it was said, in order. For a transcript and its captions: captious transcript talk.txt --words talk.vtt.

    Exit code: 0 = done, 2 = a file could not be made.
    """
    chosen = _kinds(options["kinds"])
    media, date = options["media"], options["date"]
    if date is not None and not _is_date(date):
        raise OptionError(f"not a date: {date!r}", hint="Write it 2026-11-25.")
    of_one = [name for name in ("media", "title", "chapters_file", "duration", "words_file") if options[name]]
    if len(sources) > 1 and (of_one or options["anchors"]):
        raise OptionError(
            f"one recording's media, title, chapters or times for {len(sources)} sources",
            hint="Make them one by one.",
        )
    plans = [plan_pages(source, chosen, SUFFIXES, options["output"]) for source in sources]
    read = [*sources, *(options[name] or "" for name in ("words_file", "chapters_file", "glossary"))]
    read += [media] if media and not is_address(media) else []
    check_targets([target for plan in plans for target in plan], read, force=options["force"])
    # late: they load every format, and --help needs none of them
    from captious.cli.caption_options import read_wishes
    from captious.episode.chapter_lists import read_chapters
    from captious.formats.files import read_bytes
    from captious.jobs.transcript import Reading, open_episode, write_episode

    wishes = read_wishes(
        style_name="base", duration=options["duration"], media=None if not media or is_address(media) else media,
        anchors=options["anchors"], shots=None, fps=None, language=options["language"], speakers=options["speakers"],
        renames=options["renames"], glossary=options["glossary"], clean_verbatim=options["clean_verbatim"],
        encoding=options["encoding"], words_file=options["words_file"], audio=None, vad=False, quiet=options["quiet"],
    )  # fmt: skip
    if wishes.track is not None and wishes.anchors:
        raise OptionError("--words and --anchor both given", hint="The words tell every time: drop --anchor.")
    chapters = read_chapters(options["chapters_file"]) if options["chapters_file"] else None
    reading = Reading(
        wishes.language,
        wishes.speakers,
        wishes.renames,
        wishes.glossary,
        wishes.clean_verbatim,
        wishes.encoding,
    )
    code = DONE
    for source, plan in zip(sources, plans, strict=True):
        try:
            opened = open_episode(
                sys.stdin.buffer.read() if source == "-" else read_bytes(source),
                name="standard input" if source == "-" else source,
                reading=reading,
                anchors=wishes.anchors,
                duration_ms=wishes.duration_ms,
                track=wishes.track,
                title=options["title"],
                chapters=chapters,
            )
            # every file is made before the first one is written
            texts = [
                write_episode(
                    opened,
                    to=target.kind,
                    media=recording_of(media, target.path),
                    date=date,
                    series=options["series"],
                )
                for target in plan
            ]
            for target, text in zip(plan, texts, strict=True):
                write_text(target.path, text)
            if not options["quiet"]:
                _summarise(opened, plan)
        except CaptiousError as error:
            print_error(error)
            code = CANNOT
    return code


def _kinds(text: str) -> list[str]:
    names = list(
        dict.fromkeys(name.strip().lower().removeprefix(".") for name in text.split(",") if name.strip())
    )
    names = [{"markdown": "md", "text": "txt"}.get(name, name) for name in names]
    for name in names:
        if name not in SUFFIXES:
            raise OptionError(
                f"no such kind of transcript: {name!r}", hint=f"There are {', '.join(SUFFIXES)}."
            )
    if not names:
        raise OptionError("--to names no kind", hint=f"There are {', '.join(SUFFIXES)}.")
    return names


def _is_date(text: str) -> bool:
    from datetime import date

    try:
        return _DATE.fullmatch(text) is not None and date.fromisoformat(text) is not None
    except ValueError:
        return False


def _summarise(opened: Opened, targets: Sequence[PageTarget]) -> None:
    from captious.core.clock import short_time

    episode = opened.episode
    err = any(target.path is None for target in targets)
    for target in targets:
        if target.path is not None:
            click.echo(style(escape_controls(str(target.path)), bold=True), err=err)
    paragraphs = sum(len(speech.paragraphs) for speech in episode.speeches)
    rows = [
        ("words", f"{episode.word_count:,} in {len(episode.speeches):,} turns, {paragraphs:,} paragraphs")
    ]
    rows.append(("times", episode.times))
    rows += [
        ("chapters" if not number else "", f"{short_time(chapter.start_ms)} {chapter.title}")
        for number, chapter in enumerate(episode.chapters)
    ]
    if episode.mentions:
        rows.append(("mentions", f"{len(episode.mentions):,}, a draft for the show notes: read it through"))
    rows += opened.remarks[:_MOST_REMARKS]
    for label, text in rows:
        click.echo(f"  {label:<11} {escape_controls(text)}", err=err)
