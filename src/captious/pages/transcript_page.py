"""An episode as a page for readers, and as a fragment for a page of somebody else."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from captious.core.clock import short_time
from captious.episode.links import (
    YOUTUBE_FRAMES,
    address_of,
    frame_at,
    is_remote,
    kind_of_media,
    url_at,
    youtube_id,
)
from captious.episode.model import sections
from captious.episode.wording import say, spoken_in, written_date
from captious.pages.environment import data_url, render, render_fragment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.episode.model import Episode, Speech

_WORDS = (
    "skip",
    "duration",
    "date",
    "recording",
    "listen",
    "play",
    "chapters",
    "transcript",
    "mentioned",
    "search",
    "previous",
    "next",
    "match",
    "no-match",
    "top",
)
_MOST_TIMES = 8
"""Most times shown of one mention; dozens help no reader."""
_SHORT_WORDS = 12
"""Most words of a turn that stands on one line with its speaker."""


def transcript_page(
    episode: Episode,
    *,
    media: str | None = None,
    captions: str | None = None,
    embed: bool = False,
    mentions: bool = False,
) -> str:
    """Render an episode as an HTML page that loads nothing but a named recording.

    Args:
        episode: the episode; every word of it is on the page, in order.
        media: URL of the recording from `captious.episode.links.media_url`. A file beside the page is played on it; a
            remote recording is only linked, so that the page loads nothing from the network.
        captions: WebVTT for a video that is played on the page.
        embed: whether a video of YouTube is played in a frame of the page, once a reader asks for it.
        mentions: whether the mentions, a draft, are on the page.
    """
    kind = plays_on_page(media) if media is not None else ""
    video = youtube_id(media) if embed and media is not None else None
    page = _page(episode, media=media, kind=kind, video=video, prefix="", mentions=mentions)
    page["captions"] = data_url(captions) if captions is not None else None
    return render(
        "transcript",
        styles=("base", "transcript"),
        scripts=("transcript",),
        recordings="'self' data:" if kind else "",
        frames=YOUTUBE_FRAMES if video is not None else "",
        lang=spoken_in(episode.language),
        page=page,
    )


def transcript_fragment(episode: Episode, *, media: str | None = None, mentions: bool = False) -> str:
    """Render an episode as a part of a page, for the HTML block of WordPress, Ghost and the like.

    It is no document, has no script, and its style touches nothing outside of it; without the style it reads as well.

    Args:
        episode: the episode; every word of it is in the fragment, in order.
        media: as for `transcript_page`.
        mentions: whether the mentions, a draft, are in it.
    """
    kind = plays_on_page(media) if media is not None else ""
    page = _page(episode, media=media, kind=kind, video=None, prefix="captious-", mentions=mentions)
    return render_fragment("fragment", style="fragment", lang=spoken_in(episode.language), page=page)


def _page(
    episode: Episode, *, media: str | None, kind: str, video: str | None, prefix: str, mentions: bool
) -> dict[str, Any]:
    """What the templates show."""
    say_here = say("here", episode.language)
    times = [paragraph.start_ms for speech in episode.speeches for paragraph in speech.paragraphs]
    writer = _Writer(times, prefix=prefix, media=media, video=video, here=say_here)
    frame = frame_at(video) if video is not None else None
    guests = episode.guests
    return {
        "words": {word: say(word, episode.language) for word in _WORDS},
        "said_in": "" if episode.language == "und" else episode.language,
        "title": episode.title or say("transcript", episode.language),
        "series": episode.series,
        "metadata": metadata(episode, media=media),
        "duration": _time(episode.duration_ms),
        "date": {"machine": episode.date, "shown": written_date(episode.date, episode.language)}
        if episode.date
        else None,
        "people": guests or episode.speakers,
        "people_word": say("guests" if guests else "speakers", episode.language),
        "description": episode.description,
        "draft": _draft(episode),
        "media": {"url": media, "kind": kind, "frame": frame} if media is not None else None,
        "captions": None,
        "target": "recording" if frame is not None else "",
        "playable": bool(kind),
        "chapters": [
            {"id": f"{prefix}c{number}", "time": _time(chapter.start_ms), "title": chapter.title}
            for number, chapter in enumerate(episode.chapters, 1)
        ],
        "sections": writer.sections(episode),
        "mentions": writer.mentions(episode) if mentions else [],
    }


def _draft(episode: Episode) -> str:
    """What is known of estimated times, with a figure where there is one."""
    if not episode.draft:
        return ""
    if episode.half_within_ms is None:
        return say("draft", episode.language)
    return say("half", episode.language).format(f"{max(round(episode.half_within_ms / 1000), 1)} s")


def plays_on_page(media: str) -> str:
    """``"audio"`` or ``"video"`` for a recording beside the page; empty for one that is only linked."""
    return kind_of_media(media) if not is_remote(media) else ""


class _Writer:
    """Paragraphs and mentions as the templates show them.

    Paragraphs are identified by their second, so that their links survive edits of the text.
    """

    def __init__(
        self, times_ms: list[int], *, prefix: str, media: str | None, video: str | None, here: str
    ) -> None:
        self._times_ms = times_ms
        self._prefix, self._media, self._video, self._here = prefix, media, video, here
        self._names: list[str] = []
        seen: dict[int, int] = {}
        for time_ms in times_ms:
            second = time_ms // 1000
            seen[second] = seen.get(second, 0) + 1
            self._names.append(f"{prefix}t{second}" + (f"-{seen[second]}" if seen[second] > 1 else ""))

    def sections(self, episode: Episode) -> list[dict[str, Any]]:
        """The text by chapter."""
        names = iter(self._names)
        made = []
        number = 0
        for section in sections(episode):
            number += section.chapter is not None
            made.append(
                {
                    "id": f"{self._prefix}c{number}" if section.chapter is not None else "",
                    "title": section.chapter.title if section.chapter is not None else "",
                    "speeches": [self._speech(speech, names) for speech in section.speeches],
                }
            )
        return made

    def _speech(self, speech: Speech, names: Iterable[str]) -> dict[str, Any]:
        paragraphs = []
        for paragraph, name in zip(speech.paragraphs, names, strict=False):
            time = _time(paragraph.start_ms)
            paragraphs.append(
                {
                    "id": name,
                    "start": paragraph.start_ms / 1000,
                    "time": time,
                    "link": self._link(paragraph.start_ms, name),
                    "here": self._here.format(time["shown"]) if self._media is not None else "",
                    "text": paragraph.text,
                }
            )
        words = sum(len(paragraph.words) for paragraph in speech.paragraphs)
        short = speech.speaker is not None and len(paragraphs) == 1 and words <= _SHORT_WORDS
        return {"speaker": speech.speaker, "short": short, "paragraphs": paragraphs}

    def _link(self, start_ms: int, name: str) -> str:
        if self._video is not None:
            return frame_at(self._video, start_ms)
        return url_at(self._media, start_ms) if self._media is not None else f"#{name}"

    def mentions(self, episode: Episode) -> list[dict[str, Any]]:
        """The mentions by kind."""
        groups: dict[str, list[dict[str, Any]]] = {}
        for mention in episode.mentions:
            times = [_time(time) | {"id": self._at(time)} for time in mention.times_ms[:_MOST_TIMES]]
            url = address_of(mention.text) if mention.kind == "link" else None
            groups.setdefault(mention.kind, []).append({"text": mention.text, "url": url, "times": times})
        return [{"title": say(kind, episode.language), "mentions": held} for kind, held in groups.items()]

    def _at(self, time_ms: int) -> str:
        """The identifier of the paragraph at a time."""
        return self._names[max(bisect_right(self._times_ms, time_ms) - 1, 0)]


def _time(time_ms: int) -> dict[str, Any]:
    return {"seconds": max(time_ms, 0) // 1000, "shown": short_time(time_ms)}


def metadata(episode: Episode, *, media: str | None = None) -> dict[str, Any]:
    """Metadata of an episode for search engines.

    Sources:
        schema.org: PodcastEpisode, MediaObject, Clip; accessibilityFeature as in the W3C's vocabulary of
        accessibility discoverability.
    """
    record: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "PodcastEpisode",
        "name": episode.title,
        "duration": _iso(episode.duration_ms),
        "accessibilityFeature": ["transcript"],
        "accessMode": ["textual"],
        "actor": [{"@type": "Person", "name": name} for name in episode.speakers],
    }
    if episode.language != "und":
        record["inLanguage"] = episode.language
    if episode.date is not None:
        record["datePublished"] = episode.date
    if episode.series is not None:
        record["partOfSeries"] = {"@type": "PodcastSeries", "name": episode.series}
    if episode.description is not None:
        record["description"] = episode.description
    if media is not None:
        kinds = {"audio": "AudioObject", "video": "VideoObject"}
        object_type = kinds.get(kind_of_media(media), "MediaObject")
        record["associatedMedia"] = {
            "@type": object_type,
            "contentUrl": media,
            "duration": record["duration"],
        }
    ends = [*(chapter.start_ms for chapter in episode.chapters[1:]), episode.duration_ms]
    record["hasPart"] = [
        {
            "@type": "Clip",
            "name": chapter.title,
            "startOffset": chapter.start_ms // 1000,
            "endOffset": end // 1000,
            **({"url": url_at(media, chapter.start_ms)} if media is not None else {}),
        }
        for chapter, end in zip(episode.chapters, ends[: len(episode.chapters)], strict=True)
    ]
    return {key: value for key, value in record.items() if value not in ("", [])}


def _iso(time_ms: int) -> str:
    """A duration in ISO 8601: ``PT1H8M21S``."""
    minutes, second = divmod(max(time_ms, 0) // 1000, 60)
    hour, minute = divmod(minutes, 60)
    return "PT" + (f"{hour}H" if hour else "") + (f"{minute}M" if minute else "") + f"{second}S"
