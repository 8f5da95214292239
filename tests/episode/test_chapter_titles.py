"""Titles of chapters: what opens them, shortened."""

from __future__ import annotations

import pytest
from tests.episode.conftest import talk

from captious.episode.chapter_titles import Titles
from captious.episode.shortening import MOST_CHARS
from captious.episode.topics import read_turns
from captious.lexicon import load_lexicon

LONG = "Then there was a very long answer about what people did with it back in those days. " * 4


def title_of(*turns: tuple[str | None, str], language: str = "en") -> str:
    lexicon = load_lexicon(language)
    held = read_turns(talk(("Guest", "Yes."), *turns), lexicon)
    return Titles(held, lexicon=lexicon, language=language).of([0, 1])[1]


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        (
            "Great. So, why did you go into research, rather than industry?",
            "Why did you go into research, rather than industry?",
        ),
        (
            "I love that. Um, what made you decide to write a new engine?",
            "What made you decide to write a new engine?",
        ),
        (
            "Okay, so let's talk about the downsides of travel because it is expensive.",
            "The downsides of travel",
        ),
        ("Cool. Let's talk about speaker fees a little bit.", "Speaker fees"),
        ("So let's talk about how you prepare a talk. I have done a few.", "How you prepare a talk"),
        ("Could you tell us a little bit more about the template language?", "The template language"),
        (
            "And, you know, are there any features of it that people often misunderstand?",
            "Are there any features of it that people often misunderstand?",
        ),
        ("Before we go, what about funding for open source?", "Funding for open source"),
        (
            "So finally, to wrap up, how can listeners follow your work?",
            "How can listeners follow your work?",
        ),
    ],
)
def test_the_question_or_the_announcement(opening: str, title: str) -> None:
    assert title_of(("Host", opening), ("Guest", LONG)) == title


@pytest.mark.parametrize(
    ("language", "opening", "title"),
    [
        (
            "de",
            "Ja, genau. Und wie bist du dann zur Imkerei gekommen?",
            "Wie bist du dann zur Imkerei gekommen?",
        ),
        ("es", "Muy bien. Entonces, ¿cómo nació la idea del huerto?", "¿Cómo nació la idea del huerto?"),
        ("fr", "D'accord. Alors, comment est née cette ruche ?", "Comment est née cette ruche?"),
        ("it", "Bene. Allora, come nasce il pane di montagna?", "Come nasce il pane di montagna?"),
    ],
)
def test_other_languages(language: str, opening: str, title: str) -> None:
    assert (
        title_of(("Host", opening), ("Guest", "Aa bb cc dd. " * 20), language=language).replace("\u00a0", "")
        == title
    )


def test_a_question_that_only_points_is_passed_over() -> None:
    assert title_of(
        ("Host", "Why is that so? I mean, how do bees find the hive at night?"), ("Guest", LONG)
    ) == ("How do bees find the hive at night?")


def test_a_question_tag_asks_nothing() -> None:
    title = title_of(("Host", "You kept bees on the roof of the school, right?"), ("Guest", LONG))
    assert title == "You kept bees on the roof of the school"


def test_a_long_question_is_shortened_at_a_clause() -> None:
    title = title_of(
        (
            "Host",
            "What do you think about the people who keep their bees in the city, or on roofs, or in gardens?",
        ),
        ("Guest", LONG),
    )
    assert title == "What do you think about the people who keep their bees?"
    long = "Is it so that everybody who ever tried to keep a hive of bees in a garden of a house of stone lost it?"
    assert len(title_of(("Host", long), ("Guest", LONG))) <= MOST_CHARS


def test_a_chapter_without_a_question_is_called_by_its_first_full_sentence() -> None:
    text = "Yeah. The hive is made of an old drawer. And then it goes on and on about what we did there every day."
    assert title_of(("Guest", text)) == "The hive is made of an old drawer"


def test_a_text_about_nothing_is_called_by_its_first_words() -> None:
    assert title_of(("A", "Yeah, you know, so it is. " * 6)) == "Yeah, you know, so it"
    assert title_of((None, "[laughs]")) == "[laughs]"


def test_two_chapters_that_open_alike_have_two_titles() -> None:
    lexicon = load_lexicon("en")
    ask = "What is a hive? And where do the bees sleep?"
    turns = read_turns(talk(("A", "Hi."), ("A", ask), ("B", LONG), ("A", ask), ("B", LONG)), lexicon)
    first = len(["Hi."]) + len(ask.split()) + len(LONG.split())
    titles = Titles(turns, lexicon=lexicon, language="en").of([0, 1, first])
    assert len(set(titles)) == 3
