"""Google Cloud Speech-to-Text: ``results[].alternatives[].words[]``, with times such as ``"1.400s"``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.word_timings.json_values import Value, has
from captious.word_timings.model import Source, TimedWord, WordTrack

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = "Google Speech-to-Text"
_DURATION = re.compile(r"([0-9]{1,12}(?:\.[0-9]+)?)s")


def recognise(data: object) -> bool:
    """Whether parsed JSON is a response of Google, alone or as the result of an operation."""
    results = _results(data)
    return isinstance(results, list) and any(
        has(one, "alternatives", 0, "words", 0, "word") for one in results
    )


def read(data: object) -> WordTrack:
    """Read the words of the first alternative of each result.

    With diarization, version 1 repeats all words in the last result and names the speakers only there: then only
    that one is read.

    Raises:
        WordsError: a value is missing or wrong; with its place.

    Sources:
        Google Cloud Speech-to-Text, reference of WordInfo in versions 1 and 2; Protocol Buffers, JSON form of Duration.
    """
    root = Value(data, _NAME)
    response = root.maybe("response") or root
    results = [list(_words(result)) for result in response.at("results").each()]
    if any(_tagged(words) for words in results[-1:]) and not any(_tagged(words) for words in results[:-1]):
        results = results[-1:]
    language = next(
        (found for result in response.at("results").each() if (found := result.maybe("languageCode"))), None
    )
    words = tuple(_word(word) for listed in results for word in listed)
    return WordTrack(_NAME, words, language=language.text() if language is not None else None)


def _results(data: object) -> object:
    if not isinstance(data, dict):
        return None
    response = data.get("response")
    return (response if isinstance(response, dict) else data).get("results")


def _words(result: Value) -> Iterator[Value]:
    alternatives = result.maybe("alternatives")
    best = next(alternatives.each(), None) if alternatives is not None else None
    listed = best.maybe("words") if best is not None else None
    return listed.each() if listed is not None else iter(())


def _tagged(words: list[Value]) -> bool:
    return any(_speaker(word) is not None for word in words)


def _speaker(word: Value) -> str | None:
    speaker = word.first("speakerLabel", "speakerTag", "speaker_label", "speaker_tag")
    if speaker is None or speaker.data in (0, ""):  # 0: no diarization
        return None
    return speaker.label()


def _word(word: Value) -> TimedWord:
    start = word.first("startTime", "startOffset", "start_time", "start_offset")
    end = word.first("endTime", "endOffset", "end_time", "end_offset")
    confidence = word.maybe("confidence")
    return TimedWord(
        word.at("word").text().strip(),
        _time_ms(start) if start is not None else None,
        _time_ms(end) if end is not None else None,
        confidence.number() if confidence is not None and confidence.data != 0 else None,  # 0: not set
        _speaker(word),
    )


def _time_ms(time: Value) -> int:
    """A duration as a string with an s, or as an object of seconds and nanoseconds, in milliseconds."""
    if isinstance(time.data, dict):
        seconds, nanos = time.maybe("seconds"), time.maybe("nanos")
        whole = seconds.seconds() if seconds is not None else 0
        if nanos is None:
            return whole
        part = nanos.number()
        if not 0 <= part < 1e9:
            raise nanos.wrong("a number of nanoseconds")
        return whole + round(part / 1e6)
    match = _DURATION.fullmatch(time.data) if isinstance(time.data, str) else None
    if match is None:
        raise time.wrong('a duration such as "1.400s"')
    return Value(match[1], time.source, time.path).seconds()


SOURCE = Source(_NAME, recognise, read, is_json=True)
