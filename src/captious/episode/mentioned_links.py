"""URLs, handles, and sentences that promise a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.episode.mention_words import (
    ABBREVIATION,
    ARXIV,
    BELOW,
    CLING,
    ENDINGS,
    HANDLE,
    LINK,
    LINKED,
    ends_sentence,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from captious.episode.model import EpisodeWord


def promises(words: Sequence[EpisodeWord]) -> Iterator[tuple[str, int, int]]:
    """Find sentences such as "I'll have those linked in the description": kind, first and last word."""
    start = 0
    for number, word in enumerate(words):
        if number + 1 < len(words) and not ends_sentence(word.text):
            continue
        said = {one.text.strip(CLING).casefold() for one in words[start : number + 1]}
        if said & LINKED and said & BELOW:
            yield "promise", start, number
        start = number + 1


def find_urls(
    words: Sequence[EpisodeWord], is_name: Callable[[str], bool | None]
) -> Iterator[tuple[str, int, int]]:
    """Find links, handles and numbers of preprints: kind, first and last word.

    Args:
        words: of a paragraph.
        is_name: whether a word may be a handle that is read aloud; ``None`` for a function word.
    """
    for number, word in enumerate(words):
        text = word.text.strip(CLING)
        if HANDLE.fullmatch(text):
            yield "handle", number, number
        elif LINK.fullmatch(text) and not ABBREVIATION.fullmatch(text):
            yield "link", number, number
        elif ARXIV.fullmatch(text):
            yield "paper", number, number
        elif text.casefold() == "handle":
            said = _handle_said(words, number, is_name)
            if said is not None:
                yield "handle", said, said
        elif text.casefold() == "dot" and number > 0 and _is_ending(words[number + 1 : number + 2]):
            yield "link", number - 1, number + 1  # a URL read aloud: "captions dot org"


def _is_ending(words: Sequence[EpisodeWord]) -> bool:
    return any(word.text.strip(CLING).casefold() in ENDINGS for word in words)


def _handle_said(
    words: Sequence[EpisodeWord], number: int, is_name: Callable[[str], bool | None]
) -> int | None:
    """The index of the last word of "my handle is, um, RASPT"."""
    for at in range(number + 1, min(number + 5, len(words))):
        if ends_sentence(words[at - 1].text):
            return None
        is_handle = is_name(words[at].text)
        if is_handle is not None:
            return at if is_handle else None
    return None
