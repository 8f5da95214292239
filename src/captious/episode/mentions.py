"""Mentions for show notes: things named in the text, as a draft to be reviewed.

Nothing is made up: no URL is guessed from a name, and every entry is in the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.episode.mention_words import CLING, NO_NAMES, PROJECTS, SMALL_IN_NAMES, bare, ends_sentence
from captious.episode.mentioned_links import find_urls, promises
from captious.episode.mentioned_works import named_works, quoted
from captious.episode.model import Mention
from captious.segment.kinds import Classifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from captious.episode.model import EpisodeWord, Paragraph, Speech
    from captious.lexicon import Lexicon

KINDS: tuple[str, ...] = ("promise", "link", "handle", "book", "paper", "title", "project", "name")
"""Sentences that promise a link, links and URLs, @handles, books, papers, other titles in quotation marks,
projects and tools, names."""

OFTEN = 3
"""How often a single capitalised word has to occur to count as a name. Our own."""


@dataclass(frozen=True, slots=True)
class _Found:
    kind: str
    text: str
    start_ms: int


def find_mentions(
    speeches: Sequence[Speech], *, lexicon: Lexicon, leave_out: Iterable[str] = ()
) -> tuple[Mention, ...]:
    """Find the mentions.

    Args:
        speeches: the text.
        lexicon: of its language.
        leave_out: names not to list: the speakers'.

    Returns:
        Each thing once, with all the times it is mentioned; by kind, then by its first time.
    """
    finder = _Finder(lexicon)
    paragraphs = [paragraph for speech in speeches for paragraph in speech.paragraphs]
    found = [one for paragraph in paragraphs for one in finder.find(paragraph)]
    found += finder.single_names(paragraphs, taken=found)
    return _gather(found, {word.casefold() for name in leave_out for word in name.split()})


def _gather(found: Sequence[_Found], speakers: set[str]) -> tuple[Mention, ...]:
    times: dict[str, list[int]] = {}
    first: dict[str, _Found] = {}
    # the same words are one thing: the more specific kind wins
    for one in sorted(found, key=lambda one: KINDS.index(one.kind)):
        folded = one.text.casefold().replace("’", "'")
        if one.kind == "name" and all(word in speakers for word in folded.split()):
            continue
        first.setdefault(folded, one)
        times.setdefault(folded, []).append(one.start_ms)
    made = [Mention(one.kind, one.text, tuple(sorted(set(times[folded])))) for folded, one in first.items()]
    return tuple(sorted(made, key=lambda one: (KINDS.index(one.kind), one.times_ms[0], one.text)))


class _Finder:
    """Search paragraphs; every word is part of one mention at most, promises aside."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._classify = Classifier(lexicon)
        self._empty = lexicon.function_words | lexicon.small_talk | lexicon.fillers
        self._titles = lexicon.titles
        self._capitals = lexicon.language != "de"  # every German noun is capitalised
        self._single = lexicon.known and self._capitals

    def find(self, paragraph: Paragraph) -> Iterator[_Found]:
        """The mentions in one paragraph."""
        words = [word for word in paragraph.words if not word.sound]
        for kind, start, last in promises(words):
            yield _Found(kind, " ".join(word.text for word in words[start : last + 1]), words[start].start_ms)
        taken = [False] * len(words)
        for several in (
            find_urls(words, self._names_person),
            quoted(words, self._is_empty, capitals=self._capitals),
            named_works(words, self._is_empty) if self._capitals else (),
            self._projects(words),
            self._names(words),
        ):
            for kind, start, last in several:
                if not any(taken[start : last + 1]):
                    taken[start : last + 1] = [True] * (last + 1 - start)
                    yield _Found(kind, _shown(words[start : last + 1]), words[start].start_ms)

    def _projects(self, words: Sequence[EpisodeWord]) -> Iterator[tuple[str, int, int]]:
        for number, word in enumerate(words):
            text = bare(word.text)
            if PROJECTS.fullmatch(text) and text.casefold() not in NO_NAMES and not text.startswith("Mc"):
                yield "project", number, number

    def _names(self, words: Sequence[EpisodeWord]) -> Iterator[tuple[str, int, int]]:
        """Two or more capitalised words in a row; in German, where nouns are so, too, only behind "Herr" or "Dr."."""
        at = 0
        while at < len(words):
            end = _run_of_capitals(words, at)
            start = at
            while start < end and self._is_empty(words[start].text):
                start += 1
            titled = start < end and words[start].text.strip(CLING).casefold() in self._titles
            if end - start >= 2 and (self._capitals or titled):
                yield "name", start, end - 1
            at = max(end, at + 1)

    def single_names(self, paragraphs: Sequence[Paragraph], taken: Sequence[_Found]) -> Iterator[_Found]:
        """Single words that are always capitalised, often enough: *Kaggle*."""
        if not self._single:
            return
        inside = {part for one in taken if one.kind != "promise" for part in one.text.casefold().split()}
        capital: dict[str, list[_Found]] = {}
        inner: set[str] = set()
        small: set[str] = set()
        for paragraph in paragraphs:
            begins = True
            for word in paragraph.words:
                token = self._classify(word.text)
                if token.capitalised and not word.sound:
                    capital.setdefault(token.bare, []).append(_Found("name", bare(word.text), word.start_ms))
                    if not begins:
                        inner.add(token.bare)
                else:
                    small.add(token.bare)
                begins = ends_sentence(word.text)
        for name, said in capital.items():
            plain = name in inner and name not in small and name.isalpha() and name not in NO_NAMES
            empty = name in self._empty or name in self._titles
            if plain and not empty and len(said) >= OFTEN and name not in inside and len(name) > 2:
                yield from said

    def _is_empty(self, text: str) -> bool:
        token = self._classify(text)
        return token.bare in self._empty or not token.bare

    def _names_person(self, text: str) -> bool | None:
        return None if self._is_empty(text) else self._classify(text).capitalised


def _run_of_capitals(words: Sequence[EpisodeWord], start: int) -> int:
    """The end of a run of capitalised words: small words inside it belong to it, punctuation ends it."""
    end = start
    for at in range(start, min(start + 9, len(words))):
        text = words[at].text
        inner = text.strip(CLING)
        if not inner or inner.casefold() in NO_NAMES or "[" in text or "]" in text:
            break  # a sound in brackets is not a name
        if inner[0].isupper() and len(inner) > 1 and "’" not in inner[:-2] and "'" not in inner[:-2]:
            end = at + 1
        elif at == start or inner not in SMALL_IN_NAMES:
            break
        if text[-1] in '.,;:!?…)”"' and inner.casefold() not in ("dr", "mr", "mrs", "ms", "prof", "st"):
            break
    return end


def _shown(words: Sequence[EpisodeWord]) -> str:
    return bare(" ".join(word.text for word in words))
