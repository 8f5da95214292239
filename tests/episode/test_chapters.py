from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.episode.conftest import WORD_MS, speech, talk
from tests.episode.test_texttiling import TOPICS

from captious.episode.chapters import FEWEST, LEAST_MS, asks, find_chapters
from captious.lexicon import load_lexicon

if TYPE_CHECKING:
    from captious.episode.model import Speech

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
        turns += [("Host", f"Shall we talk about the {TOPICS[topic][0]} now, if you like?")]
        turns += [
            ("Guest", about(topic, sentences // 3)),
            ("Host", "Mhm."),
            ("Guest", about(topic, sentences)),
        ]
    return talk(*turns)


def length_ms(speeches: tuple[Speech, ...]) -> int:
    last = speeches[-1].paragraphs[-1].words[-1]
    return last.start_ms + WORD_MS


def test_chapters_begin_where_the_subject_changes() -> None:
    speeches = show(0, 1, 2)
    found = find_chapters(speeches, lexicon=EN, language="en", duration_ms=length_ms(speeches))
    starts = [paragraph.start_ms for each in speeches for paragraph in each.paragraphs]
    assert [chapter.start_ms for chapter, _ in found] == [0, starts[4], starts[8]]
    for (chapter, _), topic in zip(found, (0, 1, 2), strict=True):
        assert any(word in chapter.title.lower() for word in TOPICS[topic])
    assert all(chapter.title[0].isupper() for chapter, _ in found)


def test_too_short_a_talk_has_none() -> None:
    speeches = talk(("A", "Hello there, my friend."), ("B", "Hello, hello. How are you today?"))
    assert find_chapters(speeches, lexicon=EN, language="en", duration_ms=4000) == []


def test_a_text_about_nothing_is_called_by_its_first_words() -> None:
    speeches = talk(*[("A", "Yeah, you know, I think so. " * 6), ("B", "Right, right. " * 15)] * 3)
    found = find_chapters(speeches, lexicon=EN, language="en", duration_ms=length_ms(speeches))
    assert all(
        chapter.title in ("Yeah, you know, I think", "Right, right. Right, right. Right")
        for chapter, _ in found
    )


def test_questions() -> None:
    assert asks(speech("A", "So what is it? Tell me.").paragraphs[0])
    assert not asks(speech("A", "Why? " + "because " * 40).paragraphs[0])


@settings(max_examples=30)
@given(
    st.lists(st.tuples(st.sampled_from("AB"), st.integers(0, 2), st.integers(1, 12)), min_size=1, max_size=12)
)
def test_as_youtube_wants_them(turns: list[tuple[str, int, int]]) -> None:
    speeches = talk(*[(who, about(topic, count)) for who, topic, count in turns])
    end_ms = length_ms(speeches)
    found = [chapter for chapter, _ in find_chapters(speeches, lexicon=EN, language="en", duration_ms=end_ms)]
    if found:
        assert len(found) >= FEWEST
        assert found[0].start_ms == 0
        limits = [*(chapter.start_ms for chapter in found), end_ms]
        assert all(end - start >= LEAST_MS for start, end in pairwise(limits))
        assert all(chapter.title and "\n" not in chapter.title for chapter in found)
    elif end_ms > 60_000 and len(speeches) > 8:
        starts = [one.paragraphs[0].start_ms for one in speeches]
        apart = [start for start in starts if LEAST_MS <= start <= end_ms - LEAST_MS]
        assert not apart or max(apart) - min(apart) < LEAST_MS
