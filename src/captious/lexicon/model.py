"""What is known about the words of a language: closed classes that decide where a line may end."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import ClassVar


@dataclass(frozen=True)
class Lexicon:
    """The word lists of one language.

    Words are in lower case with straight apostrophes (``don't``) and without clinging punctuation. A word may
    stand in several lists; who asks decides in which order. Not slotted, so that the union can be kept.

    Args:
        language: primary subtag of the language, such as ``"en"``; as asked for when the language is unknown.
        known: whether there are lists for this language; all lists are empty otherwise.
        articles: articles, possessives, demonstratives and quantifiers that lead a noun.
        prepositions: prepositions, contractions with an article included (``im``, ``della``).
        coordinators: *and*, *or*, *but* …
        subordinators: *because*, *which*, *that* …, question words included.
        auxiliaries: *be*, *have*, *do* and modals in all forms, contractions included (``i'm``, ``don't``).
        pronouns: subject pronouns.
        negations: negations and intensifiers, which lead what follows (*not*, *very*).
        abbreviations: words whose final dot ends no sentence, in lower case and without that dot, inner dots
            kept (``u.s``, ``e.g``): the form that Punkt expects.
        titles: words that lead a name, in lower case without dot (``dr``, ``prof``).
        units: words and signs that follow a number (``percent``, ``km``, ``million``).
        fillers: sounds of hesitation that carry no meaning and are safe to leave out.
        laughter: syllables that spell laughter when written twice or more in one word (``ha`` in ``haha``).
        sounds: beginnings of words that tell a description of a sound (``laugh``, ``applau``).
    """

    language: str
    known: bool = True
    articles: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    coordinators: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    laughter: frozenset[str] = frozenset()
    sounds: frozenset[str] = frozenset()

    CLOSED_CLASSES: ClassVar[tuple[str, ...]] = (
        "articles",
        "prepositions",
        "coordinators",
        "subordinators",
        "auxiliaries",
        "pronouns",
        "negations",
    )

    @cached_property
    def function_words(self) -> frozenset[str]:
        """All words of the closed classes: those a line had better not end on."""
        return frozenset().union(*(getattr(self, name) for name in self.CLOSED_CLASSES))


WORD_LISTS = tuple(field.name for field in fields(Lexicon) if field.name not in {"language", "known"})
"""The keys a data file may hold, each a list of words."""
