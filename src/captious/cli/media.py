"""The recording that a page names: a URL, or a file as seen from the page."""

from __future__ import annotations

import os

from captious.errors import MediaError


def is_url(media: str) -> bool:
    """Whether a recording is given by its URL and not by its path."""
    return "://" in media or media.startswith("//") or media.partition(":")[0] in ("javascript", "data")


def media_for_page(media: str | None, page: str | None) -> str | None:
    """The address of a recording for a page: a URL as it is, the path of a file as seen from the page.

    Args:
        media: a URL or a path; ``None`` = no recording.
        page: path of the page; ``None`` = it is seen from the current folder.

    Raises:
        OptionError: a URL of another kind than ``http(s)``.
        MediaError: no such file.
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

        # another drive than the page's
        return Path(media).resolve().as_uri()
