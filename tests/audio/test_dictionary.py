from __future__ import annotations

import math

from captious.audio.dictionary import arpa_lines, dictionary_lines

KNOWN = ["the DH AH", "the(2) DH IY", "tensor T EH N S ER", "flow F L OW", "ai AY"]


def test_every_word_has_all_its_pronunciations() -> None:
    assert dictionary_lines({"the"}, KNOWN) == ["the DH AH", "the(2) DH IY"]


def test_a_compound_is_made_of_two() -> None:
    assert dictionary_lines({"tensorflow"}, KNOWN) == ["tensorflow T EH N S ER F L OW"]


def test_what_is_unknown_goes_by_rule_and_capitals_are_spelt() -> None:
    assert dictionary_lines({"raschka", "AI"}, KNOWN) == ["AI EY AY", "raschka R AE SH K AE"]


def probabilities(lines: list[str], order: int) -> dict[tuple[str, ...], tuple[float, float]]:
    start = lines.index(f"\\{order}-grams:") + 1
    found = {}
    for line in lines[start:]:
        parts = line.split()
        if len(parts) < order + 1 or line.startswith("\\"):
            break
        weight = float(parts[order + 1]) if len(parts) > order + 1 else 0.0
        found[tuple(parts[1 : order + 1])] = (10 ** float(parts[0]), 10**weight)
    return found


def test_what_follows_a_word_adds_up_to_one() -> None:
    words = ["a", "b", "a", "c", "a", "b", "d", "a", "b", "a", "c", "b", "a", "d"]
    lines = arpa_lines(words)
    one, two = probabilities(lines, 1), probabilities(lines, 2)
    vocabulary = {word for (word,) in one} - {"<s>", "</s>"}
    total = sum(
        two[("a", word)][0] if ("a", word) in two else one[("a",)][1] * one[(word,)][0] for word in vocabulary
    )
    assert math.isclose(total, 1, abs_tol=0.12)  # the ends of the text take the rest
    assert two[("a", "b")][0] > two[("a", "d")][0]


def test_counts_in_the_head_are_those_of_the_body() -> None:
    lines = arpa_lines(["one", "two", "three", "one", "two", "four"])
    for order in (1, 2, 3):
        head = next(line for line in lines if line.startswith(f"ngram {order}="))
        assert int(head.partition("=")[2]) == len(probabilities(lines, order))
