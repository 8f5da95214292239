"""A transcript to an episode: every word, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from captious.captioning import all_words, time_words
from captious.episode.assemble import assemble
from captious.episode.chapters import FEWEST
from captious.episode.model import Chapter, sections
from captious.style import load_style
from captious.transcripts.model import Transcript, Turn, Word
from captious.transcripts.parse import read_transcript

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.episode.model import Episode

SPEED = load_style("base").profile(format="vtt").speed


def said(episode: Episode) -> list[str]:
    return [word.text for one in episode.speeches for each in one.paragraphs for word in each.words]


def test_the_seed(seed_text: str) -> None:
    transcript = read_transcript(seed_text)
    times = time_words(transcript, duration_ms=4_101_000, speed=SPEED)
    made = assemble(transcript, times, duration_ms=4_101_000)
    assert said(made) == [f"[{word.text}]" if word.sound else word.text for word in all_words(transcript)]
    assert made.word_count == 12_456
    assert made.draft
    assert made.title.startswith("Statistics, Open Source & ML Research")
    assert FEWEST <= len(made.chapters) <= 20
    shown = [
        word.text
        for part in sections(made)
        for one in part.speeches
        for each in one.paragraphs
        for word in each.words
    ]
    assert shown == said(made)
    lengths = [len(each.words) for one in made.speeches for each in one.paragraphs]
    assert max(lengths) <= 150


def test_given_chapters_begin_with_a_sentence_near_their_time(episode_of: Callable[..., Episode]) -> None:
    text = "Ann: " + "This is a sentence of eight words, yes. " * 40
    chapters = [Chapter(0, "A"), Chapter(31_000, "B"), Chapter(60_500, "C")]
    made = episode_of(text, duration_ms=120_000, chapters=chapters)
    assert made.chapters == tuple(chapters)
    parts = sections(made)
    assert [part.chapter for part in parts] == chapters
    for part in parts[1:]:
        first = part.speeches[0].paragraphs[0]
        assert first.words[0].text == "This"
        assert part.chapter is not None
        assert abs(first.start_ms - part.chapter.start_ms) < 2000


def test_a_title_that_is_given_wins(episode_of: Callable[..., Episode]) -> None:
    assert episode_of("Ann: Hello there.", title="Mine").title == "Mine"
    assert episode_of("Ann: Hello there.").remarks == ("no chapters: too short for 3 of at least 3 minutes",)


words = st.builds(
    Word,
    text=st.sampled_from(["hello", "Yes.", "No?", "“Ha!”", "Dr.", "x@y", "a.b", "—"]),
    line=st.just(1),
    sound=st.booleans(),
)
turns = st.builds(
    Turn,
    speaker=st.sampled_from([None, "Ann", "Bob"]),
    words=st.lists(words, min_size=1, max_size=60).map(tuple),
    line=st.just(1),
)


@settings(max_examples=60)
@given(st.lists(turns, min_size=1, max_size=8), st.lists(st.integers(0, 300_000), max_size=4, unique=True))
def test_no_word_is_lost_whatever_the_turns_and_chapters(made: list[Turn], starts: list[int]) -> None:
    transcript = Transcript(tuple(made), "en")
    times = time_words(transcript, speed=SPEED)
    chapters = [Chapter(start, str(start)) for start in sorted(starts)] or None
    episode = assemble(transcript, times, chapters=chapters)
    expected = [f"[{word.text}]" if word.sound else word.text for turn in made for word in turn.words]
    assert said(episode) == expected
    parts = sections(episode)
    assert [
        word.text for part in parts for one in part.speeches for each in one.paragraphs for word in each.words
    ] == expected
    assert len([part for part in parts if part.chapter]) == len(episode.chapters)
