"""Episodes as Markdown and as text: read by others, and by captious again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from captious.episode.model import Chapter
from captious.episode.notes import write_notes
from captious.episode.prose import write_markdown, write_text
from captious.episode.record import description, write_json
from captious.transcripts.model import is_spoken
from captious.transcripts.parse import read_transcript

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.episode.model import Episode

TEXT = (
    'A "title": with --- marks | A show\n\nAnn Lee: Welcome *back* to [this] 5 < 6 & 7. We have 1. apples.\n\n'
    "Bob: # Thanks! See www.example.org. [laughs]\n\nAnn Lee: Bye now.\n"
)


def test_front_matter_is_yaml(seed_text: str, episode_of: Callable[..., Episode]) -> None:
    made = episode_of(seed_text, duration_ms=4_101_000, date="2026-11-25", series='The "caption" show')
    text = write_markdown(made, media="https://youtu.be/abc")
    head = yaml.safe_load(text.split("---\n")[1])
    assert head["title"] == made.title
    assert head["lang"] == "en"
    assert str(head["date"]) == "2026-11-25"
    assert head["series"] == 'The "caption" show'
    assert head["speakers"] == list(made.speakers)
    assert head["chapters"][0] == {"start": "0:00", "title": made.chapters[0].title}
    assert f"## {made.chapters[1].title}" in text
    assert "[0:00](<https://youtu.be/abc?t=0>) Hey, this is" in text


def test_markup_characters_in_the_text_are_no_markdown(episode_of: Callable[..., Episode]) -> None:
    text = write_markdown(episode_of(TEXT))
    head = yaml.safe_load(text.split("---\n")[1])
    assert head["title"].startswith('A "title": with')
    assert r"5 \< 6 & 7" in text
    assert "\n\n**Ann Lee** (0:00) Welcome" in text
    assert r"\# Thanks!" in text


def test_the_text_is_a_transcript_again(episode_of: Callable[..., Episode], seed_text: str) -> None:
    for source in (TEXT, seed_text):
        first = read_transcript(source)
        again = read_transcript(write_text(episode_of(source)))
        assert [word.text for turn in again.turns for word in turn.words if is_spoken(word)] == [
            word.text for turn in first.turns for word in turn.words if is_spoken(word)
        ]
        assert again.speakers == first.speakers


def test_the_description_can_go_to_youtube(episode_of: Callable[..., Episode], seed_text: str) -> None:
    made = episode_of(seed_text, duration_ms=4_101_000)
    text = description(made)
    assert text.startswith(f"0:00 {made.chapters[0].title}\n")
    assert "<" not in text
    assert len(text) < 5000  # YouTube takes no more


def test_mentions_are_a_draft_and_are_printed_only_when_asked_for(
    episode_of: Callable[..., Episode], seed_text: str
) -> None:
    made = episode_of(seed_text, duration_ms=4_101_000)
    assert made.mentions
    assert "Books" not in description(made) + write_markdown(made)
    assert "\nBooks:\n" in description(made, mentions=True)
    assert "\n### Books\n" in write_markdown(made, mentions=True)
    notes = write_notes(made, media="https://youtu.be/abc")
    assert notes.startswith("# Notes for the author: Statistics")
    assert "\n> **A draft" in notes
    assert "\n## Books\n\n- [ ] Python for machine learning ([" in notes


def test_links_in_the_notes_are_links(episode_of: Callable[..., Episode]) -> None:
    made = episode_of("Ann: See www.example.org/a and captions dot org, or Example.com. I am @ann there.")
    notes = write_notes(made)
    assert "- [ ] [www.example.org/a](<https://www.example.org/a>) (0:00)" in notes
    assert "- [ ] [captions dot org](<https://captions.org>)" in notes
    assert "[Example.com](<https://example.com>)" in notes
    assert "- [ ] @ann (" in notes


def test_youtube_gets_a_chapter_at_the_beginning(episode_of: Callable[..., Episode]) -> None:
    text = "Ann: " + "This is a sentence of eight words, yes. " * 60
    late = [Chapter(42_000, "One"), Chapter(84_000, "Two")]
    made = episode_of(text, duration_ms=180_000, chapters=late)
    assert description(made) == "0:00 Introduction\n0:42 One\n1:24 Two\n"
    assert list(made.chapters) == late
    soon = [Chapter(4_000, "One"), Chapter(84_000, "Two")]
    assert description(episode_of(text, duration_ms=180_000, chapters=soon)) == "0:00 One\n1:24 Two\n"


def test_json_holds_all(episode_of: Callable[..., Episode]) -> None:
    import json

    record = json.loads(write_json(episode_of(TEXT), media="talk.mp3"))
    assert record["media"] == "talk.mp3"
    assert record["times"]["draft"] is True
    assert record["speakers"] == ["Ann Lee", "Bob"]
    assert [turn["speaker"] for turn in record["turns"]] == ["Ann Lee", "Bob", "Ann Lee"]
    assert record["turns"][1]["paragraphs"][0]["text"].endswith("[laughs]")
    assert {"kind": "link", "text": "www.example.org", "times": record["mentions"][0]["times"]} in record[
        "mentions"
    ]
