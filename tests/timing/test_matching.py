from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from captious.timing.matching import match

WORDS = (
    "the", "of", "and", "to", "a", "in", "that", "it", "is", "was", "for", "on", "are", "as", "with", "his", "they",
    "at", "be", "this", "from", "i", "have", "or", "by", "one", "had", "not", "but",
)  # fmt: skip

MESSAGE = "please stand by your conference begins shortly stay on hold until the speakers join"


def told(left: str, right: str) -> list[tuple[int, int, bool]]:
    return [tuple(pair) for pair in match(left.split(), right.split())]  # type: ignore[misc]


def test_the_same_words_match_one_by_one() -> None:
    assert told("a b c", "a b c") == [(0, 0, True), (1, 1, True), (2, 2, True)]
    assert told("", "a b") == told("a", "") == []


def test_a_misheard_word_matches_the_one_that_was_said() -> None:
    assert told("we went home early", "we want home early") == [
        (0, 0, True),
        (1, 1, False),
        (2, 2, True),
        (3, 3, True),
    ]


def test_words_on_one_side_only_are_left_out() -> None:
    assert told("so we went home", "we went home") == [(1, 0, True), (2, 1, True), (3, 2, True)]
    assert told("we went home", "we just then went home") == [(0, 0, True), (1, 3, True), (2, 4, True)]


def test_a_passage_that_repeats_is_found_where_it_belongs() -> None:
    """A sponsor read four times, and three times in the text."""
    chance = random.Random(7)  # noqa: S311 - the same every time
    spot = [chance.choice(WORDS) for _ in range(60)]
    parts = [[f"w{number}x{place}" for place in range(80)] for number in range(5)]
    heard: list[str] = []
    written: list[str] = []
    for number, part in enumerate(parts):
        heard += part
        written += part
        if number < 4:
            heard += spot
            if number != 2:
                written += spot
    pairs = match(written, heard)
    assert all(pair.same for pair in pairs)
    assert len(pairs) == len(written)
    # the words after the third reading, which the text has not, are where they belong
    assert next(pair.right for pair in pairs if written[pair.left] == "w3x0") == heard.index("w3x0")


def test_a_long_text_with_errors_is_matched_nearly_whole() -> None:
    chance = random.Random(3)  # noqa: S311 - the same every time
    said = [f"{chance.choice(WORDS)}{chance.randint(0, 60)}" for _ in range(20_000)]
    heard, places = [], []
    for number, word in enumerate(said):
        if chance.random() < 0.1:
            continue
        heard.append(word if chance.random() > 0.15 else "uh")
        places.append(number)
    pairs = match(said, heard)
    right = sum(places[pair.right] == pair.left for pair in pairs if pair.same)
    assert right > 0.98 * sum(word != "uh" for word in heard)


@given(st.lists(st.sampled_from("abcd"), max_size=40), st.lists(st.sampled_from("abcd"), max_size=40))
def test_pairs_rise_in_both_and_say_the_truth(left: list[str], right: list[str]) -> None:
    pairs = match(left, right)
    for one, other in pairwise(pairs):
        assert one.left < other.left
        assert one.right < other.right
    assert all(pair.same == (left[pair.left] == right[pair.right]) for pair in pairs)


@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_what_is_the_same_matches_itself(words: list[str]) -> None:
    assert [(pair.left, pair.right) for pair in match(words, words)] == [(n, n) for n in range(len(words))]


def test_a_large_rest_without_a_word_of_its_own_is_matched() -> None:
    """Nothing in it occurs once, and it is far too long to be matched by chance."""
    chance = random.Random(11)  # noqa: S311 - the same every time
    said = [chance.choice(WORDS) for _ in range(1500)]
    heard = [(word if chance.random() > 0.1 else chance.choice(WORDS)) for word in said]
    pairs = match(said, heard)
    assert sum(pair.left == pair.right for pair in pairs) > 1450


def test_a_message_that_repeats_for_minutes_is_matched_reading_by_reading() -> None:
    """Words are lost and misheard, so that some runs of words occur once by chance."""
    chance = random.Random(5)  # noqa: S311 - the same every time
    message = MESSAGE.split()
    said = (
        [f"before{number}" for number in range(50)]
        + message * 40
        + [f"after{number}" for number in range(50)]
    )
    places = [place for place in range(len(said)) if chance.random() > 0.08]
    heard = [said[place] if chance.random() > 0.08 else chance.choice(WORDS) for place in places]
    kept = [place for place in range(len(said)) if chance.random() > 0.05]
    pairs = match([said[place] for place in kept], heard)
    wrong = [pair for pair in pairs if pair.same and kept[pair.left] != places[pair.right]]
    assert len(wrong) < len(message)


def test_a_short_text_is_not_found_word_by_word_in_a_long_one_of_another_recording() -> None:
    chance = random.Random(2)  # noqa: S311 - the same every time
    left, right = (
        [f"{chance.choice(WORDS)}{chance.randint(0, 4)}" for _ in range(count)] for count in (120, 4000)
    )
    assert sum(pair.same for pair in match(left, right)) < 0.3 * len(left)
