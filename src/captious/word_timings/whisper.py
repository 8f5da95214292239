"""Whisper's segments and words, as Whisper, faster-whisper, stable-ts, whisper-timestamped and WhisperX write them.

The keys differ a little: ``word`` or ``text``, ``probability``, ``score`` or ``confidence``. Some projects keep bare
lists of a word, its start and its end.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from captious.word_timings.interpolate import interpolate
from captious.word_timings.json_values import Value, has
from captious.word_timings.model import Source, TimedWord, WordTrack

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME, _NAME_X = "Whisper", "WhisperX"


def recognise(data: object) -> bool:
    """Whether parsed JSON holds segments with times and texts, or words of WhisperX."""
    segments = data if isinstance(data, list) else data.get("segments") if isinstance(data, dict) else None
    if has(data, "word_segments") or _is_bare(data):
        return True
    return (
        isinstance(segments, list)
        and has(segments, 0, "start")
        and (has(segments, 0, "text") or has(segments, 0, "words"))
    )


def read(data: object) -> WordTrack:
    """Read the words of all segments, in seconds. In a segment without words, times are interpolated over its text.

    Words may lack times (WhisperX gives numbers none); speakers are those of the words, else of their segment.

    Raises:
        WordsError: a value is missing or wrong; with its place.

    Sources:
        openai/whisper `timing.py`; m-bain/whisperX `schema.py`; linto-ai/whisper-timestamped, README.
    """
    if _is_bare(data):
        return WordTrack(_NAME, tuple(_bare(Value(data, _NAME))))
    is_x = has(data, "word_segments")
    root = Value(data, _NAME_X if is_x else _NAME)
    if isinstance(data, list):
        segments: Value | None = root
    else:
        segments = root.maybe("segments") or root.at("word_segments")
    words: list[TimedWord] = []
    measured = True
    for segment in segments.each() if segments is not None else ():
        own = segment.maybe("words")
        if own is not None and own.data:
            words += _words(segment, own)
        elif segment.maybe("word") is not None:
            words += [_word(segment, None)]
        else:
            text = segment.at("text").text().strip()
            words += interpolate(
                text, segment.at("start").seconds(), segment.at("end").seconds(), speaker=_speaker(segment)
            )
            measured = False
    language = root.maybe("language") if isinstance(data, dict) else None
    return WordTrack(
        root.source,
        tuple(words),
        measured=measured,
        language=language.text() if language is not None else None,
    )


def _words(segment: Value, words: Value) -> Iterator[TimedWord]:
    speaker = _speaker(segment)
    held: TimedWord | None = None
    spaced = False  # whether the words of the segment include the spaces before them
    for number, word in enumerate(words.each()):
        made = _word(word, speaker)
        raw = (word.first("word", "text") or word.at("word")).text()
        spaced = raw.startswith(" ") if number == 0 else spaced
        if not made.text:
            continue
        if held is not None and spaced and not raw.startswith(" "):  # " all", "-female"
            end_ms = made.end_ms if made.end_ms is not None else held.end_ms
            held = replace(held, text=held.text + made.text, end_ms=end_ms)
            continue
        if held is not None:
            yield held
        held = made
    if held is not None:
        yield held


def _is_bare(data: object) -> bool:
    return has(data, 0, 2) and isinstance(data, list) and isinstance(data[0][0], str)


def _bare(root: Value) -> Iterator[TimedWord]:
    for member in root.each():
        parts = list(member.each())
        if len(parts) != 3:
            raise member.wrong("a list of a word, its start and its end")
        text, start, end = parts
        if text.text().strip():
            yield TimedWord(text.text().strip(), start.seconds(), end.seconds())


def _word(word: Value, speaker: str | None) -> TimedWord:
    text = word.first("word", "text") or word.at("word")
    start, end = word.maybe("start"), word.maybe("end")
    confidence = word.first("probability", "score", "confidence")
    return TimedWord(
        text.text().strip(),
        start.seconds() if start is not None else None,
        end.seconds() if end is not None else None,
        confidence.number() if confidence is not None else None,
        _speaker(word) or speaker,
    )


def _speaker(value: Value) -> str | None:
    speaker = value.maybe("speaker")
    return speaker.label() if speaker is not None else None


SOURCE = Source(_NAME, recognise, read, is_json=True)
