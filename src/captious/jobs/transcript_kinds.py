"""What a readable transcript is written as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Iterable

KINDS: dict[str, str] = {
    "html": ".html",
    "fragment": ".fragment.html",
    "md": ".md",
    "txt": ".transcript.txt",
    "json": ".transcript.json",
    "chapters": ".chapters.vtt",
    "chapters-txt": ".chapters.txt",
    "chapters-json": ".chapters.json",
    "description": ".description.txt",
    "notes": ".notes.md",
}
"""The kinds of readable transcript, with the suffix of each."""
_ALSO = {"markdown": "md", "text": "txt"}


def kinds_of(names: Iterable[str]) -> tuple[str, ...]:
    """The named kinds of transcript, without duplicates.

    Raises:
        OptionError: an unknown kind, or none at all.
    """
    kinds = tuple(dict.fromkeys(name.strip().lower().removeprefix(".") for name in names))
    kinds = tuple(_ALSO.get(name, name) for name in kinds)
    for name in kinds:
        if name not in KINDS:
            raise OptionError(f"unknown kind of transcript: {name!r}", hint=f"Kinds: {', '.join(KINDS)}.")
    if not kinds:
        raise OptionError("no kind of transcript given", hint=f"Kinds: {', '.join(KINDS)}.")
    return kinds
