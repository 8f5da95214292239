"""Episodes as Markdown and as text: read by others, and by captious again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

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
    made = episode_of(seed_text, duration_ms=4_101_000)
    text = write_markdown(made, media="https://youtu.be/abc", date="2026-11-25")
    head = yaml.safe_load(text.split("---\n")[1])
    assert head["title"] == made.title
    assert head["lang"] == "en"
    assert str(head["date"]) == "2026-11-25"
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
    assert "\nBooks:\n" in text
    assert "<" not in text
    assert len(text) < 5000  # YouTube takes no more


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
