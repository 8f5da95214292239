"""Deepgram's answers: ``results.channels[].alternatives[].words[]``, or ``results.utterances[].words[]``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.word_timings.json_values import Value, has
from captious.word_timings.model import Source, TimedWord, WordTrack

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = "Deepgram"


def recognise(data: object) -> bool:
    """Whether parsed JSON is an answer of Deepgram."""
    return has(data, "results", "channels") or has(data, "results", "utterances", 0, "words")


def read(data: object) -> WordTrack:
    """Read the words of the first alternative of each channel; seconds. Punctuated words where there are any.

    Raises:
        WordsError: a value is missing or wrong; with its place.

    Sources:
        Deepgram, pre-recorded audio API: the response; and responses in public projects.
    """
    root = Value(data, _NAME)
    words = [_word(word) for word in _words(root.at("results"))]
    metadata = root.maybe("metadata")
    duration = metadata.maybe("duration") if metadata is not None else None
    return WordTrack(_NAME, tuple(words), duration_ms=duration.seconds() if duration is not None else None)


def _words(results: Value) -> Iterator[Value]:
    channels = results.maybe("channels")
    if channels is None:
        for utterance in results.at("utterances").each():
            yield from utterance.at("words").each()
        return
    for channel in channels.each():
        for alternative in channel.at("alternatives").each():
            yield from alternative.at("words").each()
            break


def _word(word: Value) -> TimedWord:
    text = word.first("punctuated_word", "word") or word.at("word")
    end, confidence, speaker = word.maybe("end"), word.maybe("confidence"), word.maybe("speaker")
    return TimedWord(
        text.text().strip(),
        word.at("start").seconds(),
        end.seconds() if end is not None else None,
        confidence.number() if confidence is not None else None,
        speaker.label() if speaker is not None else None,
    )


SOURCE = Source(_NAME, recognise, read, is_json=True)
