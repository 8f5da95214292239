"""An episode as text: Markdown for blog engines, and plain text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from captious.core.clock import short_time
from captious.episode.links import url_at
from captious.episode.model import sections
from captious.episode.notes import list_mentions
from captious.episode.wording import say
from captious.formats.exchange.markdown import escape_markdown
from captious.plain import is_shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.episode.model import Episode, Speech


_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def write_markdown(episode: Episode, *, media: str | None = None, mentions: bool = False) -> str:
    """Write an episode as Markdown: front matter, a heading per chapter, names and times.

    Args:
        episode: the episode.
        media: URL of the recording, for links on the times; ``None`` = no links.
        mentions: whether the mentions, a draft, are below the text.

    Sources:
        Front matter as Jekyll, Hugo and Eleventy read it: YAML between two lines of three hyphens; ``title``, ``date``
        and ``lang``.
    """
    return "\n\n".join(_markdown(episode, media, mentions=mentions)) + "\n"


def _markdown(episode: Episode, media: str | None, *, mentions: bool) -> Iterator[str]:
    yield _front_matter(episode, media)
    for section in sections(episode):
        if section.chapter is not None:
            yield f"## {escape_markdown(section.chapter.title)}"
        for speech in section.speeches:
            for number, paragraph in enumerate(speech.paragraphs):
                name = f"**{escape_markdown(speech.speaker)}** " if speech.speaker and not number else ""
                time = (
                    _link(paragraph.start_ms, media)
                    if media is not None
                    else f"({short_time(paragraph.start_ms)})"
                )
                yield f"{name}{time} {escape_markdown(paragraph.text)}"
    if mentions and episode.mentions:
        yield f"## {say('mentioned', episode.language)}"
        yield from list_mentions(episode, media, level=3, item="-")


def _front_matter(episode: Episode, media: str | None) -> str:
    """YAML front matter; its strings are written as JSON, which YAML reads."""
    lines = ["---", f"title: {_quote(episode.title)}"]
    if episode.series is not None:
        lines.append(f"series: {_quote(episode.series)}")
    if episode.date is not None:
        lines.append(f"date: {episode.date if _ISO_DATE.fullmatch(episode.date) else _quote(episode.date)}")
    if episode.description is not None:
        lines.append(f"description: {_quote(episode.description)}")
    lines.append(f"lang: {_quote(episode.language)}")
    if episode.guests:
        lines.append(f"guests: [{', '.join(map(_quote, episode.guests))}]")
    if episode.speakers:
        lines.append(f"speakers: [{', '.join(map(_quote, episode.speakers))}]")
    lines.append(f"duration: {_quote(short_time(episode.duration_ms))}")
    if media is not None:
        lines.append(f"media: {_quote(media)}")
    if episode.chapters:
        lines.append("chapters:")
        lines += [
            f"  - {{start: {_quote(short_time(chapter.start_ms))}, title: {_quote(chapter.title)}}}"
            for chapter in episode.chapters
        ]
    return "\n".join([*lines, f"times: {_quote(episode.times)}", "---"])


def _quote(text: str) -> str:
    # characters that JSON leaves unescaped and that end a line in YAML, or are invalid there
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(character if is_shown(character) else json.dumps(character)[1:-1] for character in quoted)


def _link(time_ms: int, media: str | None) -> str:
    shown = short_time(time_ms)
    return f"[{shown}](<{url_at(media, time_ms)}>)" if media is not None else shown


def write_text(episode: Episode) -> str:
    """Write an episode as plain text that `captious caption` can read: ``Name [0:12]: …``, one block per paragraph.

    Chapters and mentions are left out, since they are not spoken. Without a speaker's name, the time stands alone.
    """
    blocks = [episode.title] if episode.title else []
    for speech in episode.speeches:
        blocks += _paragraphs(speech)
    return "\n\n".join(blocks) + "\n"


def _paragraphs(speech: Speech) -> Iterator[str]:
    for number, paragraph in enumerate(speech.paragraphs):
        time = f"[{short_time(paragraph.start_ms)}]"
        yield (
            f"{speech.speaker} {time}: {paragraph.text}"
            if speech.speaker and not number
            else f"{time} {paragraph.text}"
        )
