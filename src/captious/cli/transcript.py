"""``captious transcript``: an interview as a text to be read, as a page, for a blog, with chapters and mentions."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

import click

from captious.cli.console import CANNOT, DONE, print_error, style
from captious.cli.deliver import write_text
from captious.cli.pages import check_targets, is_address, plan_pages, recording_of
from captious.errors import CaptiousError, OptionError
from captious.plain import escape_controls

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.cli.pages import PageTarget
    from captious.cli.wishes import Wishes
    from captious.episode.model import Chapter, Episode
    from captious.transcript.model import Transcript
    from captious.words.model import WordTrack

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
_TOLD = ("warning", "dropped", "guessed")


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
@click.option("--duration", default=None, metavar="TIME", help="Length of the recording, such as 1:08:21.")
@click.option(
    "--anchor",
    "anchors",
    multiple=True,
    metavar="TIME=WORDS",
    help='Words said at a known time: --anchor "3:12=Yeah, thank you". May be given more than once.',
)
@click.option(
    "--words",
    "words_file",
    default=None,
    metavar="FILE",
    help="When the words are said: captions, or any file with times of words.",
)
@click.option(
    "--lang", "language", default=None, metavar="CODE", help="Language of the text.  [default: detected]"
)
@click.option(
    "--speakers", multiple=True, metavar="NAME[,NAME]", help="Who speaks: only these names are labels."
)
@click.option("--rename", "renames", multiple=True, metavar="WRONG=RIGHT", help="Correct a speaker label.")
@click.option("--glossary", default=None, metavar="FILE", help="Misheard words to correct.")
@click.option("--clean-verbatim", is_flag=True, help="Leave out fillers and stutters (um, the the).")
@click.option("--encoding", default=None, metavar="NAME", help="Encoding of SOURCE.  [default: UTF-8]")
@click.option("--force", is_flag=True, help="Replace files that exist.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
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
    from captious.cli.wishes import read_wishes
    from captious.episode.chapter_lists import read_chapters

    wishes = read_wishes(
        style_name="base", duration=options["duration"], media=None if not media or is_address(media) else media,
        anchors=options["anchors"], shots=None, fps=None, language=options["language"], speakers=options["speakers"],
        renames=options["renames"], glossary=options["glossary"], clean_verbatim=options["clean_verbatim"],
        encoding=options["encoding"], words_file=options["words_file"], audio=None, vad=False, quiet=options["quiet"],
    )  # fmt: skip
    if wishes.track is not None and wishes.anchors:
        raise OptionError("--words and --anchor both given", hint="The words tell every time: drop --anchor.")
    chapters = read_chapters(options["chapters_file"]) if options["chapters_file"] else None
    code = DONE
    for source, plan in zip(sources, plans, strict=True):
        try:
            episode, remarks = _episode(source, wishes, title=options["title"], chapters=chapters)
            # every file is made before the first one is written
            texts = [
                _text(episode, target, media=media, date=date, series=options["series"]) for target in plan
            ]
            for target, text in zip(plan, texts, strict=True):
                write_text(target.path, text)
            if not options["quiet"]:
                _summarise(episode, plan, remarks)
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


def _episode(
    source: str, wishes: Wishes, *, title: str | None, chapters: Sequence[Chapter] | None
) -> tuple[Episode, list[tuple[str, str]]]:
    from captious.captioning import time_words
    from captious.episode.assemble import assemble
    from captious.episode.chapter_lists import shortcomings

    name = "standard input" if source == "-" else source
    try:
        transcript, track = _read(source, wishes)
        profile = wishes.profile("vtt", transcript.language)
        times = time_words(
            transcript,
            anchors=wishes.anchors,
            duration_ms=wishes.duration_ms,
            speed=profile.speed,
            track=track,
        )
        length_ms = wishes.duration_ms or (track.duration_ms if track is not None else None)
        episode = assemble(transcript, times, title=title, duration_ms=length_ms, chapters=chapters)
    except CaptiousError as error:
        raise error.at(name) from None
    remarks = [(remark.kind, remark.message) for remark in transcript.remarks if remark.kind in _TOLD]
    remarks += [("warning", sentence) for sentence in (*times.remarks, *episode.remarks)]
    faults = shortcomings(episode.chapters, episode.duration_ms)
    remarks += [("warning", f"YouTube would not show these chapters: {fault}") for fault in faults]
    return episode, remarks


def _read(source: str, wishes: Wishes) -> tuple[Transcript, WordTrack | None]:
    """A source's transcript, and the times of its words where they are known."""
    from captious.conversion.job import open_captions, tell_format
    from captious.formats.encoding import decode
    from captious.formats.files import read_bytes
    from captious.transcript.parse import read_transcript
    from captious.words.registry import knows_words, parse_words
    from captious.words.transcript import as_transcript

    data = sys.stdin.buffer.read() if source == "-" else read_bytes(source)
    text = decode(data, encoding=wishes.encoding).text
    track = None
    if knows_words(text, captions=False):
        track = parse_words(text)
    elif tell_format(text, "" if source == "-" else source) is not None:
        from captious.conversion.heard import words_of_captions

        document = open_captions(data if source == "-" else source, encoding=wishes.encoding).document
        language = wishes.language or document.language
        track = words_of_captions(document, profile=wishes.profile("vtt", language), language=language)
    if track is None:
        transcript = read_transcript(
            text,
            language=wishes.language,
            speakers=wishes.speakers,
            renames=wishes.renames,
            glossary=wishes.glossary,
            clean_verbatim=wishes.clean_verbatim,
            path=source,
        )
        return transcript, wishes.track
    if wishes.track is not None or wishes.anchors or wishes.clean_verbatim or wishes.glossary:
        raise OptionError(
            "a source with times and an option for a transcript",
            hint="--words, --anchor, --glossary and --clean-verbatim are for a transcript.",
        )
    return as_transcript(track, language=wishes.language, renames=wishes.renames), track


def _text(
    episode: Episode, target: PageTarget, *, media: str | None, date: str | None, series: str | None
) -> str:
    from captious.episode import chapter_lists, prose, record

    recording = recording_of(media, target.path)
    match target.kind:
        case "html":
            from captious.pages.transcript_page import transcript_page  # late: it loads a template engine

            return transcript_page(episode, media=recording, date=date, series=series)
        case "md":
            return prose.write_markdown(episode, media=recording, date=date)
        case "txt":
            return prose.write_text(episode)
        case "json":
            return record.write_json(episode, media=recording)
        case "chapters":
            return chapter_lists.write_vtt(_needed(episode), episode.duration_ms)
        case "chapters-json":
            return chapter_lists.write_json(_needed(episode))
        case _:
            return record.description(episode)


def _needed(episode: Episode) -> Sequence[Chapter]:
    if not episode.chapters:
        raise OptionError(
            "no chapters found", hint="Too short a text, or one about nothing; give --chapters FILE."
        )
    return episode.chapters


def _summarise(episode: Episode, targets: Sequence[PageTarget], remarks: Sequence[tuple[str, str]]) -> None:
    from captious.core.clock import short_time

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
    rows += remarks[:_MOST_REMARKS]
    for label, text in rows:
        click.echo(f"  {label:<11} {escape_controls(text)}", err=err)
