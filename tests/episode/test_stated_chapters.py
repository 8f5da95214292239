"""Chapters that the source states win over those that are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.episode.model import Chapter

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.episode.model import Episode

TALK = "This is a sentence of eight words, yes. " * 40
LIST = "0:00 Hello\n1:00 Boats\n2:10 Mills\n\n"


def test_headings_are_chapters_where_they_stand(episode_of: Callable[..., Episode]) -> None:
    text = f"## One\n\n**Ann:** {TALK}\n\n**Bob:** Yes.\n\n## Two\n\n**Ann:** {TALK}\n\n## Three\n\n**Bob:** {TALK}\n"
    made = episode_of(text, duration_ms=360_000)
    assert [chapter.title for chapter in made.chapters] == ["One", "Two", "Three"]
    assert made.chapters[0].start_ms == 0
    paragraphs = [paragraph for speech in made.speeches for paragraph in speech.paragraphs]
    for chapter, opening in zip(made.chapters[1:], made.openings[1:], strict=True):
        assert paragraphs[opening].start_ms == chapter.start_ms
    assert made.chapters_from == "the headings of the text"


def test_a_list_with_times_is_taken_as_it_stands(episode_of: Callable[..., Episode]) -> None:
    made = episode_of(f"{LIST}Ann: {TALK}\n\nBob: {TALK}\n", duration_ms=200_000)
    assert made.chapters == (Chapter(0, "Hello"), Chapter(60_000, "Boats"), Chapter(130_000, "Mills"))
    assert made.chapters_from == "a list in the source"


def test_front_matter_states_more_than_chapters(episode_of: Callable[..., Episode]) -> None:
    front = (
        "---\ntitle: Boats\ndate: 2026-04-06\nguest: Bo Karlsen\npodcast: The mill\n"
        "description: We talk about boats. 00:00 Hello 01:00 Boats 02:10 Mills\n---\n\n"
    )
    made = episode_of(f"{front}Ann: {TALK}\n\nBob: {TALK}\n", duration_ms=200_000)
    assert (made.title, made.date, made.guests, made.series) == (
        "Boats",
        "2026-04-06",
        ("Bo Karlsen",),
        "The mill",
    )
    assert made.description == "We talk about boats."
    assert [chapter.title for chapter in made.chapters] == ["Hello", "Boats", "Mills"]
    assert made.chapters_from == "the description"
    given = episode_of(f"{front}Ann: {TALK}\n", date="2027-01-01", series="S", chapters=[Chapter(0, "Mine")])
    assert (given.date, given.series, given.chapters_from) == ("2027-01-01", "S", "given")


def test_one_heading_divides_nothing(episode_of: Callable[..., Episode]) -> None:
    made = episode_of(f"**Ann:** {TALK}\n\n## Questions\n\n**Bob:** {TALK}\n")
    assert made.chapters == ()
