"""The network of what belongs together: what it sees of words, its rows, its answers."""

from __future__ import annotations

import numpy as np
import pytest

from captious.segment.belonging.reading import Reader, load_reader
from captious.segment.belonging.word_features import (
    CAPITAL,
    DIGIT,
    MARKS,
    OPENING,
    WordFeatures,
    word_features,
)

SENTENCES = "So we went to the open source summit in Berlin, and it was a lot of fun. "


@pytest.fixture(scope="module")
def reader() -> Reader:
    found = load_reader("en")
    assert found is not None
    return found


def answers_of(
    reader: Reader, texts: list[list[str]], *, hidden: bool = False
) -> list[dict[int, np.ndarray]]:
    """The answers of each text by the number of the gap."""
    found: list[dict[int, np.ndarray]] = [{} for _ in texts]
    for text, first, rows in reader.read(texts, hidden=hidden):
        for place, row in enumerate(rows, first):
            assert place not in found[text]
            found[text][place] = row
    return found


@pytest.mark.parametrize(
    ("word", "bare", "look", "mark"),
    [
        ("the", "the", 0, "none"),
        ("“It’s", "it's", CAPITAL + OPENING, "none"),
        ('"Yes,"', "yes", CAPITAL + OPENING, "comma"),
        ("3.5", "3.5", DIGIT, "none"),
        ("really?!", "really", 0, "end"),
        ("this:", "this", 0, "colon"),
        ("—", "", 0, "dash"),
        ("so--", "so", 0, "dash"),
        ("(aside)", "aside", OPENING, "other"),
    ],
)
def test_the_network_sees_the_bare_word_its_look_and_its_mark(
    word: str, bare: str, look: int, mark: str
) -> None:
    seen = word_features(word)
    assert (seen.bare, seen.look, MARKS[seen.mark]) == (bare, look, mark)


def test_words_with_the_same_last_three_letters_have_the_same_ending() -> None:
    assert word_features("learning").ending == word_features("Morning,").ending
    assert word_features("learning").ending != word_features("learned").ending
    assert word_features("—") == WordFeatures("", 0, 0, MARKS.index("dash"), 0)


@pytest.mark.parametrize("words", [0, 1, 2, 14, 15, 126, 127, 128, 222, 223, 1000])
def test_every_gap_of_a_text_is_answered_once(reader: Reader, words: int) -> None:
    text = (SENTENCES.split() * 60)[:words]
    (found,) = answers_of(reader, [text])
    assert sorted(found) == list(range(max(words - 1, 0)))


def test_a_text_is_read_the_same_beside_others(reader: Reader) -> None:
    text = SENTENCES.split()
    alone = answers_of(reader, [text])[0]
    beside = answers_of(reader, [text[:5], text * 30, text, ["Yes."]])[2]
    for place, row in alone.items():
        assert np.allclose(row, beside[place], atol=1e-3)


def test_it_knows_a_compound_from_a_clause(reader: Reader) -> None:
    words = [
        "we",
        "work",
        "in",
        "the",
        "field",
        "of",
        "machine",
        "learning",
        "because",
        "we",
        "like",
        "open",
        "source",
        "software",
    ]
    found = answers_of(reader, [words], hidden=True)[0]
    mark = reader.network.answers["marks"]
    none = {
        place: row[mark][0] - np.logaddexp.reduce(row[mark]) for place, row in found.items()
    }  # logarithms of the chance of no punctuation
    assert none[words.index("machine")] > -0.01
    assert none[words.index("learning")] == min(none.values())


def test_hiding_punctuation_makes_the_answers_those_of_bare_words(reader: Reader) -> None:
    text = "Well, I said so. And then?"
    bare = "well i said so and then"
    shown, hidden = (answers_of(reader, [one.split()], hidden=True)[0] for one in (text, bare))
    for place, row in shown.items():
        assert np.allclose(row, hidden[place], atol=1e-3)


def test_a_language_without_a_network_has_none() -> None:
    assert load_reader("de") is None
