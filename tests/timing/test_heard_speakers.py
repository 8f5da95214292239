"""Who says the words of a transcript, by the speakers of word timings."""

from __future__ import annotations

from captious.timing.heard_speakers import hear_speakers, hears_speakers
from captious.transcripts.model import Word
from captious.word_timings.model import TimedWord, WordTrack


def _track(*pairs: tuple[str, str | None]) -> WordTrack:
    return WordTrack("ASR", tuple(TimedWord(text, None, speaker=speaker) for text, speaker in pairs))


def test_each_word_has_the_speaker_of_the_same_word() -> None:
    words = [
        Word(text, 1)
        for text in ["Shall", "we", "go?", "Well-known,", "yes.", "It", "rains", "here", "today"]
    ]
    words.insert(3, Word("laughs", 1, sound=True))
    track = _track(
        *((text, "0") for text in ["shall", "we", "go"]),
        *((text, "1") for text in ["well", "known", "yeah", "it", "rains"]),
        ("today", None),
    )
    assert hears_speakers(track)
    assert hear_speakers(words, track) == ["0", "0", "0", None, "1", "1", "1", "1", None, None]


def test_one_speaker_or_none_is_not_heard() -> None:
    assert not hears_speakers(_track(("so", None), ("it", None)))
    assert not hears_speakers(_track(("so", "A"), ("it", "A"), ("rains", None)))
