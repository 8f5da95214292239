"""An episode as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from captious.core.clock import short_time
from captious.episode.chapter_lists import write_list
from captious.episode.chapters import LEAST_MS
from captious.episode.model import Chapter
from captious.episode.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.episode.model import Episode


def write_json(episode: Episode, *, media: str | None = None) -> str:
    """Write an episode as JSON: turns with paragraphs, chapters, mentions; times in seconds."""
    return json.dumps(_record(episode, media), ensure_ascii=False, indent=2) + "\n"


def _record(episode: Episode, media: str | None) -> dict[str, Any]:
    return {
        "title": episode.title,
        "language": episode.language,
        "duration": episode.duration_ms / 1000,
        "media": media,
        "times": {"draft": episode.draft, "source": episode.times},
        "speakers": list(episode.speakers),
        "chapters": [
            {"start": chapter.start_ms / 1000, "title": chapter.title} for chapter in episode.chapters
        ],
        "turns": [
            {
                "speaker": speech.speaker,
                "paragraphs": [
                    {"start": paragraph.start_ms / 1000, "text": paragraph.text}
                    for paragraph in speech.paragraphs
                ],
            }
            for speech in episode.speeches
        ],
        "mentions": [
            {"kind": mention.kind, "text": mention.text, "times": [time / 1000 for time in mention.times_ms]}
            for mention in episode.mentions
        ],
    }


def description(episode: Episode, *, mentions: bool = False) -> str:
    """Draft a description: what the episode is about, and the chapters as YouTube reads them, the first at 0:00.

    YouTube allows no ``<`` and ``>`` in descriptions, so they are left out.

    Args:
        episode: the episode.
        mentions: whether the mentions, a draft, are below, each with its first time.
    """
    blocks = [f"{episode.description}\n"] if episode.description else []
    if episode.chapters:
        blocks.append(write_list(for_youtube(episode.chapters, episode.language)))
    kinds: dict[str, list[str]] = {}
    for mention in episode.mentions if mentions else ():
        entry = f"{short_time(mention.times_ms[0])} {mention.text}"
        kinds.setdefault(mention.kind, []).append(entry)
    for kind, entries in kinds.items():
        blocks.append("".join(f"{line}\n" for line in (f"{say(kind, episode.language)}:", *entries)))
    return "\n".join(blocks or [f"{episode.title}\n"]).replace("<", "").replace(">", "")


def for_youtube(chapters: Sequence[Chapter], language: str) -> tuple[Chapter, ...]:
    """Chapters with one at 0:00, which YouTube wants: an introduction before the first that begins later.

    A first chapter that begins within ten seconds, too few for an introduction, begins at 0:00.
    """
    if not chapters or chapters[0].start_ms < 1000:
        return tuple(chapters)
    if chapters[0].start_ms < LEAST_MS:
        return (Chapter(0, chapters[0].title), *chapters[1:])
    return (Chapter(0, say("introduction", language)), *chapters)
