"""Whisper's segments and words, as Whisper, faster-whisper, stable-ts, whisper-timestamped and WhisperX write them.

The keys differ a little: ``word`` or ``text``, ``probability``, ``score`` or ``confidence``. Some projects keep bare
lists of a word, its start and its end.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from captious.measure.scripts import is_without_spaces
from captious.transcripts.sources.column_names import SPEAKER
from captious.transcripts.sources.records import key_role
from captious.word_timings.interpolate import interpolate
from captious.word_timings.json_values import Value, has
from captious.word_timings.model import Source, TimedWord, WordTrack
from captious.word_timings.punctuation import with_punctuation

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME, _NAME_X = "Whisper", "WhisperX"
_BARE_MEMBERS = 3
"""A word, its start and its end."""
_SLOW_S, _SLOWEST = 1000, 0.05
"""Seconds from which on so few words in one of them mean that the numbers count something else. Our own values."""


def recognise(data: object) -> bool:
    """Whether parsed JSON holds segments with times and texts, or words of WhisperX."""
    segments = data if isinstance(data, list) else data.get("segments") if isinstance(data, dict) else None
    if has(data, "word_segments") or _is_bare(data):
        return True
    return (
        isinstance(segments, list)
        and has(segments, 0, "start")
        and ((has(segments, 0, "text") and has(segments, 0, "end")) or has(segments, 0, "words"))
        and not _is_foreign(segments)
    )


def _is_foreign(segments: list[object]) -> bool:
    """Whether segments are not Whisper's: their speaker has another name, or their numbers cannot be seconds."""
    first = segments[0]
    if isinstance(first, dict) and isinstance(first.get("start"), str) and ":" in first["start"]:
        return True  # Podlove writes clock times
    if isinstance(first, dict) and any(key != "speaker" and key_role(str(key)) == SPEAKER for key in first):
        return "speaker" not in first
    ends = [each.get("end") for each in (first, segments[-1]) if isinstance(each, dict)]
    last = ends[-1] if ends else None
    if not all(isinstance(end, int) for end in ends) or not isinstance(last, int) or last < _SLOW_S:
        return False
    texts = (each.get("text") for each in segments if isinstance(each, dict))
    return sum(len(text.split()) for text in texts if isinstance(text, str)) < _SLOWEST * last


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
    listed = list(segments.each()) if segments is not None else []
    if isinstance(data, dict) and (own := _beside(root, listed)):
        words, listed = own, []
    for number, segment in enumerate(listed):
        spoken = segment.maybe("words")
        if spoken is not None and spoken.data:
            words += _words(segment, spoken)
        elif segment.maybe("word") is not None:
            words += [_word(segment, None)]
        else:
            text = segment.at("text").text().strip()
            end = segment.maybe("end") or (
                listed[number + 1].maybe("start") if number + 1 < len(listed) else None
            )
            words += interpolate(
                text,
                segment.at("start").seconds(),
                (end or segment.at("end")).seconds(),
                speaker=_speaker(segment),
            )
            measured = measured and " " not in text
    language = root.maybe("language") if isinstance(data, dict) else None
    return WordTrack(
        root.source,
        tuple(words),
        measured=measured,
        language=language.text() if language is not None else None,
    )


def _beside(root: Value, segments: list[Value]) -> list[TimedWord]:
    """The words that OpenAI lists beside the segments, with the punctuation of their texts."""
    listed = root.maybe("words")
    if listed is None or not listed.data or any(segment.maybe("words") is not None for segment in segments):
        return []
    text = root.maybe("text")
    whole = text.text() if text is not None else " ".join(segment.at("text").text() for segment in segments)
    return with_punctuation([word for each in listed.each() if (word := _word(each, None)).text], whole)


def _words(segment: Value, words: Value) -> Iterator[TimedWord]:
    speaker = _speaker(segment)
    held: TimedWord | None = None
    listed = list(words.each())
    says = any(_written(word).startswith(" ") for word in listed[1:])
    spaced = False  # whether the words of the segment include the spaces before them
    for number, word in enumerate(listed):
        made = _word(word, speaker)
        raw = _written(word)
        if says and not spaced and is_without_spaces(raw):
            made = replace(made, spaced=raw.startswith(" "))
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
    if not isinstance(data, list) or not has(data, 0, 2) or len(data[0]) != _BARE_MEMBERS:
        return False
    word, *times = data[0]
    # other lists begin with a string, too: operations of a test, rows of a table
    return isinstance(word, str) and all(time is None or isinstance(time, int | float) for time in times)


def _bare(root: Value) -> Iterator[TimedWord]:
    for member in root.each():
        parts = list(member.each())
        if len(parts) != _BARE_MEMBERS:
            raise member.wrong("a list of a word, its start and its end")
        text, start, end = parts
        if text.text().strip():
            yield TimedWord(text.text().strip(), start.seconds(), end.seconds())


def _written(word: Value) -> str:
    """A word as it is written, with the space before it."""
    return (word.first("word", "text") or word.at("word")).text()


def _word(word: Value, speaker: str | None) -> TimedWord:
    start, end = word.maybe("start"), word.maybe("end")
    confidence = word.first("probability", "score", "confidence")
    return TimedWord(
        _written(word).strip(),
        start.seconds() if start is not None else None,
        end.seconds() if end is not None else None,
        confidence.number() if confidence is not None else None,
        _speaker(word) or speaker,
    )


def _speaker(value: Value) -> str | None:
    speaker = value.maybe("speaker")
    return speaker.label() if speaker is not None else None


SOURCE = Source(_NAME, recognise, read, is_json=True)
