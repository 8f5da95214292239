from __future__ import annotations

import pytest

from captious.lexicon import load_lexicon
from captious.segment.gaps import FORBIDDEN, Classifier, WordClass, gap_costs
from captious.style import load_style

BREAKS = load_style("base").profile(format="srt", language="en").breaks


def costs(text: str, sentence_ends: frozenset[int] = frozenset()) -> list[float]:
    classify = Classifier(load_lexicon("en"))
    return gap_costs([classify(word) for word in text.split()], sentence_ends, BREAKS)


@pytest.mark.parametrize(
    ("word", "word_class"),
    [
        ("the", WordClass.ARTICLE),
        ("“The", WordClass.ARTICLE),
        ("of", WordClass.PREPOSITION),
        ("to", WordClass.TO),
        ("and,", WordClass.COORDINATOR),
        ("because", WordClass.SUBORDINATOR),
        ("I’m", WordClass.AUXILIARY),
        ("they", WordClass.PRONOUN),
        ("not", WordClass.NEGATION),
        ("2.0", WordClass.NUMBER),
        ("$20", WordClass.NUMBER),
        ("Dr.", WordClass.TITLE),
        ("–", WordClass.DASH),
        ("--", WordClass.DASH),
        ("captions", WordClass.CONTENT),
        ("general", WordClass.CONTENT),
        ("...", WordClass.CONTENT),
    ],
)
def test_words_have_a_class(word: str, word_class: WordClass) -> None:
    assert Classifier(load_lexicon("en"))(word).word_class is word_class


def test_no_break_after_a_title_before_a_dash_or_between_number_and_unit() -> None:
    assert costs("Dr. Raschka") == [FORBIDDEN, 0]
    assert costs("raspt – yes")[0] == FORBIDDEN
    assert costs("90 percent")[0] == FORBIDDEN


def test_an_ordinary_word_that_is_also_a_title_binds_nothing() -> None:
    assert costs("general ideas")[0] == BREAKS.between_words


def test_punctuation_is_the_best_place_and_function_words_the_worst() -> None:
    comma = costs("well, yes")[0]
    assert comma == BREAKS.comma
    assert costs("done; next")[0] == BREAKS.semicolon
    assert costs("done. Next", frozenset({0}))[0] == BREAKS.sentence_end
    assert (
        costs("the house")[0] == BREAKS.after_article > costs("big house")[0] > costs("house and")[0] > comma
    )
    assert costs("in house")[0] == BREAKS.after_preposition
    assert costs("Michigan State")[0] == BREAKS.inside_name
    assert costs("house (the")[0] == BREAKS.bracket


def test_a_turn_ends_for_free() -> None:
    assert costs("the")[-1] == 0
    assert costs("") == []


def test_a_particle_stays_with_its_verb() -> None:
    """From the seed: "check | out" and "ended | up" read like two thoughts."""
    assert costs("ended up")[0] == BREAKS.between_words
    assert costs("ended in")[0] == BREAKS.before_preposition
    assert costs("up in")[0] == BREAKS.before_preposition
