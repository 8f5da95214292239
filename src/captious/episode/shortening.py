"""Shorten a sentence to a title: its main clause, without what leads to it."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.episode.topic_words import TopicWords
    from captious.lexicon import Lexicon

USUAL_CHARS = 60
MOST_CHARS = 80
"""Length of a title that was shortened, and of one that is left whole; YouTube shows a hundred characters, players
fewer. Our own."""
_LEAST_WORDS = 3
_TAG_WORDS = 2
"""Words of a question tag: ", right?", ", isn't it?"."""
_CLAUSE = re.compile(r"(?:[,;:—–]|\s-{1,2}|\.{3}|…)\s+")
_TRIM = " \t\"'“”‘«»()[],;:.!…-–—"


def clauses(sentence: str, lexicon: Lexicon, words: TopicWords) -> Iterator[str]:
    """The clauses of a question that ask, the best first, each to the end of the sentence; none for "… , right?"."""
    text = sentence.rpartition("¿")[2] if "¿" in sentence else sentence
    starts = [0, *(match.end() for match in _CLAUSE.finditer(text))]
    if len(text[starts[-1] :].split()) <= _TAG_WORDS < len(text.split()):
        return
    parts = [_lead_off(text[start:], words) for start in starts]
    asked = [part for part in parts if _first(part) in words.questions]
    # "so, in the end, is it worth it?": inverted questions begin with a verb
    inverted = [part for part in parts if _first(part) in lexicon.auxiliaries]
    found = dict.fromkeys([*asked[:1], *inverted[:1], *asked[1:2]])
    yield from found or (parts[:1] if len(parts[0]) <= MOST_CHARS else ())


def _lead_off(text: str, words: TopicWords) -> str:
    """A clause without what leads to the question: "So I wanted to ask you,"."""
    for _ in range(6):
        match = words.asks.match(text)
        if match is None or not match[0]:
            break
        text = text[match.end() :].lstrip(_TRIM)
    return text


def _first(text: str) -> str:
    return _bare(text.partition(" ")[0])


def shorten(text: str, lexicon: Lexicon, words: TopicWords) -> tuple[str, bool]:
    """A clause as a title, and whether it ends where a clause does.

    Args:
        text: a clause; one that ends in a question mark keeps it.
        lexicon: of its language: the words that open another clause or phrase.
        words: of its language: what says nothing and is left out.
    """
    mark = "?" if text.rstrip(_TRIM).endswith(("?", "？")) else ""
    text = _lead_off(" ".join(words.empty.sub(" ", text).split()), words)
    if text.count("(") > text.count(")"):
        text = text.rpartition("(")[0]
    text = re.sub(r"\s+([,.;:?!])", r"\1", re.sub(r"(?:,\s*){2,}", ", ", text)).strip(_TRIM + "?？")
    if len(text) + len(mark) <= USUAL_CHARS:
        return text + mark, True
    tokens = text.split()
    ends = list(accumulate(len(token) + 1 for token in tokens))
    links = lexicon.coordinators | lexicon.subordinators | lexicon.prepositions
    commas = links_at = 0
    for number in range(_LEAST_WORDS, len(tokens)):
        if ends[number - 1] - 1 + len(mark) > USUAL_CHARS:
            break
        if tokens[number - 1].endswith((",", ";", ":", "—", "–")):
            commas = number
        elif _bare(tokens[number]) in links:
            links_at = number
    cut = commas if commas and ends[commas - 1] >= USUAL_CHARS // 3 else 0
    if not cut and len(text) + len(mark) <= MOST_CHARS:
        return text + mark, True
    if cut:
        return " ".join(tokens[:cut]).rstrip(_TRIM) + mark, True
    cut = links_at or max(sum(end <= USUAL_CHARS for end in ends), 1)
    while cut > _LEAST_WORDS and _hangs(tokens[cut - 1], tokens[cut], lexicon, arbitrary=not links_at):
        cut -= 1
    return " ".join(tokens[:cut]).rstrip(_TRIM) + mark, False


def _hangs(token: str, following: str, lexicon: Lexicon, *, arbitrary: bool) -> bool:
    """Whether a word leads to what was cut off: "work on and", "a client in which"; not "work on, and"."""
    bare = _bare(token)
    if bare in lexicon.prepositions:
        return _bare(following) not in lexicon.coordinators
    return bare in (
        lexicon.function_words
        if arbitrary
        else lexicon.coordinators | lexicon.subordinators | lexicon.articles
    )


def _bare(token: str) -> str:
    return token.strip(_TRIM + "?").lower().replace("’", "'")


def capitalise(text: str) -> str:
    """A title with a capital at its beginning."""
    return text[:1].upper() + text[1:]
