from __future__ import annotations

import pytest

from captious.lexicon import load_lexicon
from captious.segment.belonging.reading import load_reader
from captious.segment.break_costs import FORBIDDEN, GapCosts
from captious.segment.gap_names import context_features, network_features, pair_features, sorts_of
from captious.segment.kinds import Classifier
from captious.segment.tables import PUNCTUATED, shipped_table

EN = load_lexicon("en")
TABLE = shipped_table(PUNCTUATED)


def costs(text: str, ends: frozenset[int] = frozenset()) -> tuple[list[float], list[float]]:
    words = text.split()
    gaps = GapCosts(EN, TABLE, load_reader("en"), width=42)
    return gaps.costs(words, [float(len(word)) for word in words], ends)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("the", "article"),
        ("“The", "article"),
        ("these", "determiner"),
        ("of", "of"),
        ("in", "preposition"),
        ("to", "to"),
        ("and,", "and"),
        ("because", "subordinator"),
        ("I’m", "pronoun-with-verb"),
        ("they", "pronoun"),
        ("not", "negation"),
        ("2.0", "number"),
        ("$20", "number"),
        ("Dr.", "title"),
        ("–", "dash"),
        ("--", "dash"),
        ("captions", "word in -s"),
        ("glass", "word"),
        ("general", "word"),
        ("Raschka", "name"),
        ("...", "word"),
    ],
)
def test_words_have_a_kind(word: str, kind: str) -> None:
    assert Classifier(EN)(word).kind == kind


@pytest.mark.parametrize(
    ("word", "mark"),
    [
        ("well,", "comma"), ("so;", "colon"), ("this:", "colon"), ("so--", "dash"), ("—", "dash"), ("(yes)", "bracket"),
        ("well...", "ellipsis"), ("“yes”", "quotation mark"), ("“yes,”", "comma"), ("sub-", "hyphen"), ("yes", ""),
    ],
)  # fmt: skip
def test_words_end_with_punctuation(word: str, mark: str) -> None:
    assert Classifier(EN)(word).mark == mark


def test_a_language_without_finer_kinds_has_those_of_its_lists() -> None:
    kinds = [
        Classifier(load_lexicon("de"))(word).kind for word in ("der", "mit", "und", "weil", "ich", "Haus")
    ]
    assert kinds == ["determiner", "preposition", "coordinator", "subordinator", "pronoun", "name"]


def test_no_break_after_a_title_before_a_dash_or_between_number_and_unit() -> None:
    for text in ("Dr. Raschka", "raspt – yes", "90 percent"):
        assert costs(text)[0][0] == costs(text)[1][0] == FORBIDDEN
    assert costs("Dr. Raschka")[0][1] == 0


def test_an_ordinary_word_that_is_also_a_title_binds_nothing() -> None:
    assert costs("general ideas")[0][0] < FORBIDDEN


def test_a_sentence_end_is_the_best_place_and_function_words_the_worst() -> None:
    ended = costs("We are done . Next we go on".replace(" .", "."), frozenset({2}))[0]
    assert ended[2] == min(ended[:-1])
    for bad in ("in the house", "I think of houses", "we go to sleep"):
        cue, line = costs(f"and so {bad} with all of them")
        assert cue[3] > ended[2]
        assert line[3] > costs("it is so, and with all of them")[1][2]


def test_a_turn_ends_for_free() -> None:
    assert costs("the") == ([0], [0])
    assert costs("") == ([], [])


def test_a_particle_stays_with_its_verb() -> None:
    """From the seed: "check | out" and "ended | up" read like two thoughts."""
    for kept, free in (("ended up", "ended in"), ("check out", "check in")):
        assert costs(f"we {kept} there")[0][1] > costs(f"we {free} there")[0][1]


def test_a_function_word_end_costs_more_than_learned_and_an_article_twice_as_much() -> None:
    words, ends = ["see", "the", "houses"], frozenset[int]()
    tokens = [Classifier(EN)(word) for word in words]
    features = [
        *pair_features(tokens[1], tokens[2], is_end=False),
        *context_features(sorts_of(tokens, ends), [3, 3, 6], width=42)[1],
    ]
    reader = load_reader("en")
    assert reader is not None
    (foretold,) = reader.features([words])
    features += [names[step] for names, step in zip(network_features("no mark"), foretold[1], strict=True)]
    learned = sum(TABLE.gaps.get(name, (0.0, 0.0))[1] for name in features)
    assert costs("see the houses")[1][1] == pytest.approx(learned + 2 * TABLE.weak_end)


def test_features_have_names() -> None:
    tokens = [Classifier(EN)(word) for word in ("Well,", "the", "“House”", "is")]
    assert pair_features(tokens[0], tokens[1], is_end=False) == ["comma", "comma before article"]
    assert pair_features(tokens[1], tokens[2], is_end=False) == [
        "no mark", "after article", "before name", "no mark before an opening",
    ]  # fmt: skip
    assert pair_features(tokens[0], tokens[1], is_end=True) == ["sentence"]
    far = context_features(sorts_of(tokens, frozenset()), [5, 3, 7, 2], width=10)
    assert far[0] == ("mark, next mark after 6/5 of a line", "mark, last mark before 3/5 of a line")
    assert far[1] == ("no mark, next mark after 4/5 of a line", "no mark, last mark before 2/5 of a line")


def test_a_name_is_not_broken_unless_it_is_longer_than_a_line() -> None:
    inside = costs("in New York there")
    assert inside[1][1] > 100 > costs("in New, York there")[1][1]
    assert inside[1][1] < FORBIDDEN
    assert costs("THIS HOUSE STOOD THERE")[1][0] < 100
    assert costs("Engine's Java runs")[1][0] < 100
    assert costs("Ann. Bob came", frozenset({0}))[1][0] < 100
