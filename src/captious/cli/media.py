"""The recording of a page: a URL, or the relative path of a file."""

from __future__ import annotations

import os

from captious.errors import MediaError


def is_url(media: str) -> bool:
    """Whether a recording is given as a URL rather than a path."""
    return "://" in media or media.startswith("//") or media.partition(":")[0] in ("javascript", "data")


def media_for_page(media: str | None, page: str | None) -> str | None:
    """The URL of a recording for a page: a URL unchanged, a file as its path relative to the page.

    Args:
        media: a URL or a path; ``None`` = no recording.
        page: path of the page; ``None`` = relative to the current folder.

    Raises:
        OptionError: a URL that is not ``http(s)``.
        MediaError: the file does not exist.
    """
    from captious.episode.links import media_url

    if media is None:
        return None
    if is_url(media):
        return media_url(media)
    if not os.path.isfile(media):  # noqa: PTH113
        raise MediaError("no such media file", path=media)
    folder = os.path.dirname(page) if page is not None else ""  # noqa: PTH120
    try:
        return media_url(os.path.relpath(media, folder or "."))
    except ValueError:
        from pathlib import Path

        # on another drive than the page
        return Path(media).resolve().as_uri()
