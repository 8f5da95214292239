"""What to do with each file that was made for an episode: the text of ``NEXT.md``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from captious.formats.exchange.markdown import escape_markdown
from captious.reports.rows import WARNING
from captious.transcripts.language import language_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.jobs.publish_result import PublishResult

_MOST_WARNINGS = 20


def write_next_steps(made: PublishResult, *, source: str, beside: bool) -> str:
    """Write what to do with the files, as Markdown.

    Args:
        made: the files and what is known about them.
        source: name of the transcript they were made from; empty = unknown.
        beside: whether the page plays a recording beside it.
    """
    blocks = [
        *_opening(made, source),
        *_first(made),
        *_youtube(made),
        *_podcast(made),
        *_website(beside=beside),
    ]
    return "\n\n".join(blocks) + "\n"


def _opening(made: PublishResult, source: str) -> Iterator[str]:
    episode = made.transcript.episode
    name = escape_markdown(os.path.basename(source)) if source else ""  # noqa: PTH119
    yield f"# What to do with these files{f': {escape_markdown(episode.title)}' if episode.title else ''}"
    yield f"captious made them{f' from {name}' if name else ''}. Nothing has been uploaded anywhere."


def _first(made: PublishResult) -> Iterator[str]:
    """What to look at before anything is published."""
    episode = made.transcript.episode
    yield "## Before you publish"
    steps: list[str] = []
    if episode.draft:
        half_ms = episode.half_within_ms
        known = f": half of them are within {max(round(half_ms / 1000), 1)} s" if half_ms is not None else ""
        steps.append(
            f"**The times are estimated from the text{known}.** For captions that is a draft. Better times are free: "
            "upload the text to YouTube as below, let YouTube time it, download its captions, and run the command "
            "again with `--words FILE`; or give the recording with `--audio FILE`."
        )
    steps.append(
        "Look at the captions: `captious preview captions.vtt` makes a page that plays them and shows issues."
    )
    if "chapters.txt" in made.texts:
        steps.append(
            f"Check the chapters in `chapters.txt` ({episode.chapters_from}). Change lines as you like, and run the "
            "command again with `--chapters chapters.txt --force`: page, description and chapters follow."
        )
    if "notes.md" in made.texts:
        steps.append(
            "Read `notes.md`: links that were promised and what was mentioned, found by rules. It is a draft for you; "
            "`--mentions` prints it on the page and in the description."
        )
    warnings = [row.text for row in made.rows if row.severity == WARNING]
    if warnings:
        listed = "\n".join(f"   - {escape_markdown(text)}" for text in warnings[:_MOST_WARNINGS])
        more = f"\n   - and {len(warnings) - _MOST_WARNINGS} more" if len(warnings) > _MOST_WARNINGS else ""
        steps.append(f"Look at these places:\n{listed}{more}")
    yield _numbered(steps)


def _youtube(made: PublishResult) -> Iterator[str]:
    language = language_name(made.transcript.transcript.language)
    yield "## YouTube"
    captions = (
        f"Captions: YouTube Studio → Content → your video → Subtitles → Add language ({language}) → Add → "
        "Upload file → With timing → `captions.srt` → Publish."
    )
    if made.transcript.episode.draft:
        captions += (
            " While the times are a draft, choose Auto-sync instead and paste the text of "
            "`captious caption TRANSCRIPT --to youtube-transcript -o -`: YouTube times it by the sound."
        )
    description = (
        "Description: YouTube Studio → Content → your video → Details → Description: paste `description.txt`."
    )
    if "chapters.txt" in made.texts:
        description += " Its lines with times are the chapters."
    yield _numbered([captions, description])


def _podcast(made: PublishResult) -> Iterator[str]:
    yield "## Podcast host"
    transcript = (
        "Transcript: in the episode's settings of your host (Buzzsprout, Captivate, Libsyn, Podbean, Transistor …), "
        "upload `captions.vtt` or `captions.srt` as its transcript. Apple Podcasts and other apps show it."
    )
    steps = [transcript]
    if "chapters.json" in made.texts:
        steps.append(
            "Chapters: upload `chapters.json` where your host takes chapters (Podcasting 2.0), or paste `chapters.txt`."
        )
    steps.append(
        "If you write the feed yourself: "
        '`<podcast:transcript url="…/captions.vtt" type="text/vtt" />`'
        + (
            ' and `<podcast:chapters url="…/chapters.json" type="application/json+chapters" />`.'
            if "chapters.json" in made.texts
            else "."
        )
    )
    yield _numbered(steps)


def _website(*, beside: bool) -> Iterator[str]:
    yield "## Your website"
    where = (
        " Put the recording where it is from here: the page plays it by its relative path." if beside else ""
    )
    yield _numbered(
        [
            "WordPress: edit the post → add the block “Custom HTML” → paste `fragment.html`.",
            "Ghost: edit the post → add the card “HTML” → paste `fragment.html`.",
            f"Anything else: upload `transcript.html`, which is a whole page in one file.{where}",
        ]
    )


def _numbered(steps: list[str]) -> str:
    return "\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))
