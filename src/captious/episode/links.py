"""URLs of the recording, and of times in it."""

from __future__ import annotations

import re
from pathlib import PurePath
from urllib.parse import parse_qs, quote, unquote, urlsplit

from captious.errors import OptionError

_YOUTUBE = re.compile(r"(?:www\.|m\.|music\.)?(?:youtube(?:-nocookie)?\.com|youtu\.be)", re.IGNORECASE)
YOUTUBE_FRAMES = "https://www.youtube-nocookie.com"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_AUDIO = (".mp3", ".m4a", ".aac", ".ogg", ".oga", ".opus", ".wav", ".flac")
_VIDEO = (".mp4", ".m4v", ".webm", ".ogv", ".mov")
TYPES = {
    ".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".aac": "audio/aac", ".ogg": "audio/ogg", ".oga": "audio/ogg",
    ".opus": "audio/ogg", ".wav": "audio/wav", ".flac": "audio/flac", ".mp4": "video/mp4", ".m4v": "video/mp4",
    ".webm": "video/webm", ".ogv": "video/ogg", ".mov": "video/quicktime",
}  # fmt: skip
"""Types of media that browsers play, by file suffix."""


def media_url(media: str) -> str:
    """The URL of a recording, for a link: ``http(s)`` unchanged, the path of a file as a relative reference.

    Args:
        media: a URL, or a path as the page will find it.

    Raises:
        OptionError: a URL of another kind, such as ``javascript:``.
    """
    if re.match(r"https?://[^\s/]", media, re.IGNORECASE):
        if re.search(r"[\s<>\"\\^`{|}\x00-\x20]", media):
            raise OptionError(f"not a URL: {media!r}", hint="Spaces and the like are written %20.")
        return media
    if _SCHEME.match(media) or media.startswith("//"):
        raise OptionError(
            f"not a URL of a recording: {media!r}", hint="Give https://… or the path of a file."
        )
    return quote(PurePath(media).as_posix())


def is_remote(url: str) -> bool:
    """Whether a URL from `media_url` is remote, not beside the page."""
    return urlsplit(url).scheme in ("http", "https")


def kind_of_media(url: str) -> str:
    """``"audio"`` or ``"video"`` for media that a browser plays; empty for a page such as YouTube's."""
    path = unquote(urlsplit(url).path).lower()
    return "audio" if path.endswith(_AUDIO) else "video" if path.endswith(_VIDEO) else ""


def url_at(url: str, start_ms: int) -> str:
    """The URL of a time: YouTube's ``t=``, and a media fragment for everything else.

    Sources:
        W3C Media Fragments URI 1.0, 4.2.1: ``#t=`` in seconds. YouTube Help, Share videos: ``t=`` in seconds.
    """
    seconds = max(start_ms, 0) // 1000
    parts = urlsplit(url)
    if _YOUTUBE.fullmatch(parts.hostname or ""):
        return parts._replace(
            query=f"{parts.query}&t={seconds}" if parts.query else f"t={seconds}", fragment=""
        ).geturl()
    return parts._replace(fragment=f"t={seconds}").geturl()


def youtube_id(url: str) -> str | None:
    """The id of a video of YouTube; ``None`` for every other URL."""
    parts = urlsplit(url)
    if not _YOUTUBE.fullmatch(parts.hostname or ""):
        return None
    path = [part for part in parts.path.split("/") if part]
    if (parts.hostname or "").lower() == "youtu.be":
        found = path[:1]
    elif path[:1] in (["embed"], ["shorts"], ["live"], ["v"]):
        found = path[1:2]
    else:
        found = parse_qs(parts.query).get("v", [])[:1]
    return found[0] if found and re.fullmatch(r"[A-Za-z0-9_-]{6,20}", found[0]) else None


def frame_at(video: str, start_ms: int | None = None) -> str:
    """The URL of YouTube's player for a frame, without cookies until it plays; from a time on, it plays at once."""
    address = f"{YOUTUBE_FRAMES}/embed/{video}"
    return address if start_ms is None else f"{address}?start={max(start_ms, 0) // 1000}&autoplay=1"


def address_of(text: str) -> str | None:
    """The URL of a link as it was written or read aloud: ``forestry.io``, ``captions dot org``; ``None`` for others."""
    spoken = re.sub(r"\s+dot\s+", ".", text, flags=re.IGNORECASE)
    if re.match(r"https?://", spoken, re.IGNORECASE):
        return spoken if not re.search(r"[\s<>\"\\^`{|}]", spoken) else None
    host = re.fullmatch(r"([A-Za-z0-9][A-Za-z0-9.-]*\.[A-Za-z]{2,})(/[^\s<>\"\\^`{|}]*)?", spoken)
    return f"https://{host[1].lower()}{host[2] or ''}" if host else None
