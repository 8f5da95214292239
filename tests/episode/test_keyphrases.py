from __future__ import annotations

from captious.episode.keyphrases import PhraseFinder
from captious.lexicon import load_lexicon

FINDER = PhraseFinder(load_lexicon("en"), "en")


def phrases(*parts: str) -> list[tuple[str, ...]]:
    return FINDER.key_phrases([part.split() for part in parts])


def test_what_a_part_says_more_than_others() -> None:
    found = phrases(
        "We bake sourdough bread. Sourdough bread needs time, and sourdough bread needs salt.",
        "The jury heard the case. A jury decides, and the jury went home.",
    )
    assert found[0][0] == "sourdough bread"
    assert found[1][0] == "jury"


def test_small_talk_and_function_words_are_no_phrases() -> None:
    found = phrases("Yeah, you know, I think it is really good, actually.", "So yeah, right. Okay.")
    assert found == [(), ()]


def test_a_name_keeps_its_capitals_and_a_sentence_lends_none() -> None:
    found = phrases(
        "I use PyTorch. We like PyTorch and PyTorch likes us. Gradients matter. Gradients vanish.",
        "I swim in rivers. Rivers are cold and rivers are deep.",
    )
    assert found[0][0] == "PyTorch"
    assert found[1][0].lower() == "rivers"


def test_phrases_do_not_cross_marks() -> None:
    (found,) = phrases("Bread, butter. Bread, butter. Bread, butter.")
    assert all(" " not in phrase for phrase in found)


def test_every_phrase_stands_in_the_text() -> None:
    parts = [
        "The “open source” world of Linux’s kernels, Linux’s users and open source.",
        "Cats sleep; cats purr.",
    ]
    for found, part in zip(phrases(*parts), parts, strict=True):
        assert all(phrase in part or phrase.capitalize() in part for phrase in found)
