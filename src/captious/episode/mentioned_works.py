"""Titles of books, papers and other works: in quotation marks, or beside a word such as *book*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.episode.mention_words import BOOKS, CALLED, CLING, CLOSING, OPENING, PAPERS, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from captious.episode.model import EpisodeWord

_NEAR = 4
"""Words around a title in quotation marks in which *book* or *paper* decides its kind."""
_LONGEST = 9
"""Words of a title; all of these are our own."""
_STOPS = ".,;:!?…"


def quoted(words: Sequence[EpisodeWord]) -> Iterator[tuple[str, int, int]]:
    """Find words in quotation marks, most of them capitalised: kind, first and last word."""
    at = 0
    while at < len(words):
        end = _closing(words, at) if words[at].text[0] in OPENING + '"' else None
        if end is None or not _is_title([word.text.strip(CLING) for word in words[at : end + 1]]):
            at += 1
            continue
        yield _kind(words, at, end), at, end
        at = end + 1


def _closing(words: Sequence[EpisodeWord], start: int) -> int | None:
    for number in range(start, min(start + _LONGEST, len(words))):
        if any(mark in words[number].text[1:] for mark in CLOSING + '"'):
            return number
    return None


def _is_title(words: Sequence[str]) -> bool:
    capitals = sum(word[:1].isupper() for word in words)
    return len(words) >= 2 and words[0][:1].isupper() and capitals * 2 >= len(words)


def _kind(words: Sequence[EpisodeWord], start: int, end: int) -> str:
    near = [*words[max(start - _NEAR, 0) : start], *words[end + 1 : end + 1 + _NEAR]]
    said = {word.text.strip(CLING).casefold() for word in near}
    return "book" if said & BOOKS else "paper" if said & PAPERS else "title"


def named_works(
    words: Sequence[EpisodeWord], is_empty: Callable[[str], bool]
) -> Iterator[tuple[str, int, int]]:
    """ "The book Python for machine learning": a title without quotation marks, after or before its kind.

    Args:
        words: of a paragraph.
        is_empty: whether a word is a function word or small talk, which ends a title.
    """
    for number, word in enumerate(words):
        said = word.text.strip(CLING).casefold()
        kind = "book" if said in BOOKS else "paper" if said in PAPERS else ""
        if not kind:
            continue
        start, end = _after(words, number, is_empty)
        if start == end:
            start, end = _before(words, number, is_empty)
        if start < end:
            yield kind, start, end - 1


def _after(words: Sequence[EpisodeWord], number: int, is_empty: Callable[[str], bool]) -> tuple[int, int]:
    start = number + 1
    if words[number].text[-1] in _STOPS or start == len(words):
        return start, start
    start += words[start].text.casefold() in CALLED
    end = start
    while end < min(start + _LONGEST, len(words)) and _in_title(
        words[end].text, is_empty, first=end == start
    ):
        end += 1
        if words[end - 1].text[-1] in _STOPS:
            break
    while end > start and words[end - 1].text in SMALL:
        end -= 1
    return (start, end) if _looks_like_title(words[start:end]) else (start, start)


def _before(words: Sequence[EpisodeWord], number: int, is_empty: Callable[[str], bool]) -> tuple[int, int]:
    start = number
    if not start or words[start - 1].text in SMALL:
        return number, number
    while start > max(number - 7, 0) and words[start - 1].text[-1] not in _STOPS:
        if not _in_title(words[start - 1].text, is_empty, first=False):
            break
        start -= 1
    while start < number and not _in_title(words[start].text, is_empty, first=True):
        start += 1
    return (start, number) if _looks_like_title(words[start:number]) else (number, number)


def _in_title(text: str, is_empty: Callable[[str], bool], *, first: bool) -> bool:
    if first:
        return text.lstrip(CLING)[:1].isupper() and not is_empty(text)
    return text in SMALL or not is_empty(text)


def _looks_like_title(words: Sequence[EpisodeWord]) -> bool:
    """Whether it has two capitals, or a small word between others."""
    capitals = sum(word.text.lstrip(CLING)[:1].isupper() for word in words)
    return len(words) >= 2 and (capitals >= 2 or any(word.text in SMALL for word in words[1:-1]))
