"""Rules of the eye: costs of breaks that no captions teach, because people seldom have the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.lexicon.small_words import small_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from captious.lexicon import Lexicon
    from captious.segment.kinds import Token

_ONE_ITEM = (6.0, 6.0)
"""A break before an item of a list that is one word: the next comma would leave it alone on its line."""
_DANGLING = (16.0, 5.0)
"""A break after the first words of a clause: *because traditionally,* | *and that's,* | *and no,*. All in the order
cue, line, and our own: about what it costs to end a line on *the*."""
_SMALL_LAST = (8.0, 6.0)
_SMALL_FIRST = (10.0, 8.0)
"""A break after a word that leads the next one, or before one that belongs to the last, in languages without lists."""
_FILLING = frozenset({"discourse", "pronoun", "pronoun-with-verb", "negation", "word in -ly"})
_ADVERBS = frozenset(
    ("again", "also", "first", "here", "instead", "maybe", "no", "now", "perhaps", "so", "sometimes", "still", "then",
     "today", "too", "yes", "yet")
)  # fmt: skip
"""Kinds of words, and adverbs, that may follow a conjunction without making a clause. *You and me,* is none."""
_MOST_FILLING = 2
_LEADING_ADVERB = (3.0, 3.0)
_LEADING_ADVERBS = frozenset(
    ("also", "always", "even", "just", "maybe", "never", "only", "quite", "really", "still", "very")
)
"""A break after an adverb that leads what it says more about: *you don't just* | *do*, *very* | *small*."""
_IN_NOUN_PHRASE = (4.0, 4.0)
_DETERMINERS = frozenset({"article", "possessive", "determiner"})
_CONTENT = frozenset({"word", "word in -ing", "word in -ed", "name"})
_NOUNS = _CONTENT - {"word in -ed"}
_VERBS = frozenset(
    ("came", "did", "done", "felt", "found", "gave", "given", "goes", "gone", "got", "knew", "known", "looks", "made",
     "means", "needs", "said", "saw", "says", "seen", "sent", "took", "taken", "told", "wants", "went", "works",
     "written", "wrote")
)  # fmt: skip
"""A break between the only word after an article and the next one: *my grad* | *school*, *a darker* | *skin*. Both are
small: what belongs together is the network's to say, and these are its blind spots. Our own, by reading aloud."""
_ANOTHER_THOUGHT = 2.5
_FEWEST_WORDS = 3
"""How much more the end of a sentence within a line costs where one word stands between two thoughts of at least
three."""


def rules_of_the_eye(
    tokens: Sequence[Token], ends: Collection[int], lexicon: Lexicon
) -> Iterator[tuple[int, tuple[float, float]]]:
    """The gaps where a break would be wrong whatever the words beside it, each with what it costs more.

    Args:
        tokens: the words of a turn.
        ends: the numbers of those that end a sentence.
        lexicon: the conjunctions of the language.
    """
    openers = lexicon.coordinators | lexicon.subordinators
    small = small_words(lexicon.language)
    for number, token in enumerate(tokens[:-1]):
        if number in ends:
            continue
        if not token.mark:
            if token.bare in small.last:
                yield number, _SMALL_LAST
            if tokens[number + 1].bare in small.first:
                yield number, _SMALL_FIRST
            if token.bare in _LEADING_ADVERBS and number:
                yield number, _LEADING_ADVERB
            if _is_in_noun_phrase(tokens, number):
                yield number, _IN_NOUN_PHRASE
        if token.mark != "comma":
            continue
        if _leads_last_item_but_one(tokens, number, lexicon):
            yield number, _ONE_ITEM
        if _is_dangling(tokens, number, ends, openers):
            yield number, _DANGLING


def _leads_last_item_but_one(tokens: Sequence[Token], number: int, lexicon: Lexicon) -> bool:
    """Whether one word and its comma stand between a comma and the conjunction of a list: *a, b, and c*."""
    if number + 2 >= len(tokens) or tokens[number + 1].mark != "comma":
        return False
    item = tokens[number + 1]
    if item.kind in _FILLING or item.bare in _ADVERBS or tokens[number].kind in _FILLING:
        return False
    return tokens[number + 2].bare in lexicon.coordinators


def _is_in_noun_phrase(tokens: Sequence[Token], number: int) -> bool:
    """Whether a word follows an article and another content word follows it."""
    return (
        number > 0
        and tokens[number - 1].kind in _DETERMINERS
        and tokens[number].kind in _CONTENT
        and tokens[number + 1].kind in _NOUNS
        and tokens[number + 1].bare not in _VERBS
    )


def _is_dangling(
    tokens: Sequence[Token], number: int, ends: Collection[int], openers: Collection[str]
) -> bool:
    """Whether a clause that began within its line has not got beyond its first words at a comma."""
    for first in range(number, max(number - _MOST_FILLING - 1, 0), -1):
        if first < number and tokens[first].mark:
            return False
        alone = first == number
        if tokens[first].bare in openers and not (alone and tokens[first].bare in _ADVERBS):
            # *like that,* ends a clause, *everything that,* begins one
            closes = alone and tokens[first].kind == "that" and tokens[first - 1].kind != "object"
            return first - 1 not in ends and not closes
        if tokens[first].kind not in _FILLING and tokens[first].bare not in _ADVERBS:
            return False
    return False


def weigh_ends(ends: Sequence[bool]) -> list[float]:
    """How much each end of a sentence counts where it is within a line: more before a word that starts another thought.

    Args:
        ends: whether a sentence ends with each word.
    """
    weights = [float(end) for end in ends]
    for number in range(_FEWEST_WORDS, len(ends) - _FEWEST_WORDS):
        around = (*ends[number - _FEWEST_WORDS : number - 1], *ends[number + 1 : number + _FEWEST_WORDS])
        if ends[number] and ends[number - 1] and not any(around):
            weights[number - 1] = _ANOTHER_THOUGHT
    return weights
