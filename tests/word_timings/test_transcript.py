from __future__ import annotations

import pytest

from captious.errors import WordsError
from captious.word_timings.model import TimedWord, WordTrack
from captious.word_timings.transcript import as_transcript


def track(*words: tuple[str, str | None]) -> WordTrack:
    made = tuple(TimedWord(text, 1000 * number, None, None, who) for number, (text, who) in enumerate(words))
    return WordTrack("test", made, language="en")


def test_a_turn_is_what_one_speaker_says() -> None:
    made = as_transcript(track(("Hello", "0"), ("there.", "0"), ("Hi.", "1"), ("So,", "0")))
    assert [(turn.speaker, " ".join(word.text for word in turn.words)) for turn in made.turns] == [
        ("Speaker 0", "Hello there."),
        ("Speaker 1", "Hi."),
        ("Speaker 0", "So,"),
    ]
    assert made.language == "en"
    assert made.remarks == ()


def test_speakers_can_be_named() -> None:
    words = track(("Hello", "0"), ("Hi.", "SPEAKER_01"), ("So.", None))
    made = as_transcript(words, renames={"0": "Ann Lee", "SPEAKER_01": "Bob Ray"}, language="en-GB")
    assert [turn.speaker for turn in made.turns] == ["Ann Lee", "Bob Ray", None]
    assert as_transcript(words, renames={"Speaker 0": "Ann"}).turns[0].speaker == "Ann"


def test_the_language_is_detected_where_the_file_does_not_say() -> None:
    text = (
        "we had no software for this at all, so we had a typewriter and a stopwatch, and that taught me more"
    )
    words = tuple(TimedWord(word, number) for number, word in enumerate(text.split()))
    made = as_transcript(WordTrack("test", words))
    assert made.language == "en"
    assert made.remarks[0].message == "language: English (en), detected"


def test_no_words_are_an_error() -> None:
    with pytest.raises(WordsError, match="no words in the file"):
        as_transcript(WordTrack("test", ()))
