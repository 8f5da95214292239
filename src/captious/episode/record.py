"""An episode as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from captious.core.clock import short_time

if TYPE_CHECKING:
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


def description(episode: Episode) -> str:
    """Draft a description: the chapters as YouTube reads them, then the mentions, each with its first time.

    YouTube allows no ``<`` and ``>`` in descriptions, so they are left out.
    """
    from captious.episode.chapter_lists import write_list
    from captious.episode.wording import say

    blocks = [write_list(episode.chapters)] if episode.chapters else []
    kinds: dict[str, list[str]] = {}
    for mention in episode.mentions:
        entry = f"{short_time(mention.times_ms[0])} {mention.text}"
        kinds.setdefault(mention.kind, []).append(entry)
    for kind, entries in kinds.items():
        blocks.append("".join(f"{line}\n" for line in (f"{say(kind, episode.language)}:", *entries)))
    return "\n".join(blocks).replace("<", "").replace(">", "")
