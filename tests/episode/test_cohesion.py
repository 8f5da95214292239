"""The words before and after a place: the cosine, by a reference that is slow and plain."""

from __future__ import annotations

import math
import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.episode.conftest import TOPICS

from captious.episode.cohesion import similarities, stemmer


def text_on(topics: list[int], words: int, seed: int = 1) -> list[str]:
    choice = random.Random(seed)  # noqa: S311
    return [
        choice.choice(TOPICS[topic]) if choice.random() < 0.5 else choice.choice(["the", "and", "of"])
        for topic in topics
        for _ in range(words)
    ]


STOPS = frozenset({"the", "and", "of"})


def test_the_least_in_common_is_where_the_topic_changes() -> None:
    words = text_on([0, 1, 2], 400)
    found = similarities(words, STOPS, range(100, 1100), size=200)
    least = sorted(range(1000), key=lambda number: found[number])[:10]
    assert {round((number + 100) / 400) for number in least} == {1, 2}
    assert all(min(abs(number + 100 - 400), abs(number + 100 - 800)) <= 5 for number in least)


@given(
    st.lists(st.sampled_from(["a", "b", "c", "d", "the"]), max_size=60),
    st.sets(st.integers(0, 60), max_size=12),
    st.integers(1, 30),
)
def test_the_same_as_counted_anew_at_every_place(words: list[str], places: set[int], size: int) -> None:
    at = sorted(place for place in places if place <= len(words))
    weights = {word: math.log(1) + 0.1 for word in words}  # one stretch holds the whole text
    expected = []
    for place in at:
        before, after = (
            Counter(word for word in part if word not in STOPS)
            for part in (words[max(place - size, 0) : place], words[place : place + size])
        )
        dot = sum(weights[word] ** 2 * n * after[word] for word, n in before.items())
        squares = [sum((weights[word] * n) ** 2 for word, n in side.items()) for side in (before, after)]
        expected.append(dot / math.sqrt(squares[0] * squares[1]) if all(squares) else 0.0)
    assert similarities(words, STOPS, at, size=size) == pytest.approx(expected)


def test_a_word_that_is_everywhere_weighs_little() -> None:
    words = (["show"] * 5 + ["sea"] * 5) * 40 + (["show"] * 5 + ["oven"] * 5) * 40
    (common,) = similarities(words, frozenset(), [400], size=300)
    assert common < 0.1


def test_stems_by_language() -> None:
    assert stemmer("en-GB")("running") == "run"
    assert stemmer("de")("häuser") == stemmer("de")("haus")
    assert stemmer("ja")("走る") == "走る"
