"""The files of a readable transcript, by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.captioning import caption_transcript
from captious.episode import chapter_lists, notes, prose, record
from captious.errors import OptionError
from captious.formats.registry import VTT
from captious.pages.transcript_page import plays_on_page, transcript_fragment, transcript_page
from captious.style import load_style

if TYPE_CHECKING:
    from captious.jobs.transcript_result import TranscriptResult

CHAPTER_KINDS = ("chapters", "chapters-txt", "chapters-json")


def write_kind(
    made: TranscriptResult, kind: str, *, media: str | None, embed: bool = False, mentions: bool = False
) -> str:
    """The text of a file.

    Args:
        made: the transcript.
        kind: one of `captious.jobs.transcript_kinds.KINDS`.
        media: URL of the recording, relative to the file; ``None`` = unknown.
        embed: whether a page plays a video of YouTube in a frame.
        mentions: whether a page and a description list what is mentioned.

    Raises:
        OptionError: chapters of an episode without any.
    """
    episode = made.episode
    if kind in CHAPTER_KINDS and not episode.chapters:
        raise OptionError(
            "no chapters found",
            hint="The text is too short, or has no clear topics: give --chapters FILE.",
        )
    match kind:
        case "html":
            captions = _captions(made) if media is not None and plays_on_page(media) == "video" else None
            return transcript_page(episode, media=media, captions=captions, embed=embed, mentions=mentions)
        case "fragment":
            return transcript_fragment(episode, media=media, mentions=mentions)
        case "md":
            return prose.write_markdown(episode, media=media, mentions=mentions)
        case "notes":
            return notes.write_notes(episode, media=media)
        case "txt":
            return prose.write_text(episode)
        case "json":
            return record.write_json(episode, media=media)
        case "chapters":
            return chapter_lists.write_vtt(episode.chapters, episode.duration_ms)
        case "chapters-txt":
            return chapter_lists.write_list(episode.chapters)
        case "chapters-json":
            return chapter_lists.write_json(episode.chapters)
        case _:
            return record.description(episode, mentions=mentions)


def _captions(made: TranscriptResult) -> str:
    """Captions for a video on the page, for accessibility."""
    profile = load_style("youtube").profile(format="vtt", language=made.transcript.language)
    (captioned,) = caption_transcript(made.transcript, profiles=[profile], times=made.times)
    return VTT.write(captioned.document)
