"""What opens a subject, by language, and where it may begin."""

from __future__ import annotations

import pytest
from tests.episode.conftest import TOPICS, talk

from captious.episode.topic_words import topic_words
from captious.episode.topics import find_places, read_turns
from captious.lexicon import known_languages, load_lexicon


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        ("en", "I was wondering how bread is made"),
        ("en-GB", "Moving on, then"),
        ("de", "Mich würde interessieren, wie Brot entsteht"),
        ("fr", "Passons au pain"),
        ("es", "Hablemos de otra cosa"),
        ("it", "Passiamo al pane"),
        ("nl", "Laten we het over brood hebben"),
        ("pl", "Porozmawiajmy o chlebie"),
        ("pt", "Vamos falar sobre pão"),
        ("sv", "Låt oss prata om bröd"),
    ],
)
def test_an_announcement_is_known_in_every_language(language: str, opening: str) -> None:
    assert topic_words(language).opens.search(opening)


def test_every_language_with_word_lists_has_these() -> None:
    for language in known_languages():
        words = topic_words(language)
        assert words.questions, language
        assert words.points, language


def test_a_language_without_lists_opens_nothing() -> None:
    words = topic_words("tlh")
    assert not words.questions
    assert not words.opens.search("let's talk about")
    assert words.empty.sub("", "you know") == "you know"


def test_an_announcement_a_turn_and_a_change_of_words_raise_a_place() -> None:
    lexicon = load_lexicon("en")
    sea, bread = (f"The {words[0]} and the {words[1]} of the {words[2]}. " * 80 for words in TOPICS[:2])
    turns = read_turns(
        talk(("Guest", sea), ("Host", "Let's talk about bread, shall we? How is it?"), ("Guest", bread)),
        lexicon,
    )
    places = find_places(turns, lexicon=lexicon, language="en")
    best = max(places, key=lambda place: place.score)
    assert best.word == len(sea.split())
    assert [place.word for place in places] == sorted(place.word for place in places)
    assert places[0].word > 0
