"""Choose the break table for a text, and read the tables that ship."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from captious.measure.scripts import is_spaced_by_clauses
from captious.measure.sentence_marks import CLOSING, COLONS, COMMAS, TERMINALS
from captious.segment.belonging.shipped import has_network
from captious.segment.break_costs import GapCosts
from captious.style.break_table import SECTION, STEPS, read_break_table
from captious.style.source import StyleSource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.lexicon import Lexicon
    from captious.style.break_table import BreakTable
    from captious.style.profile import Layout, Profile

PUNCTUATED, UNPUNCTUATED, PLAIN = "punctuated", "unpunctuated", "plain"
"""The tables that ship: for text with punctuation; for text without, in languages with a network;
and for all other text."""

_MARKS = (*TERMINALS, *COMMAS, *COLONS, "…", "|")
_FEWEST_WORDS = 30
_MOST_WORDS = 10_000
_MOST_WORDS_A_MARK = 40
"""Words per punctuation mark from which a text counts as unpunctuated: in punctuated transcripts there are 5 to 10 (our
own measurement on 60 podcast episodes)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The break table for a text.

    Args:
        name: which one: `PUNCTUATED`, `UNPUNCTUATED`, `PLAIN`, or ``"house"`` for the style's own.
        table: the costs.
        costs: the costs of breaks by it.
    """

    name: str
    table: BreakTable
    costs: GapCosts


def choose_table(
    profile: Profile,
    lexicon: Lexicon,
    *,
    punctuated: bool = True,
    network: bool = True,
    terms: frozenset[tuple[str, str]] = frozenset(),
) -> Choice:
    """Choose the table for a text.

    Args:
        profile: its style, which may have a table of its own for punctuated text.
        lexicon: word classes of the text's language.
        punctuated: whether the text has punctuation.
        network: whether to ask the network of the language, if it has one, which loads numpy.
        terms: pairs of words that the text uses as one.
    """
    reader = None
    if network and has_network(lexicon.language):
        from captious.segment.belonging.reading import load_reader  # late: numpy

        reader = load_reader(lexicon.language)
    if reader is not None and not punctuated:
        name = UNPUNCTUATED
    elif profile.break_table is not None:
        name = "house"
    else:
        name = PLAIN if reader is None else PUNCTUATED
    table = (
        profile.break_table if name == "house" and profile.break_table is not None else shipped_table(name)
    )
    table = shaped(table, profile.layout, profile.breaks.wrong_shape)
    width = profile.layout.line_length_chars.value
    return Choice(
        name,
        table,
        GapCosts(
            lexicon,
            table,
            reader,
            width=width,
            hidden=not punctuated,
            terms=terms,
            inside_term=profile.breaks.terms,
            inside_phrase=profile.breaks.set_phrases,
            cohesion=profile.breaks.cohesion,
            function_word_end=profile.breaks.function_word_end,
        ),
    )


def shaped(table: BreakTable, layout: Layout, cost: float) -> BreakTable:
    """Adapt a table to the shape of two lines that a style prefers.

    Args:
        table: the costs without a preference.
        layout: the style's: which line should be longer, and how much longer a line may be where a guide says so.
        cost: of the wrong line being longer by a full line, in proportion for less; five times as much for a
            difference over what the guide allows.
    """
    limit = layout.unbalanced_chars
    most = float(STEPS)
    if limit.basis != "advisory":
        most = limit.value * STEPS / layout.line_length_chars.value
    if layout.shape == "any" and most >= STEPS:
        return table
    sign = {"bottom-heavy": 1, "top-heavy": -1, "any": 0}[layout.shape]
    difference = []
    for place, value in enumerate(table.difference):
        longer = place - STEPS
        wrong = max(sign * longer, 0) / STEPS + (5 if abs(longer) > most - 1 else 0)
        difference.append(value + cost * wrong)
    return replace(table, difference=tuple(difference))


@cache
def shipped_table(name: str) -> BreakTable:
    """Load a table that ships with the package."""
    source = StyleSource(str(Path(__file__).parent / "data" / f"{name}.toml"))
    return read_break_table(source.tables[SECTION], source=source)


def is_punctuated(words: Iterable[str]) -> bool:
    """Whether a text has punctuation: ASR output often has none. Very short texts count as punctuated."""
    total = marked = 0
    for word in islice(words, _MOST_WORDS):
        total += 1
        # where spaces stand between clauses, each is a mark
        marked += word.rstrip(CLOSING).endswith(_MARKS) or is_spaced_by_clauses(word[-1])
    return total < _FEWEST_WORDS or marked * _MOST_WORDS_A_MARK >= total
