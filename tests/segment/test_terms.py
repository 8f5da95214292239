from __future__ import annotations

from captious.lexicon import load_lexicon
from captious.segment.break_costs import GapCosts
from captious.segment.tables import PUNCTUATED, shipped_table
from captious.segment.terms import find_terms

EN = load_lexicon("en")
TEXT = (
    "I like machine learning. We use machine learning for this. So machine learning it is, and a machine is a thing. "
    "The learning of it took all day, all day, all day. Machine. Learning takes time."
)


def test_what_is_said_again_and_again_as_one_is_a_term() -> None:
    assert find_terms(TEXT.split(), EN) == {("machine", "learning")}


def test_a_pair_across_punctuation_or_with_a_function_word_is_no_term() -> None:
    for text in ("red, green, " * 5, "Stop. Go, " * 5, "of course " * 5, "20 people " * 5, "very very " * 5):
        assert find_terms(text.split(), EN) == frozenset()


def test_a_language_without_lists_has_none() -> None:
    assert find_terms(TEXT.split(), load_lexicon("xx")) == frozenset()
    assert find_terms([], EN) == frozenset()


def test_a_break_inside_a_term_costs_more() -> None:
    """From the seed: "machine | learning book"."""
    words = ["the", "machine", "learning", "book"]
    widths = [float(len(word)) for word in words]
    plain = GapCosts(EN, shipped_table(PUNCTUATED), None, width=42)
    knowing = GapCosts(
        EN, shipped_table(PUNCTUATED), None, width=42, terms=find_terms(TEXT.split(), EN), inside_term=40.0
    )
    before, after = (gaps.costs(words, widths, frozenset()) for gaps in (plain, knowing))
    for one, other in zip(before, after, strict=True):
        assert [round(b - a, 6) for a, b in zip(one, other, strict=True)] == [0, 40, 0, 0]
