"""Kinds of words and the punctuation mark each ends with, as far as word lists and spelling can tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.measure.sentence_marks import CLOSING, COLONS, COMMAS, OPENING, TERMINALS

if TYPE_CHECKING:
    from captious.lexicon import Lexicon

_DASHES = frozenset({"-", "–", "—", "--", "―"})
_CLINGING = "".join({*OPENING, *CLOSING, *COMMAS, *COLONS, *TERMINALS, "…"})
_BRACKETS = ")]}）】］｝"
_QUOTATION_MARKS = '"”»」』'
_OPENERS = '([{"“«¿¡「『（【《〈［｛'


@dataclass(frozen=True, slots=True)
class Token:
    """A word with the features that the break costs need.

    Args:
        word: as written.
        bare: in lower case, without punctuation; empty for a mark alone.
        kind: its part in a sentence, by word lists and spelling: ``"article"``, ``"name"``, ``"word"``.
        mark: its final punctuation: ``"comma"``, ``"dash"`` …, empty for none; sentence ends are found elsewhere.
        capitalised: whether it begins with an upper-case letter and is longer than one letter.
        unit: whether it is a unit that belongs to the number before it.
        opens: whether it begins with a bracket or quotation mark.
        leads: whether it is a function word, which a line should not end on.
    """

    word: str
    bare: str
    kind: str
    mark: str
    capitalised: bool
    unit: bool
    opens: bool
    leads: bool


class Classifier:
    """Classify words; results are cached, since speech repeats itself.

    Args:
        lexicon: the closed classes of the language.
    """

    __slots__ = ("_kinds", "_lexicon", "_seen")

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._seen: dict[str, Token] = {}
        # the first wins: the finer kinds of a language before the lists that all have
        self._kinds: dict[str, str] = {}
        for kind, members in (
            *lexicon.kinds,
            ("determiner", lexicon.articles),
            ("coordinator", lexicon.coordinators),
            ("subordinator", lexicon.subordinators),
            ("pronoun", lexicon.pronouns),
            ("auxiliary", lexicon.auxiliaries),
            ("particle", lexicon.particles),
            ("preposition", lexicon.prepositions),
            ("negation", lexicon.negations),
        ):
            for word in members:
                self._kinds.setdefault(word, kind)

    def __call__(self, word: str) -> Token:
        """The word's token; ``word`` is non-empty and may carry punctuation."""
        token = self._seen.get(word)
        if token is None:
            token = self._seen[word] = self._classify(word)
        return token

    def _classify(self, word: str) -> Token:
        inner = word.rstrip(CLOSING)
        bare = inner.strip(_CLINGING).replace("’", "'")
        lower = bare.lower()
        return Token(
            word=word,
            bare="" if word in _DASHES else lower,
            kind=self._kind(word, bare),
            mark=_mark(word, inner),
            capitalised=len(bare) > 1 and bare[0].isupper(),
            unit=lower in self._lexicon.units,
            opens=word[0] in _OPENERS,
            leads=lower in self._lexicon.function_words,
        )

    def _kind(self, word: str, bare: str) -> str:
        if word in _DASHES:
            return "dash"
        lower = bare.lower()
        if lower in self._lexicon.titles and bare != lower:
            return "title"
        kind = self._kinds.get(lower)
        if kind is not None:
            return kind
        if bare[:1].isdigit() or bare[1:2].isdigit():
            return "number"
        if len(bare) > 1 and bare[0].isupper():
            return "name"
        for ending in self._lexicon.endings:
            if lower.endswith(ending) and len(lower) > len(ending) + 1 and not lower.endswith("ss"):
                return f"word in -{ending}"
        return "word"


def _mark(word: str, inner: str) -> str:
    if word in _DASHES or inner.endswith(("--", "—", "–")):
        return "dash"
    if inner.endswith(("...", "…")):
        return "ellipsis"
    last = inner[-1:]
    if last and last in COLONS:
        return "colon"
    if last and last in COMMAS:
        return "comma"
    if word[-1] in _BRACKETS:
        return "bracket"
    if word[-1] in _QUOTATION_MARKS:
        return "quotation mark"
    return "hyphen" if last == "-" else ""
