"""Chapters that are found: where a subject begins, of a usual length."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.episode.conftest import TOPICS, WORD_MS, talk

from captious.episode.chapters import FEWEST, LONGEST_MS, SHORTEST_MS, choose, find_chapters
from captious.episode.topics import Place
from captious.lexicon import load_lexicon

if TYPE_CHECKING:
    from captious.episode.model import Chapter, Speech

EN = load_lexicon("en")


def about(topic: int, sentences: int) -> str:
    words = TOPICS[topic]
    return " ".join(
        f"The {words[number % 8]} and the {words[(3 * number + 1) % 8]} need a {words[(number + 5) % 8]}."
        for number in range(sentences)
    )


def show(*topics: int, sentences: int = 60) -> tuple[Speech, ...]:
    turns: list[tuple[str | None, str]] = []
    for topic in topics:
        turns += [("Host", f"So, let's talk about the {TOPICS[topic][0]}. How is it?")]
        turns += [
            ("Guest", about(topic, sentences // 3)),
            ("Host", "Mhm."),
            ("Guest", about(topic, sentences)),
        ]
    return talk(*turns)


def length_ms(speeches: tuple[Speech, ...]) -> int:
    last = speeches[-1].paragraphs[-1].words[-1]
    return last.start_ms + WORD_MS


def chapters_of(speeches: tuple[Speech, ...], language: str = "en") -> list[Chapter]:
    lexicon = load_lexicon(language)
    found = find_chapters(speeches, lexicon=lexicon, language=language, duration_ms=length_ms(speeches))
    return [chapter for chapter, _ in found]


def test_chapters_begin_where_the_subject_changes() -> None:
    speeches = show(0, 1, 2, sentences=90)
    found = chapters_of(speeches)
    starts = [paragraph.start_ms for each in speeches for paragraph in each.paragraphs]
    assert [chapter.start_ms for chapter in found] == [0, starts[4], starts[8]]
    assert [chapter.title for chapter in found] == ["Introduction", "The bread", "The court"]


def test_a_chapter_may_begin_in_the_middle_of_a_turn() -> None:
    turns: list[tuple[str | None, str]] = [("Host", about(0, 70))]
    turns += [
        ("Guest", about(0, 20)),
        ("Host", f"{about(0, 4)} Now, let's talk about baking bread. {about(1, 70)}"),
    ]
    turns += [("Guest", about(1, 20)), ("Host", f"Moving on, what about the law? {about(2, 90)}")]
    speeches = talk(*turns)
    found = find_chapters(speeches, lexicon=EN, language="en", duration_ms=length_ms(speeches))
    words = [word.text for each in speeches for paragraph in each.paragraphs for word in paragraph.words]
    assert [words[word] for _, word in found[1:]] == ["Now,", "Moving"]
    assert [chapter.title for chapter, _ in found[1:]] == ["Baking bread", "The law"]


def test_too_short_a_talk_has_none() -> None:
    assert (
        chapters_of(talk(("A", "Hello there, my friend."), ("B", "Hello, hello. How are you today?"))) == []
    )
    eight_minutes = show(0, 1, 2, sentences=40)
    assert 7 * 60_000 < length_ms(eight_minutes) < FEWEST * SHORTEST_MS
    assert chapters_of(eight_minutes) == []


def test_no_stretch_is_left_without_a_chapter_where_nothing_stands_out() -> None:
    speeches = talk(("A", "Yeah, you know, I think so. " * 1500))
    found = chapters_of(speeches)
    limits = [*(chapter.start_ms for chapter in found), length_ms(speeches)]
    assert all(SHORTEST_MS <= end - start <= LONGEST_MS for start, end in pairwise(limits))
    assert all(chapter.title and len(chapter.title) < 80 for chapter in found)


def test_a_text_without_punctuation_has_chapters() -> None:
    speeches = talk((None, "so we went on and on about the boat and the sea " * 600))
    found = chapters_of(speeches)
    assert len(found) >= FEWEST
    assert all("," not in chapter.title for chapter in found)


def test_a_word_of_a_megabyte_takes_no_longer_than_its_letters() -> None:
    speeches = talk(
        ("Host", "What about " + "a" * 1_000_000 + "? "), ("Guest", about(0, 300)), ("Host", about(1, 300))
    )
    assert len(chapters_of(speeches)) >= FEWEST


def test_a_silence_of_half_an_hour_is_no_reason_to_fail() -> None:
    places = [Place(240_000, 5, 1.0), Place(2_400_000, 9, 1.0), Place(2_700_000, 12, 1.0)]
    assert choose(places, 3_000_000) == places


@settings(max_examples=20)
@given(
    st.lists(st.tuples(st.sampled_from("AB"), st.integers(0, 2), st.integers(1, 60)), min_size=1, max_size=12)
)
def test_as_youtube_and_readers_want_them(turns: list[tuple[str, int, int]]) -> None:
    speeches = talk(*[(who, about(topic, count)) for who, topic, count in turns])
    end_ms = length_ms(speeches)
    found = chapters_of(speeches)
    if found:
        assert len(found) >= FEWEST
        assert found[0].start_ms == 0
        limits = [*(chapter.start_ms for chapter in found), end_ms]
        assert all(SHORTEST_MS <= end - start <= LONGEST_MS for start, end in pairwise(limits))
        assert all(chapter.title and "\n" not in chapter.title for chapter in found)
    else:
        assert end_ms < FEWEST * SHORTEST_MS + 60_000  # a sentence may begin a little late
