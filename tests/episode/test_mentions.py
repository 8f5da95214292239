from __future__ import annotations

import pytest
from tests.episode.conftest import speech

from captious.episode.mentions import KINDS, find_mentions
from captious.lexicon import load_lexicon

EN = load_lexicon("en")


def mentions(*texts: str, language: str = "en", leave_out: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    speeches = (speech("Ann", *texts),)
    return [
        (each.kind, each.text)
        for each in find_mentions(speeches, lexicon=load_lexicon(language), leave_out=leave_out)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Go to https://example.org/a?b=1, please.", [("link", "https://example.org/a?b=1")]),
        ("It is on www.example.com now.", [("link", "www.example.com")]),
        ("That is captions.org, or fast.ai for short.", [("link", "captions.org"), ("link", "fast.ai")]),
        ("Write to captions dot org today.", [("link", "captions dot org")]),
        ("I am @ann_lee there.", [("handle", "@ann_lee")]),
        ("My handle is, um, RASPT. Yes.", [("handle", "RASPT")]),
        ("See arXiv:1706.03762 for more.", [("paper", "arXiv:1706.03762")]),
        ("The book “Deep Learning with Python” is good.", [("book", "Deep Learning with Python")]),
        ("I read a paper called “Attention Is All You Need” twice.", [("paper", "Attention Is All You Need")]),
        ("We watched “The Long Goodbye” together.", [("title", "The Long Goodbye")]),
        ("You wrote the book Python for machine learning and more.", [("book", "Python for machine learning")]),
        ("He is the author of Python for machine learning book.", [("book", "Python for machine learning")]),
        ("We use scikit-learn, GPT-2 and PyTorch’s tools.",
         [("project", "scikit-learn"), ("project", "GPT-2"), ("project", "PyTorch")]),
        ("So Andrew Ng said it, and Dr. Grace Hopper too.", [("name", "Andrew Ng"), ("name", "Dr. Grace Hopper")]),
        ("It was at the University of Wisconsin.", [("name", "University of Wisconsin")]),
        ("I’ll have those linked in the description. Thanks!",
         [("promise", "I’ll have those linked in the description.")]),
    ],
)  # fmt: skip
def test_what_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert mentions(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "We talked about e.g. apples, i.e. fruit, and 3.14 of them.",
        "The end.So we went on.",
        "“I was so happy” she said.",
        "The book is good. The paper is, too.",
        "I have a PhD in it. The Dot is small.",
        "And So We Go On.",
        "You can handle that.",
        "[Upbeat Music] and [Applause].",
        "She said “Okay We Need It” and left.",
        "And he goes, “Thank You So Much”, which was nice.",
        "It was like “Okay we need SEO” all day.",
        "“I Do Not Know”, he said.",
    ],
)
def test_what_is_not(text: str) -> None:
    assert mentions(text) == []


def test_a_word_with_a_capital_wherever_it_stands_is_a_name_when_said_often() -> None:
    text = "We like Kaggle. On Kaggle there are games. Kaggle is fun, and the Game is on. Every game."
    assert mentions(text) == [("name", "Kaggle")]
    assert mentions("We like Kaggle. Kaggle is fun.") == []
    assert mentions("Das Haus und das Haus und das Haus.", language="de") == []


def test_german_nouns_are_no_names_and_no_titles() -> None:
    text = "Das Podcast Mikrofon und die Audio Aufnahme. Das Buch Haus Garten. Er sagte „Guten Morgen Leute“."
    assert mentions(text, language="de") == []
    named = "Das war Herr Bernd Muster. Wir lesen das Buch „Der alte Bienenstock“."
    assert mentions(named, language="de") == [("book", "Der alte Bienenstock"), ("name", "Herr Bernd Muster")]


def test_each_thing_once_with_all_its_times() -> None:
    speeches = (speech("Ann", "See “Big Fish” and PyTorch.", "PyTorch again, and “Big Fish” too."),)
    found = find_mentions(speeches, lexicon=EN)
    assert [(each.text, each.times_ms) for each in found] == [
        ("Big Fish", (400, 3200)),
        ("PyTorch", (1600, 2000)),
    ]


def test_speakers_are_not_listed() -> None:
    assert mentions("Thank you, Ann Lee, and Bob Ray.", leave_out=("Ann Lee",)) == [("name", "Bob Ray")]


def test_sounds_are_not_read_and_kinds_have_an_order() -> None:
    text = "[Music] Carl Sagan wrote “Pale Blue Dot”, a book; see example.org."
    assert mentions(text) == [("link", "example.org"), ("book", "Pale Blue Dot"), ("name", "Carl Sagan")]
    assert list(KINDS).index("link") < list(KINDS).index("book") < list(KINDS).index("name")


def test_everything_listed_is_in_the_text(seed_text: str, episode_of) -> None:  # type: ignore[no-untyped-def]
    made = episode_of(seed_text)
    said = " ".join(paragraph.text for one in made.speeches for paragraph in one.paragraphs)
    assert len(made.mentions) > 20
    for mention in made.mentions:
        assert mention.text in said
        assert mention.times_ms == tuple(sorted(mention.times_ms))
    books = [mention.text for mention in made.mentions if mention.kind == "book"]
    assert books == ["Python for machine learning"]
