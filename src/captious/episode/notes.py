"""Notes for the author: what was promised and mentioned, as a draft to check before anything of it is published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.clock import short_time
from captious.episode.links import address_of, url_at
from captious.episode.wording import say
from captious.formats.exchange.markdown import escape_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.episode.model import Episode, Mention

_MOST_TIMES = 8
"""Most times given of one mention."""


def write_notes(episode: Episode, *, media: str | None = None) -> str:
    """Write the mentions of an episode as Markdown, by kind, each with its times and a box to tick.

    Args:
        episode: the episode.
        media: URL of the recording, for links on the times; ``None`` = no links.
    """
    return "\n\n".join(_blocks(episode, media)) + "\n"


def _blocks(episode: Episode, media: str | None) -> Iterator[str]:
    title = f": {escape_markdown(episode.title)}" if episode.title else ""
    yield f"# {say('notes', episode.language)}{title}"
    yield f"> **{say('notes-draft', episode.language)}**"
    yield from list_mentions(episode, media, level=2, item="- [ ]")


def list_mentions(episode: Episode, media: str | None, *, level: int, item: str) -> Iterator[str]:
    """The mentions as Markdown: a heading and a list for each kind.

    Args:
        episode: the episode.
        media: URL of the recording, for links on the times; ``None`` = no links.
        level: level of the headings.
        item: what an entry begins with.
    """
    for kind in dict.fromkeys(mention.kind for mention in episode.mentions):
        yield f"{'#' * level} {say(kind, episode.language)}"
        yield "\n".join(
            f"{item} {_linked(mention)} ({', '.join(_time(time, media) for time in mention.times_ms[:_MOST_TIMES])})"
            for mention in episode.mentions
            if mention.kind == kind
        )


def _linked(mention: Mention) -> str:
    """A mention in Markdown; a link is one that can be followed."""
    text = escape_markdown(mention.text)
    address = address_of(mention.text) if mention.kind == "link" else None
    return f"[{text}](<{address}>)" if address is not None else text


def _time(time_ms: int, media: str | None) -> str:
    shown = short_time(time_ms)
    return f"[{shown}](<{url_at(media, time_ms)}>)" if media is not None else shown
