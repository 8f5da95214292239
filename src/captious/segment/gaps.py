"""What a break between two words costs, from the words on either side of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.lexicon import Lexicon
    from captious.style.profile import Breaks

FORBIDDEN = float("inf")
"""Cost of a break that must not be."""

_CLOSING = "\"'”’»)]}"
_OPENING = "\"'“‘«([{¿¡"
_DASHES = frozenset({"-", "–", "—", "--", "―"})


class WordClass(IntEnum):
    """What a word does in a sentence, as far as a list of closed classes can tell."""

    CONTENT = 0
    ARTICLE = 1
    PREPOSITION = 2
    TO = 3
    COORDINATOR = 4
    SUBORDINATOR = 5
    AUXILIARY = 6
    PRONOUN = 7
    NEGATION = 8
    NUMBER = 9
    TITLE = 10
    DASH = 11


class Punctuation(IntEnum):
    """What a word ends with, as far as breaking goes."""

    NONE = 0
    SEMICOLON = 1
    COMMA = 2
    DASH = 3
    BRACKET = 4


@dataclass(frozen=True, slots=True)
class Token:
    """A word as the gap costs see it.

    Args:
        word_class: what the bare word does.
        punctuation: what it ends with; a sentence end is decided elsewhere.
        capitalised: whether it begins with an upper-case letter and is longer than one letter.
        unit: whether it is a unit that belongs to the number before it.
        opens: whether it begins with an opening bracket.
    """

    word_class: WordClass
    punctuation: Punctuation
    capitalised: bool
    unit: bool
    opens: bool


class Classifier:
    """Puts words into classes; remembers what it has seen, since speech repeats itself.

    Args:
        lexicon: the closed classes of the language.
    """

    __slots__ = ("_lexicon", "_seen")

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._seen: dict[str, Token] = {}

    def __call__(self, word: str) -> Token:
        """The word's token; ``word`` is non-empty and may carry punctuation."""
        token = self._seen.get(word)
        if token is None:
            token = self._seen[word] = self._classify(word)
        return token

    def _classify(self, word: str) -> Token:
        inner = word.rstrip(_CLOSING)
        bare = inner.strip(_OPENING + _CLOSING + ".,;:!?…").replace("’", "'")
        return Token(
            word_class=self._word_class(word, bare),
            punctuation=_punctuation(word, inner),
            capitalised=len(bare) > 1 and bare[0].isupper(),
            unit=bare.lower() in self._lexicon.units,
            opens=word[0] in "([{",
        )

    def _word_class(self, word: str, bare: str) -> WordClass:
        if word in _DASHES:
            return WordClass.DASH
        lower = bare.lower()
        lexicon = self._lexicon
        if lower in lexicon.titles and bare != lower:
            return WordClass.TITLE
        if lower == "to" and lower in lexicon.prepositions:
            return WordClass.TO
        for word_class, members in (
            (WordClass.ARTICLE, lexicon.articles),
            (WordClass.COORDINATOR, lexicon.coordinators),
            (WordClass.SUBORDINATOR, lexicon.subordinators),
            (WordClass.PRONOUN, lexicon.pronouns),
            (WordClass.AUXILIARY, lexicon.auxiliaries),
            (WordClass.CONTENT, lexicon.particles),
            (WordClass.PREPOSITION, lexicon.prepositions),
            (WordClass.NEGATION, lexicon.negations),
        ):
            if lower in members:
                return word_class
        return WordClass.NUMBER if bare[:1].isdigit() or bare[1:2].isdigit() else WordClass.CONTENT


def _punctuation(word: str, inner: str) -> Punctuation:
    last = inner[-1:]
    if last in (";", ":"):
        return Punctuation.SEMICOLON
    if last in (",", "،", "、", "，"):
        return Punctuation.COMMA
    if word in _DASHES or inner.endswith(("--", "—", "–")):
        return Punctuation.DASH
    return Punctuation.BRACKET if word[-1] in ")]}" else Punctuation.NONE


def gap_costs(tokens: Sequence[Token], sentence_ends: frozenset[int], breaks: Breaks) -> list[float]:
    """What a break after each word costs.

    Args:
        tokens: the words of one turn.
        sentence_ends: the numbers of the words that end a sentence.
        breaks: the table of costs.

    Returns:
        One number a word, `FORBIDDEN` where no break may be; the last is 0, because a turn ends a cue anyway.

    Sources:
        Classes and their order: our own measurements on human captions, docs/guide/breaks.md.
    """
    after = {
        WordClass.ARTICLE: breaks.after_article,
        WordClass.PREPOSITION: breaks.after_preposition,
        WordClass.TO: breaks.after_preposition,
        WordClass.COORDINATOR: breaks.after_conjunction,
        WordClass.SUBORDINATOR: breaks.after_conjunction,
        WordClass.AUXILIARY: breaks.after_auxiliary,
        WordClass.PRONOUN: breaks.after_pronoun,
        WordClass.NEGATION: breaks.after_negation,
    }
    before = {
        WordClass.COORDINATOR: breaks.before_coordinator,
        WordClass.SUBORDINATOR: breaks.before_subordinator,
        WordClass.PREPOSITION: breaks.before_preposition,
        WordClass.TO: breaks.before_to,
        WordClass.AUXILIARY: breaks.before_auxiliary,
    }
    punctuated = {
        Punctuation.SEMICOLON: breaks.semicolon,
        Punctuation.COMMA: breaks.comma,
        Punctuation.DASH: breaks.dash,
        Punctuation.BRACKET: breaks.bracket,
    }
    costs: list[float] = []
    for number in range(len(tokens) - 1):
        left, right = tokens[number], tokens[number + 1]
        if right.word_class is WordClass.DASH:
            costs.append(FORBIDDEN)
        elif number in sentence_ends:
            costs.append(breaks.sentence_end)
        elif (
            left.word_class is WordClass.TITLE and left.punctuation is Punctuation.NONE and right.capitalised
        ):
            costs.append(FORBIDDEN)
        elif left.punctuation is not Punctuation.NONE:
            costs.append(punctuated[left.punctuation])
        elif left.word_class is WordClass.NUMBER and right.unit:
            costs.append(FORBIDDEN)
        elif left.word_class is WordClass.NUMBER:
            costs.append(breaks.after_number)
        elif left.word_class in after:
            costs.append(after[left.word_class])
        elif right.opens:
            costs.append(breaks.bracket)
        elif right.word_class in before:
            costs.append(before[right.word_class])
        elif left.capitalised and right.capitalised:
            costs.append(breaks.inside_name)
        else:
            costs.append(breaks.between_words)
    if tokens:
        costs.append(0.0)
    return costs
