"""`captious.publish`: the same as the commands make, in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import captious
from captious.errors import OptionError

if TYPE_CHECKING:
    from pathlib import Path


def test_it_makes_what_caption_and_transcript_make(root: Path) -> None:
    (seed,) = (root / "seeds").glob("*.txt")
    times = {"duration_ms": 4_101_000, "anchors": [(192_000, "Yeah, thank you for the invitation")]}
    made = captious.publish(seed, **times)  # type: ignore[arg-type] # mypy does not see through the dictionary
    captions = captious.caption(seed, to=("srt", "vtt"), **times)  # type: ignore[arg-type]
    page = captious.transcript(seed, to=("html", "description"), **times)  # type: ignore[arg-type]
    assert made.texts["captions.srt"] == captions.texts["srt"]
    assert made.texts["captions.vtt"] == captions.texts["vtt"]
    assert made.texts["transcript.html"] == page.texts["html"]
    assert made.texts["description.txt"] == page.texts["description"]
    assert made.issues == captions.issues
    assert "half of the times are within 28 s" in [row.text for row in made.rows]
    assert repr(made).startswith(f"<PublishResult 9 files: {len(captions.cues):,} cues, ")


def test_captions_are_a_source_with_times(root: Path) -> None:
    made = captious.publish(root / "examples" / "talk.srt")
    assert not made.transcript.episode.draft
    assert "estimated" not in made.texts["NEXT.md"]
    with pytest.raises(OptionError, match="the source has times already"):
        captious.publish(root / "examples" / "talk.srt", anchors=[(0, "Welcome")])


def test_word_timings_time_captions_and_page_alike(root: Path) -> None:
    examples = root / "examples"
    made = captious.publish(examples / "talk.txt", words=examples / "talk.auto.vtt", media="talk.ogg")
    assert "00:00:13" in made.texts["captions.srt"]
    assert 'href="talk.ogg#t=13"' in made.texts["transcript.html"]
    assert "estimated" not in made.texts["transcript.html"]


def test_markup_in_a_title_is_text_in_the_next_steps() -> None:
    made = captious.publish(b"Ann: Hello there.\n", title="A *bold* [title](javascript:1)")
    assert r"# What to do with these files: A \*bold\* \[title\]" in made.texts["NEXT.md"]
