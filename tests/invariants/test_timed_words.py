"""Whatever the ASR output, captions hold the words of the transcript, in order, and times that never run backwards."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

import captious
from captious.errors import TimingError
from captious.word_timings.model import TimedWord, WordTrack

VOCABULARY = (
    "we",
    "went",
    "home.",
    "And",
    "then,",
    "the",
    "old",
    "house",
    "was",
    "gone!",
    "20",
    "twenty",
    "non-native",
    "—",
)


@dataclass(frozen=True)
class Heard:
    """A transcript, and ASR output: some words of its own, some others, at any times."""

    text: str
    words: tuple[TimedWord, ...]


@st.composite
def heard(draw: st.DrawFn) -> Heard:
    said = draw(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=60))
    kept = draw(
        st.lists(
            st.sampled_from(["keep", "keep", "keep", "drop", "other", "untimed"]),
            min_size=len(said),
            max_size=len(said),
        )
    )
    steps = draw(st.lists(st.integers(0, 5000), min_size=len(said), max_size=len(said)))
    words: list[TimedWord] = []
    now = draw(st.integers(0, 100_000))
    for word, fate, step in zip(said, kept, steps, strict=True):
        if fate == "keep":
            words.append(TimedWord(word, now, draw(st.none() | st.just(now + step // 2))))
        elif fate == "other":
            words.append(TimedWord("dog", now, now + step))
        elif fate == "untimed":
            words.append(TimedWord(word, None))
        now += step
    return Heard("Well, " + " ".join(said), tuple(words))


@given(heard(), st.booleans(), st.sampled_from(["youtube", "netflix-en", "bbc", "podcast"]))
@settings(max_examples=200)
def test_every_word_stays_and_times_rise(case: Heard, measured: bool, style: str) -> None:
    track = WordTrack("test", case.words, measured=measured)
    try:
        document = captious.caption(case.text, style=style, to="srt", language="en", words=track)
    except TimingError as error:
        assert "another recording" in error.message
        return
    shown = " ".join(line for cue in document.cues for line in cue.lines)
    assert shown.split() == case.text.split()
    for cue in document.cues:
        assert 0 <= cue.start_ms < cue.end_ms
    for one, other in pairwise(document.cues):
        assert one.end_ms <= other.start_ms
