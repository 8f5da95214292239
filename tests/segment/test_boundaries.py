from __future__ import annotations

from captious.segment.boundaries import Boundaries, load_boundaries


def test_what_each_word_adds_is_summed() -> None:
    model = Boundaries(
        bias=(-1, -2),
        weights=[
            {"a": (0.5, 0)},
            {"b": (1, 1), "a": (8, 8)},
            {"c": (2, 0)},
            {"</s>": (0.25, 0)},
            {"b c": (4, 4)},
        ],
    )
    assert model.odds(["a", "b", "c"]) == [(7, 6), (6.75, 3)]
    assert model.odds(["a"]) == []
    assert model.odds([]) == []


def test_a_clause_end_is_likelier_than_the_middle_of_a_phrase() -> None:
    model = load_boundaries("en")
    assert model is not None
    words = [
        "we",
        "had",
        "no",
        "software",
        "at",
        "all",
        "so",
        "we",
        "had",
        "a",
        "typewriter",
        "and",
        "a",
        "stopwatch",
    ]
    odds = [mark for mark, _ in model.odds(words)]
    assert max(range(len(odds)), key=odds.__getitem__) == words.index("all")
    assert odds[words.index("a")] < -3


def test_other_languages_have_none() -> None:
    assert load_boundaries("de") is None
