"""TextTiling as nltk has it, faster and without numpy: the same numbers come out."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from captious.episode.texttiling import compare_blocks, depths, smooth, stemmer

TOPICS = (
    ["sea", "boat", "sail", "wind", "wave", "harbour", "rope", "captain"],
    ["bread", "flour", "oven", "yeast", "dough", "baker", "crust", "salt"],
    ["court", "check", "law", "trial", "jury", "lawyer", "verdict", "appeal"],
)


def text_on(topics: list[int], words: int, seed: int = 1) -> list[str]:
    choice = random.Random(seed)  # noqa: S311
    return [
        choice.choice(TOPICS[topic]) if choice.random() < 0.5 else choice.choice(["the", "and", "of"])
        for topic in topics
        for _ in range(words)
    ]


def test_the_same_scores_as_nltks_own() -> None:
    numpy = pytest.importorskip("numpy")
    from nltk.tokenize.texttiling import TextTilingTokenizer
    from nltk.tokenize.texttiling import smooth as nltk_smooth

    words = text_on([0, 1], 300)
    text = "\n\n".join(" ".join(words[at : at + 60]) for at in range(0, len(words), 60))
    theirs = TextTilingTokenizer(w=20, k=6, stopwords=["the", "and", "of"], demo_mode=True)
    gaps, smoothed, _, _ = theirs.tokenize(text)
    counts = [
        Counter(word for word in words[at : at + 20] if word not in ("the", "and", "of"))
        for at in range(0, len(words), 20)
    ]
    assert compare_blocks(counts, 6) == pytest.approx(gaps)
    assert smooth(gaps, 3) == pytest.approx(smoothed)
    values = [number * number % 17 / 17 for number in range(40)]
    for window in (3, 5, 9):
        assert smooth(values, window) == pytest.approx(list(nltk_smooth(numpy.array(values), window)))


def test_the_deepest_dip_is_where_the_topic_changes() -> None:
    found = depths(text_on([0, 1, 2], 400), frozenset({"the", "and", "of"}))
    # a dip is the twenty words around its gap
    deepest = sorted(range(len(found)), key=lambda number: -found[number])[:40]
    assert {round(number / 400) for number in deepest} == {1, 2}
    assert all(min(abs(number - 400), abs(number - 800)) <= 20 for number in deepest)


def test_too_little_text_has_no_dips() -> None:
    assert depths(["word"] * 79, frozenset()) == [0.0] * 79
    assert depths([], frozenset()) == []


def test_other_scripts_work_as_latin_does() -> None:
    latin = text_on([0, 1], 300)
    greek = [
        word.translate(str.maketrans("abcdefghijklmnopqrstuvwxyz", "αβψδεφγηιξκλμνοπξρστθωςχυζ"))
        for word in latin
    ]
    stops = frozenset({"the", "and", "of"})
    assert depths(greek, frozenset(greek[latin.index(word)] for word in stops)) == depths(latin, stops)


def test_stems() -> None:
    stem = stemmer("en-GB")
    assert stem("networks") == stem("network")
    assert stemmer("ja")("言葉") == "言葉"
