"""The word lists and their reader."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from captious.lexicon import known_languages, load_lexicon
from captious.lexicon.model import CLOSED_CLASSES, WORD_LISTS


def test_the_primary_subtag_decides() -> None:
    assert load_lexicon("en-GB") is load_lexicon("en")
    assert load_lexicon("EN_us") is load_lexicon("en")


def test_an_unknown_language_has_empty_lists() -> None:
    lexicon = load_lexicon("tlh")
    assert not lexicon.known
    assert lexicon.language == "tlh"
    assert not any(getattr(lexicon, name) for name in WORD_LISTS)
    assert not lexicon.function_words


def test_a_tag_is_no_path() -> None:
    assert not load_lexicon("../en").known
    assert not load_lexicon("").known


@pytest.mark.parametrize("language", sorted(known_languages()))
def test_every_list_is_filled_and_in_the_agreed_form(language: str) -> None:
    lexicon = load_lexicon(language)
    for name in WORD_LISTS:
        words = getattr(lexicon, name)
        assert words or name == "particles", name  # not every language tells them from prepositions
        for word in words:
            assert word == word.lower(), (name, word)
            assert "’" not in word
            assert not word.endswith((".", ",")), (name, word)


@pytest.mark.parametrize("language", sorted(known_languages()))
def test_function_words_are_the_closed_classes(language: str) -> None:
    lexicon = load_lexicon(language)
    assert lexicon.function_words == frozenset().union(*(getattr(lexicon, name) for name in CLOSED_CLASSES))


def test_english_knows_what_the_seed_needs() -> None:
    english = load_lexicon("en")
    assert {"the", "my", "of", "and", "because", "don't", "i", "not"} <= english.function_words
    assert {"dr", "u.s", "e.g"} <= english.abbreviations
    assert "no" not in english.abbreviations
    assert {"dr", "prof"} <= english.titles
    assert {"percent", "million", "km"} <= english.units
    assert not {"hm", "mhm", "like"} & english.fillers


def test_a_lexicon_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        load_lexicon("en").known = False  # type: ignore[misc]
