"""Episodes made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from captious.captioning import time_words
from captious.episode.assemble import assemble
from captious.episode.model import EpisodeWord, Paragraph, Speech
from captious.style import load_style
from captious.transcripts.parse import read_transcript

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.episode.model import Episode

WORD_MS = 400

TOPICS = (
    ["sea", "boat", "sail", "wind", "wave", "harbour", "rope", "captain"],
    ["bread", "flour", "oven", "yeast", "dough", "baker", "crust", "salt"],
    ["court", "check", "law", "trial", "jury", "lawyer", "verdict", "appeal"],
)
"""Words of three subjects that have nothing in common."""


def speech(speaker: str | None, *paragraphs: str, start_ms: int = 0) -> Speech:
    """One speaker's words, one every 0.4 s from a time on."""
    made, at = [], start_ms
    for text in paragraphs:
        words = []
        for word in text.split():
            sound = word.startswith("[")
            words.append(EpisodeWord(word, at, sound=sound))
            at += WORD_MS
        made.append(Paragraph(tuple(words)))
    return Speech(speaker, tuple(made))


def talk(*turns: tuple[str | None, str]) -> tuple[Speech, ...]:
    """Turns one after another."""
    made, at = [], 0
    for speaker, text in turns:
        made.append(speech(speaker, text, start_ms=at))
        at += len(text.split()) * WORD_MS
    return tuple(made)


@pytest.fixture(scope="session")
def episode_of() -> Callable[..., Episode]:
    """A transcript's text to an episode."""

    def make(text: str, *, duration_ms: int | None = None, **options: object) -> Episode:
        transcript = read_transcript(text)
        speed = load_style("base").profile(format="vtt").speed
        times = time_words(transcript, duration_ms=duration_ms, speed=speed)
        return assemble(transcript, times, duration_ms=duration_ms, **options)  # type: ignore[arg-type]

    return make
