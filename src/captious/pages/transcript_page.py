"""An episode as a page for readers."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from captious.core.clock import short_time
from captious.episode.links import is_remote, kind_of_media, url_at
from captious.episode.model import sections
from captious.episode.wording import say, spoken_in
from captious.pages.environment import data_url, render

if TYPE_CHECKING:
    from captious.episode.model import Episode, Speech

_WORDS = (
    "skip",
    "duration",
    "date",
    "speakers",
    "draft",
    "recording",
    "listen",
    "chapters",
    "transcript",
    "mentioned",
)
_MOST_TIMES = 8
"""Most times shown of one mention; dozens help no reader."""


def transcript_page(
    episode: Episode,
    *,
    media: str | None = None,
    captions: str | None = None,
    date: str | None = None,
    series: str | None = None,
) -> str:
    """Render an episode as an HTML page that loads nothing but a named recording.

    Args:
        episode: the episode; every word of it is on the page, in order.
        media: URL of the recording from `captious.episode.links.media_url`. A file beside the page is played on it; a
            remote recording is only linked, so that the page loads nothing from the network.
        captions: WebVTT for a video that is played on the page.
        date: date of publication, such as ``2026-11-25``.
        series: the series it is an episode of.
    """
    language = "" if episode.language == "und" else episode.language
    kind = plays_on_page(media) if media is not None else ""
    times = [paragraph.start_ms for speech in episode.speeches for paragraph in speech.paragraphs]
    identify = _Identities(times)
    return render(
        "transcript",
        styles=("base", "transcript"),
        scripts=("transcript",) if kind else (),
        recordings="'self' data:" if kind else "",
        lang=spoken_in(episode.language),
        said_in=language,
        words={word: say(word, episode.language) for word in _WORDS},
        title=episode.title or say("transcript", episode.language),
        metadata=metadata(episode, media=media, date=date, series=series),
        duration=_time(episode.duration_ms),
        date=date,
        speakers=episode.speakers,
        draft=episode.draft,
        media={"url": media, "kind": kind} if media is not None else None,
        playable=bool(kind),
        captions=data_url(captions) if captions is not None else None,
        chapters=[{"time": _time(chapter.start_ms), "title": chapter.title} for chapter in episode.chapters],
        sections=_sections(episode, identify, media),
        mentions=_mentions(episode, identify),
    )


def plays_on_page(media: str) -> str:
    """``"audio"`` or ``"video"`` for a recording beside the page; empty for one that is only linked."""
    return kind_of_media(media) if not is_remote(media) else ""


class _Identities:
    """Identifiers of paragraphs on the page: by their second, so that they survive edits of the text."""

    def __init__(self, times_ms: list[int]) -> None:
        self._times_ms = times_ms
        self._names: list[str] = []
        seen: dict[int, int] = {}
        for time_ms in times_ms:
            second = time_ms // 1000
            seen[second] = seen.get(second, 0) + 1
            self._names.append(f"t{second}" if seen[second] == 1 else f"t{second}-{seen[second]}")
        self._next = iter(self._names)

    def next(self) -> str:
        """The identifier of the next paragraph."""
        return next(self._next)

    def at(self, time_ms: int) -> str:
        """The identifier of the paragraph at a time."""
        return self._names[max(bisect_right(self._times_ms, time_ms) - 1, 0)]


def _time(time_ms: int) -> dict[str, Any]:
    return {"seconds": max(time_ms, 0) // 1000, "shown": short_time(time_ms)}


def _sections(episode: Episode, identify: _Identities, media: str | None) -> list[dict[str, Any]]:
    made = []
    number = 0
    for section in sections(episode):
        number += section.chapter is not None
        made.append(
            {
                "number": number if section.chapter is not None else 0,
                "title": section.chapter.title if section.chapter is not None else "",
                "speeches": [_speech(speech, identify, media) for speech in section.speeches],
            }
        )
    return made


def _speech(speech: Speech, identify: _Identities, media: str | None) -> dict[str, Any]:
    paragraphs = []
    for paragraph in speech.paragraphs:
        name = identify.next()
        link = url_at(media, paragraph.start_ms) if media is not None else f"#{name}"
        paragraphs.append(
            {
                "id": name,
                "start": paragraph.start_ms / 1000,
                "time": _time(paragraph.start_ms),
                "link": link,
                "text": paragraph.text,
            }
        )
    return {"speaker": speech.speaker, "paragraphs": paragraphs}


def _mentions(episode: Episode, identify: _Identities) -> list[dict[str, Any]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for mention in episode.mentions:
        times = [_time(time) | {"id": identify.at(time)} for time in mention.times_ms[:_MOST_TIMES]]
        groups.setdefault(mention.kind, []).append({"text": mention.text, "times": times})
    return [{"title": say(kind, episode.language), "mentions": mentions} for kind, mentions in groups.items()]


def metadata(
    episode: Episode, *, media: str | None = None, date: str | None = None, series: str | None = None
) -> dict[str, Any]:
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
    if date is not None:
        record["datePublished"] = date
    if series is not None:
        record["partOfSeries"] = {"@type": "PodcastSeries", "name": series}
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
