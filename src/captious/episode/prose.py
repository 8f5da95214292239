"""An episode as text: Markdown for blog engines, and plain text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from captious.core.clock import short_time
from captious.episode.links import url_at
from captious.episode.model import sections
from captious.episode.wording import say
from captious.formats.exchange.markdown import escape_markdown
from captious.plain import is_shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.episode.model import Episode, Speech


def write_markdown(episode: Episode, *, media: str | None = None, date: str | None = None) -> str:
    """Write an episode as Markdown: front matter, a heading per chapter, names and times, and mentions.

    Args:
        episode: the episode.
        media: URL of the recording, for links on the times; ``None`` = no links.
        date: date of publication, such as ``2026-11-25``; ``None`` = unknown.

    Sources:
        Front matter as Jekyll, Hugo and Eleventy read it: YAML between two lines of three hyphens; ``title``, ``date``
        and ``lang``.
    """
    return "\n\n".join(_markdown(episode, media, date)) + "\n"


def _markdown(episode: Episode, media: str | None, date: str | None) -> Iterator[str]:
    yield _front_matter(episode, media, date)
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
    if episode.mentions:
        yield f"## {say('mentioned', episode.language)}"
    kinds = dict.fromkeys(mention.kind for mention in episode.mentions)
    for kind in kinds:
        yield f"### {say(kind, episode.language)}"
        yield "\n".join(
            f"- {escape_markdown(mention.text)} ({', '.join(_link(time, media) for time in mention.times_ms)})"
            for mention in episode.mentions
            if mention.kind == kind
        )


def _front_matter(episode: Episode, media: str | None, date: str | None) -> str:
    """YAML front matter; its strings are written as JSON, which YAML reads."""
    lines = ["---", f"title: {_quote(episode.title)}"]
    if date is not None:
        lines.append(f"date: {date}")
    lines.append(f"lang: {_quote(episode.language)}")
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
