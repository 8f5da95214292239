from __future__ import annotations

from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captious.learning.figures import bootstrap, conformity, exact_line_breaks, function_word_ends
from captious.learning.scores import BreakScores, Cues, break_scores, sentences, sigma, tokens
from captious.lexicon import load_lexicon


def cues(text: str) -> Cues:
    """Cues from ``"a b / c | d"``: a bar ends a cue, a slash a line."""
    return [[line.split() for line in cue.split("/")] for cue in text.split("|")]


def score(reference: str, hypothesis: str) -> float:
    return sigma(*sentences(cues(reference), cues(hypothesis)))


# --- where breaks are ---


def test_the_reference_itself_scores_full_marks() -> None:
    scores = break_scores(cues("a b / c | d e"), cues("a b / c | d e"))

    assert (scores.any.f1_percent, scores.cue.f1_percent, scores.line.f1_percent) == (100, 100, 100)


def test_a_break_of_the_other_kind_counts_as_any_break_only() -> None:
    scores = break_scores(cues("a / b | c | d"), cues("a | b | c d"))

    # any: after a, b, c against after a, b: 2 shared of 3 and 2. Cue: b, c against a, b. Line: a against none.
    assert scores.any.f1_percent == pytest.approx(200 * 2 / 5)
    assert scores.cue.f1_percent == pytest.approx(200 * 1 / 4)
    assert scores.line.f1_percent == 0


def test_the_end_of_the_text_is_no_break() -> None:
    scores = break_scores(cues("a b"), cues("a b"))

    assert scores == BreakScores()
    assert scores.any.f1_percent == 100


def test_scores_of_several_texts_are_pooled() -> None:
    one = break_scores(cues("a | b"), cues("a | b"))
    two = break_scores(cues("a | b c d"), cues("a b | c | d"))

    assert (one + two).cue.f1_percent == pytest.approx(200 * 1 / (2 + 3))


@pytest.mark.parametrize("other", ["a b", "a b d", "a b c d"])
@pytest.mark.parametrize("function", [break_scores, sentences])
def test_texts_with_different_words_are_refused(other: str, function: object) -> None:
    assert callable(function)
    with pytest.raises(ValueError, match="different words"):
        function(cues("a | b c"), cues(other))


# --- tokens and segments ---


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("home", ["home"]),
        ("home.", ["home", "."]),
        ('("Yes,"', ["(", '"', "Yes", ",", '"']),
        ("3.5", ["3.5"]),
        ("don't", ["don't"]),
        ("well--", ["well--"]),
        ("...", [".", ".", "."]),
        ("$5%", ["$", "5", "%"]),
        ("and/or", ["and", "/", "or"]),
        ("U.S.", ["U", ".", "S", "."]),
        ("1,000,", ["1,000", ","]),
        ("1990-95", ["1990", "-", "95"]),
        ("“so”", ["“so”"]),
    ],
)
def test_punctuation_around_a_word_is_a_token_of_its_own(word: str, parts: list[str]) -> None:
    assert list(tokens(word)) == parts


def test_segments_end_where_a_cue_of_the_reference_ends_with_a_sentence() -> None:
    reference, hypothesis = sentences(
        cues('He left. So / did "she." | Who | knows?'), cues('He left. | So did "she." Who | knows?')
    )

    assert reference == [
        ["He", "left", ".", "So", "<eol>", "did", '"', "she", ".", '"', "<eob>"],
        ["Who", "<eob>", "knows", "?", "<eob>"],
    ]
    assert hypothesis == [
        ["He", "left", ".", "<eob>", "So", "did", '"', "she", ".", '"'],
        ["Who", "<eob>", "knows", "?", "<eob>"],
    ]


def test_a_text_that_ends_within_a_sentence_is_a_segment_all_the_same() -> None:
    assert sentences(cues("so | on"), cues("so on")) == (
        [["so", "<eob>", "on", "<eob>"]],
        [["so", "on", "<eob>"]],
    )


def test_an_empty_text_has_no_segments() -> None:
    assert sentences([], []) == ([], [])


# --- Sigma, worked out by hand: 6 words and marks, 2 breaks, so a = 1/3 ---

REFERENCE = "we went home / and slept."


def test_perfect_breaks_have_a_sigma_of_100() -> None:
    assert score(REFERENCE, REFERENCE) == pytest.approx(100)


def test_one_moved_break() -> None:
    # we went <eol> home and slept . <eob>
    # 1-grams 8/8. 2-grams: we went, and slept, slept ., . <eob>: 4/7. 3-grams: and slept ., slept . <eob>: 2/6.
    # 4-grams: and slept . <eob>: 1/5. As long as the reference, so no penalty. The words are the same: bound 1.
    expected = 100 * (1 * 4 / 7 * 2 / 6 * 1 / 5) ** (1 / 4)

    assert expected == pytest.approx(44.18, abs=0.01)
    assert score(REFERENCE, "we went / home and slept.") == pytest.approx(expected)


def test_one_missing_break() -> None:
    # we went home and slept . <eob>
    # 1-grams 7/7; 2-grams: all but home and: 5/6; 3-grams: we went home, and slept ., slept . <eob>: 3/5;
    # 4-grams: and slept . <eob>: 1/4. 7 tokens for 8, but the penalty for brevity is in the bound, too.
    expected = 100 * (1 * 5 / 6 * 3 / 5 * 1 / 4) ** (1 / 4)

    assert expected == pytest.approx(59.46, abs=0.01)
    assert score(REFERENCE, "we went home and slept.") == pytest.approx(expected)


def test_a_text_without_any_break_loses_by_its_ngrams_alone() -> None:
    reference = ["we", "all", "went", "home", "<eol>", "and", "slept", ".", "<eob>"]
    bare = ["we", "all", "went", "home", "and", "slept", "."]

    # 7/7, 5/6, 3/5, 1/4; the bound for the same words is 1 for any number of breaks
    assert sigma([reference], [bare]) == pytest.approx(100 * (5 / 6 * 3 / 5 * 1 / 4) ** (1 / 4))
    assert score(REFERENCE + " | so / it was.", "we went home and slept. so it was.") < score(
        REFERENCE + " | so / it was.", REFERENCE + " | so it was."
    )


def test_the_bound_counts_the_breaks_of_the_hypothesis() -> None:
    reference = ["we", "went", "home", "<eol>", "and", "slept", ".", "<eob>"]
    hypothesis = ["we", "ran", "home", "and", "slept", ".", "<eob>"]
    # With breaks: 6/7; home and is not in the reference: 3/6 (and slept, slept ., . <eob>); 2/5; 1/4.
    # Without, as below: 5/6, 3/5, 2/4, 1/3; one break for 6 words, a = 1/6:
    # p1+ = (5/6 + 1/6) 6/7               = 6/7
    # p2+ = (5/6 * 3/5 + 2/6 * 5/6) 6/7   = 2/3
    # p3+ = (4/6 * 2/4 + 3/6 * 3/5) 6/7   = 19/35
    # p4+ = (3/6 * 1/3 + 4/6 * 2/4) 6/7   = 3/7
    expected = ((6 / 7 * 3 / 6 * 2 / 5 * 1 / 4) / (6 / 7 * 2 / 3 * 19 / 35 * 3 / 7)) ** (1 / 4)

    assert sigma([reference], [hypothesis]) == pytest.approx(100 * expected)


def test_other_words_are_made_up_for_by_the_bound() -> None:
    reference = ["we", "went", "home", "<eol>", "and", "slept", ".", "<eob>"]
    hypothesis = ["we", "ran", "home", "<eol>", "and", "slept", ".", "<eob>"]
    # With breaks: 7/8, 5/7, 4/6, 3/5. Without: p1 = 5/6, p2 = 3/5, p3 = 2/4, p4 = 1/3, and with a = 1/3
    # p1+ = (1 * 5/6 + 1/3 * 1) / (4/3)     = 7/8
    # p2+ = (2/3 * 3/5 + 2/3 * 5/6) / (4/3) = 43/60
    # p3+ = (1/3 * 1/2 + 1 * 3/5) / (4/3)   = 23/40
    # p4+ = (0 * 1/3 + 4/3 * 1/2) / (4/3)   = 1/2
    bleu = (7 / 8 * 5 / 7 * 4 / 6 * 3 / 5) ** (1 / 4)
    bound = (7 / 8 * 43 / 60 * 23 / 40 * 1 / 2) ** (1 / 4)

    assert sigma([reference], [hypothesis]) == pytest.approx(100 * bleu / bound)


def test_ngrams_are_pooled_over_segments_and_do_not_cross_them() -> None:
    # Segment one is perfect: 8, 7, 6, 5 n-grams. Segment two, "so it was . <eob>" for "so <eol> it was . <eob>":
    # 5/5; it was, was ., . <eob>: 3/4; it was ., was . <eob>: 2/3; it was . <eob>: 1/2. No brevity penalty.
    expected = 100 * (13 / 13 * 10 / 11 * 8 / 9 * 6 / 7) ** (1 / 4)

    assert score(REFERENCE + " | so / it was.", REFERENCE + " | so it was.") == pytest.approx(expected)


def test_an_ngram_counts_no_more_often_than_in_the_reference() -> None:
    # With breaks 4/6, 3/5, 2/4, 1/3, for a and a a count twice and once. Without 3/5, 2/4, 1/3, 0/2; a = 1/5, so
    # p1+ = (3/5 + 1/5) 5/6 = 2/3, p2+ = (4/5 * 1/2 + 2/5 * 3/5) 5/6 = 8/15, p3+ = (3/5 * 1/3 + 3/5 * 1/2) 5/6 = 5/12,
    # p4+ = (0 + 4/5 * 1/3) 5/6 = 2/9.
    expected = 100 * ((4 / 6 * 3 / 5 * 2 / 4 * 1 / 3) / (2 / 3 * 8 / 15 * 5 / 12 * 2 / 9)) ** (1 / 4)

    found = sigma([["a", "a", "b", "<eob>"]], [["a", "a", "a", "a", "b", "<eob>"]])

    assert found == pytest.approx(expected)


def test_a_text_too_short_for_4_grams_has_a_sigma() -> None:
    # No 2-grams without breaks, so 1-grams alone.
    assert score("Yes.", "Yes.") == pytest.approx(100)
    assert sigma([["yes", "<eob>"]], [["yes"]]) == pytest.approx(100)


def test_nothing_in_common_and_nothing_at_all() -> None:
    assert sigma([["a", "<eob>"]], [["b"]]) == 0
    assert sigma([["a", "<eob>"]], [[]]) == 0
    assert sigma([], []) == 100
    with pytest.raises(ValueError, match="1 segments of reference, 0 of hypothesis"):
        sigma([["a"]], [])


@given(st.lists(st.lists(st.lists(st.sampled_from(["a", "b.", "c"]), min_size=1), min_size=1), min_size=1))
def test_every_text_agrees_with_itself(text: Cues) -> None:
    assert sigma(*sentences(text, text)) == pytest.approx(100)
    assert break_scores(text, text).any.f1_percent == 100


# --- the other figures ---


def test_exact_line_breaks_ask_about_two_line_cues_only() -> None:
    text = cues("a b / c d | e f | g / h i j")

    assert exact_line_breaks(text, lambda words: [words[:2], words[2:]]) == 50
    assert exact_line_breaks(cues("a | b"), lambda words: [words]) is None


def test_function_word_ends_are_bare_function_words_not_at_the_end_of_the_text() -> None:
    lexicon = load_lexicon("en")

    assert function_word_ends(
        cues("into the / house | and “The | of, / that is | the"), lexicon
    ) == pytest.approx(100 * 3 / 5)
    assert function_word_ends(cues("the"), lexicon) == 0


def test_conformity_counts_lines_and_cues() -> None:
    found = conformity(cues("aa bb / c / d | eee"), width=4, lines=2)

    assert (found.lines_percent, found.cues_percent) == (75, 50)
    assert conformity([], width=4, lines=2).lines_percent == 100


def test_bootstrap_is_reproducible_and_holds_the_figure() -> None:
    values = [70.0, 75.0, 80.0, 85.0, 90.0]

    low, high = bootstrap(values, mean, seed=1)

    assert 70 <= low < mean(values) < high <= 90
    assert bootstrap(values, mean, seed=1) == (low, high)
    assert bootstrap([5.0], mean, rounds=10) == (5, 5)
