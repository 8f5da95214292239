"""AssemblyAI's transcripts: ``words[]`` or ``utterances[].words[]``, in whole milliseconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.word_timings.interpolate import interpolate
from captious.word_timings.json_values import Value, has
from captious.word_timings.model import Source, TimedWord, WordTrack

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = "AssemblyAI"


def recognise(data: object) -> bool:
    """Whether parsed JSON is a transcript of AssemblyAI."""
    marks = any(has(data, key) for key in ("language_model", "audio_url", "acoustic_model")) or (
        has(data, "language_code") and has(data, "audio_duration")
    )
    whole = has(data, "words", 0, "text") and has(data, "words", 0, "start")
    return (
        (marks and (has(data, "words") or has(data, "utterances")))
        or (whole and has(data, "confidence"))
        or has(data, "utterances", 0, "words", 0, "text")
    )


def read(data: object) -> WordTrack:
    """Read the words with the speakers of their utterances; a time may be missing.

    In utterances that were saved without their words, times are interpolated.

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
        measured=_is_measured(root),
        language=language.text().replace("_", "-") if language is not None else None,
        duration_ms=duration.seconds() if duration is not None else None,
    )


def _words(root: Value) -> Iterator[TimedWord]:
    listed, utterances = root.maybe("words"), root.maybe("utterances")
    if utterances is not None and utterances.data:
        spoken = list(utterances.each())
        if not (listed is not None and listed.data) or any(_own(utterance) for utterance in spoken):
            for utterance in spoken:
                yield from _uttered(utterance)
            return
    for word in (listed or root.at("words")).each():
        yield _word(word, None)


def _own(utterance: Value) -> Value | None:
    """The words of an utterance, if it has any."""
    words = utterance.maybe("words")
    return words if words is not None and words.data else None


def _uttered(utterance: Value) -> Iterator[TimedWord]:
    named, text = utterance.maybe("speaker"), utterance.maybe("text")
    speaker = named.label() if named is not None else None
    words = _own(utterance)
    if words is None and text is not None:
        start, end = utterance.at("start").milliseconds(), utterance.at("end").milliseconds()
        yield from interpolate(text.text(), start, end, speaker=speaker)
        return
    for word in (words or utterance.at("words")).each():
        yield _word(word, speaker)


def _is_measured(root: Value) -> bool:
    """Whether there are words with times of their own: saved utterances may be without them."""
    utterances = root.maybe("utterances")
    spoken = list(utterances.each()) if utterances is not None else []
    return (
        has(root.data, "words", 0) or not spoken or all(_own(utterance) is not None for utterance in spoken)
    )


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
