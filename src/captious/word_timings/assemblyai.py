"""AssemblyAI's transcripts: ``words[]`` or ``utterances[].words[]``, in whole milliseconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.word_timings.json_values import Value, has
from captious.word_timings.model import Source, TimedWord, WordTrack

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = "AssemblyAI"


def recognise(data: object) -> bool:
    """Whether parsed JSON is a transcript of AssemblyAI."""
    marks = has(data, "language_model") or has(data, "audio_url") or has(data, "acoustic_model")
    whole = has(data, "words", 0, "text") and has(data, "words", 0, "start")
    return (
        (marks and (has(data, "words") or has(data, "utterances")))
        or (whole and has(data, "confidence"))
        or has(data, "utterances", 0, "words", 0, "text")
    )


def read(data: object) -> WordTrack:
    """Read the words with the speakers of their utterances; a time may be missing.

    Raises:
        WordsError: a value is missing or wrong; with its place.

    Sources:
        AssemblyAI, transcript API and Python client (`types.py`): integers of milliseconds.
    """
    root = Value(data, _NAME)
    language, duration = root.maybe("language_code"), root.maybe("audio_duration")
    return WordTrack(
        _NAME,
        tuple(_words(root)),
        language=language.text().replace("_", "-") if language is not None else None,
        duration_ms=duration.seconds() if duration is not None else None,
    )


def _words(root: Value) -> Iterator[TimedWord]:
    utterances = root.maybe("utterances")
    if utterances is not None and utterances.data:
        for utterance in utterances.each():
            speaker = utterance.maybe("speaker")
            for word in utterance.at("words").each():
                yield _word(word, speaker.label() if speaker is not None else None)
        return
    for word in root.at("words").each():
        yield _word(word, None)


def _word(word: Value, speaker: str | None) -> TimedWord:
    start, end, confidence, own = (word.maybe(key) for key in ("start", "end", "confidence", "speaker"))
    return TimedWord(
        word.at("text").text().strip(),
        start.milliseconds() if start is not None else None,
        end.milliseconds() if end is not None else None,
        confidence.number() if confidence is not None else None,
        own.label() if own is not None else speaker,
    )


SOURCE = Source(_NAME, recognise, read, is_json=True)
