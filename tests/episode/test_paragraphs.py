from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from captious.episode.model import EpisodeWord
from captious.episode.paragraphs import ENOUGH_WORDS, MOST_WORDS, PAUSED_WORDS, cut_into_paragraphs
from captious.lexicon import load_lexicon

EN = load_lexicon("en")


def said(text: str, step_ms: int = 300) -> list[EpisodeWord]:
    return [EpisodeWord(word, number * step_ms) for number, word in enumerate(text.split())]


def test_a_short_turn_is_one_paragraph() -> None:
    (only,) = cut_into_paragraphs(said("Hello. This is short. It stays whole."), EN)
    assert only.text == "Hello. This is short. It stays whole."


def test_a_long_turn_is_split_at_a_sentence_end() -> None:
    sentence = "One two three four five six seven eight nine ten. "
    made = cut_into_paragraphs(said(sentence * 14), EN)
    assert [len(each.words) for each in made] == [60, 60, 20]
    assert all(each.text.endswith("ten.") for each in made)


def test_a_pause_ends_a_paragraph_earlier_if_times_are_measured() -> None:
    words = said("One two three four five six seven eight nine ten. " * 8)
    late = [
        EpisodeWord(word.text, word.start_ms + (3000 if number >= 40 else 0))
        for number, word in enumerate(words)
    ]
    assert next(len(each.words) for each in cut_into_paragraphs(late, EN, measured=True)) == 40
    assert next(len(each.words) for each in cut_into_paragraphs(late, EN)) == ENOUGH_WORDS
    assert PAUSED_WORDS < 40


def test_text_without_punctuation_is_split_at_the_longest_wait() -> None:
    words = said("word " * 200)
    late = [
        EpisodeWord(word.text, word.start_ms + (900 if number >= 77 else 0))
        for number, word in enumerate(words)
    ]
    first, *rest = cut_into_paragraphs(late, EN)
    assert len(first.words) == 77
    assert all(len(each.words) <= MOST_WORDS + 1 for each in rest)


def test_a_forced_word_begins_a_paragraph() -> None:
    made = cut_into_paragraphs(said("Hello there. This is all."), EN, forced={2})
    assert [each.text for each in made] == ["Hello there.", "This is all."]


@given(
    st.lists(st.sampled_from(["so", "Yes.", "Dr.", "no?", "well,", "“Ha!”", "…"]), min_size=1, max_size=400),
    st.booleans(),
)
def test_every_word_stays_in_order(texts: list[str], measured: bool) -> None:
    words = [EpisodeWord(text, number * 250) for number, text in enumerate(texts)]
    made = cut_into_paragraphs(words, EN, measured=measured)
    assert [word for each in made for word in each.words] == words
    assert all(one.start_ms < other.start_ms for one, other in pairwise(made))
    assert all(each.words for each in made)
