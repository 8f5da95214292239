"""Titles of books, papers and other works: in quotation marks, or beside a word such as *book*; no quoted speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.episode.mention_words import BOOKS, CALLED, CLING, CLOSING, OPENING, PAPERS, SAYS, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from captious.episode.model import EpisodeWord

_NEAR = 4
"""Words around a title in quotation marks in which *book* or *paper* decides its kind."""
_LONGEST = 9
"""Words of a title; all of these are our own."""
_STOPS = ".,;:!?…"


def quoted(
    words: Sequence[EpisodeWord], is_empty: Callable[[str], bool], *, capitals: bool
) -> Iterator[tuple[str, int, int]]:
    """Find titles in quotation marks: kind, first and last word.

    A word such as *book* nearby makes it one; without it, every word but the small ones has a capital, none of them is
    small talk or a pronoun, and nobody says it.

    Args:
        words: of a paragraph.
        is_empty: whether a word is a function word or small talk.
        capitals: whether capitals say anything: not in German, which has one on every noun.
    """
    at = 0
    while at < len(words):
        end = _closing(words, at) if words[at].text[0] in OPENING + '"' else None
        kind = "" if end is None else _kind(words, at, end)
        inside = [word.text.strip(CLING) for word in words[at : (end or at) + 1]]
        if end is None or not _begins_like_title(inside):
            at += 1
            continue
        before = words[at - 1].text.strip(CLING).casefold() if at else ""
        said = before in SAYS or words[at - 1].text.endswith((":", ",")) if at else False
        if kind != "title" or (capitals and not said and _is_title(inside, is_empty)):
            yield kind, at, end
        at = end + 1


def _closing(words: Sequence[EpisodeWord], start: int) -> int | None:
    # German opens low and closes with the mark that opens in English; French marks may stand the other way round
    marks = {"„": "“”", "»": "«"}.get(words[start].text[0], CLOSING + '"')
    for number in range(start, min(start + _LONGEST, len(words))):
        if any(mark in words[number].text[1:] for mark in marks):
            return number
    return None


def _begins_like_title(words: Sequence[str]) -> bool:
    return len(words) >= 2 and words[0][:1].isupper()


def _is_title(words: Sequence[str], is_empty: Callable[[str], bool]) -> bool:
    """Whether every word has a capital but small ones inside, and one of them has content."""
    small = [word in SMALL for word in words]
    capital = all(word[:1].isupper() or inner for word, inner in zip(words, small, strict=True))
    content = [word for word, inner in zip(words[1:], small[1:], strict=True) if not inner]
    return capital and bool(content) and not all(is_empty(word) for word in content)


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
