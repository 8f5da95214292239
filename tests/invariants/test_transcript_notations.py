"""Turns written in every notation the reader knows and read back are the same turns."""

from __future__ import annotations

import gzip
import html
import json
import re
import textwrap
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from captious.core.clock import short_time, srt_time
from captious.transcripts.parse import read_transcript

if TYPE_CHECKING:
    from pathlib import Path

Turns = Sequence[tuple[str, str]]

SECONDS_A_TURN = 7


def _wrap(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


def glued(turns: Turns) -> str:
    """Like the seed: a label stands where the turn before it ends, lines of 64 characters."""
    return _wrap(" ".join(f"{name}: {text}" for name, text in turns), 64)


def glued_whole(turns: Turns) -> str:
    """The same, but a label is never wrapped."""
    return " ".join(f"{name}: {_wrap(text, 64)}" for name, text in turns)


def paragraphs(turns: Turns) -> str:
    return "\n\n".join(f"{name}: {text}" for name, text in turns)


def lines(turns: Turns) -> str:
    return "\n".join(f"{name}: {text}" for name, text in turns)


def wrapped(turns: Turns) -> str:
    return "\r\n\r\n".join(_wrap(f"{name}: {text}", 80).replace("\n", "\r\n") for name, text in turns)


def markdown(turns: Turns) -> str:
    return "\n\n".join(f"**{name}:** {text}" for name, text in turns)


def arrows(turns: Turns) -> str:
    return "\n".join(f">> {name}: {text}" for name, text in turns)


def _timed(turns: Turns) -> list[tuple[int, str, str]]:
    return [(index * SECONDS_A_TURN * 1000, name, text) for index, (name, text) in enumerate(turns)]


def markdown_timestamps(turns: Turns) -> str:
    return "\n\n".join(f"**{name}:** \\[{srt_time(ms)[:8]}\\] {text}" for ms, name, text in _timed(turns))


def otter(turns: Turns) -> str:
    return "\n\n".join(f"{name}  {short_time(ms)}  \n{text}" for ms, name, text in _timed(turns))


def time_name(turns: Turns) -> str:
    return "\n".join(f"[{srt_time(ms)[:8]}] {name}: {text}" for ms, name, text in _timed(turns))


def name_time(turns: Turns) -> str:
    return "\n".join(f"{name} [{srt_time(ms)[:8]}]: {text}" for ms, name, text in _timed(turns))


def name_time_below(turns: Turns) -> str:
    return "\n\n".join(f"{name} ({short_time(ms)}):\n{text}" for ms, name, text in _timed(turns))


def copied_page(turns: Turns) -> str:
    return "\n".join(f"{name}:\n{short_time(ms)}\n{text}" for ms, name, text in _timed(turns))


UNTIMED: tuple[Callable[[Turns], str], ...] = (
    glued,
    glued_whole,
    paragraphs,
    lines,
    wrapped,
    markdown,
    arrows,
)
TIMED: tuple[Callable[[Turns], str], ...] = (
    markdown_timestamps,
    otter,
    time_name,
    name_time,
    name_time_below,
    copied_page,
)

NAMES = ("Anna Lee", "Dr. Bob Roe", "José van der Berg", "Erik St. Martin", "Mireille B. Reece")
WORDS = st.sampled_from(
    [
        "we",
        "spoke",
        "about",
        "the",
        "weather",
        "and",
        "how",
        "it",
        "will",
        "be",
        "at",
        "3:15",
        "tomorrow",
        "TensorFlow",
        "2.0",
        "costs",
        "–",
    ]
)
SENTENCES = st.builds(
    lambda words, end: f"So {' '.join(words)} today{end}",
    st.lists(WORDS, min_size=1, max_size=30),
    st.sampled_from([".", "?", "!", "…"]),
)
CONVERSATIONS = st.lists(st.tuples(st.sampled_from(NAMES), SENTENCES), min_size=1, max_size=12).map(
    # Everyone speaks more than once, as people do: a speaker who speaks once is a matter of evidence, tested elsewhere.
    lambda turns: [
        *((name, "Hello there.") for name in NAMES),
        *turns,
        *((name, "Bye now.") for name in NAMES),
    ]
)


@pytest.mark.parametrize("write", UNTIMED, ids=lambda write: write.__name__)
@given(turns=CONVERSATIONS)
@settings(max_examples=25)
def test_untimed_turns_come_back(write: Callable[[Turns], str], turns: Turns) -> None:
    transcript = read_transcript(write(turns), language="en")
    assert [(turn.speaker, " ".join(word.text for word in turn.words)) for turn in transcript.turns] == turns


@pytest.mark.parametrize("write", TIMED, ids=lambda write: write.__name__)
@given(turns=CONVERSATIONS)
@settings(max_examples=25)
def test_timed_turns_come_back_with_their_times(write: Callable[[Turns], str], turns: Turns) -> None:
    transcript = read_transcript(write(turns), language="en")
    assert [(turn.speaker, " ".join(word.text for word in turn.words)) for turn in transcript.turns] == turns
    anchors = [turn.words[0].anchor_ms for turn in transcript.turns]
    assert anchors == [index * SECONDS_A_TURN * 1000 for index in range(len(turns))]


# Real conversations, where the data is: sixty episodes of The Changelog's podcasts.

_SECTIONS = {"Break", "Jingle", "Outro", "Movie extract"}
_MARK = re.compile(r"\*\*[^*]*(?::\*\*|\*\*:)")


@pytest.fixture(scope="module")
def episodes(shared_data: Path) -> list[list[tuple[str, str]]]:
    with gzip.open(shared_data / "timing" / "changelog-turns.jsonl.gz", "rt", encoding="utf-8") as file:
        read = [json.loads(line)["turns"] for line in file]
    return [[(name, " ".join(_MARK.sub(" ", text).split())) for name, text in turns] for turns in read]


def _key(speaker: str | None, text: str) -> tuple[str | None, tuple[str, ...], tuple[str, ...]]:
    """What identifies a turn: who, and the first and last words, without sounds and asides."""
    text = html.unescape(text.replace("\\", ""))
    text = re.sub(r"!?\[([^\[\]]{1,200})\]\(https?:[^()\s]*\)", r"\1", text)
    text = re.sub(r"\[[^\]]{1,60}\]|\*[^*]{1,40}\*|\([^)]{1,60}\)", " ", text)
    # emphasis is taken off with its marks
    words = re.sub(r"[^\w\s]|(?<!\w)_|_(?!\w)", "", text.lower()).split()
    return speaker, tuple(words[:3]), tuple(words[-3:])


@pytest.mark.parametrize(
    "write", [glued, wrapped, markdown, arrows, otter, time_name], ids=lambda write: write.__name__
)
def test_real_conversations_come_back(
    write: Callable[[Turns], str], episodes: list[list[tuple[str, str]]]
) -> None:
    expected_count = found_count = both = 0
    for turns in episodes:
        transcript = read_transcript(write(turns), language="en")
        expected = [_key(name, text) for name, text in turns]
        expected = [key for key in expected if key[1] and not (key[0] in _SECTIONS and set(key[1]) <= {"to"})]
        found = [
            _key(turn.speaker, " ".join(f"[{word.text}]" if word.sound else word.text for word in turn.words))
            for turn in transcript.turns
        ]
        found = [key for key in found if key[1]]
        both += sum(
            block.size
            for block in SequenceMatcher(None, expected, found, autojunk=False).get_matching_blocks()
        )
        expected_count += len(expected)
        found_count += len(found)
    assert both / expected_count >= 0.999
    assert both / found_count >= 0.999


def test_real_speech_without_labels_has_none(episodes: list[list[tuple[str, str]]]) -> None:
    for turns in episodes:
        transcript = read_transcript("\n\n".join(text for _, text in turns if text), language="en")
        assert [turn.speaker for turn in transcript.turns] == [None]
