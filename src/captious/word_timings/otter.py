"""Otter's transcripts: ``speech.transcripts[]`` in samples at 16 kHz, with words in seconds from the start of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.word_timings.interpolate import interpolate
from captious.word_timings.json_values import Value, has
from captious.word_timings.model import Source, TimedWord, WordTrack
from captious.word_timings.punctuation import with_punctuation

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = "Otter"
_SAMPLES_A_MS = 16


def recognise(data: object) -> bool:
    """Whether parsed JSON is a speech of Otter."""
    speech = data["speech"] if isinstance(data, dict) and isinstance(data.get("speech"), dict) else data
    return has(speech, "transcripts", 0, "transcript") and has(speech, "transcripts", 0, "start_offset")


def read(data: object) -> WordTrack:
    """Read the words of all segments; times are interpolated within a segment without words.

    Raises:
        WordsError: a value is missing or wrong; with its place.

    Sources:
        Otter's answer to ``forward/api/v1/speech``, as two public clients read it: ``start_offset`` counts samples at
        16 kHz, ``alignment`` holds words with start and end in seconds within the segment, speakers have an ``id`` and
        a ``speaker_name``; without names, ``speaker_model_label`` numbers the voices.
    """
    root = Value(data, _NAME)
    speech = root.maybe("speech") or root
    names = dict(_names(speech))
    words: list[TimedWord] = []
    measured = True
    for segment in speech.at("transcripts").each():
        text, start = segment.at("transcript").text(), _offset_ms(segment.at("start_offset"))
        speaker, cluster = segment.maybe("speaker_id"), segment.maybe("speaker_model_label")
        said_by = names.get(speaker.label()) if speaker is not None else None
        if said_by is None and cluster is not None and not names:
            said_by = cluster.label()
        listed = segment.maybe("alignment")
        own = [_word(word, start, said_by) for word in listed.each()] if listed is not None else []
        own = [word for word in own if word.text]
        if own:
            words += with_punctuation(own, text)
            continue
        end = segment.maybe("end_offset")
        words += interpolate(text, start, _offset_ms(end) if end is not None else start, speaker=said_by)
        measured = measured and len(text.split()) < 2
    language, length = speech.maybe("language"), speech.maybe("duration")
    return WordTrack(
        _NAME,
        tuple(words),
        measured=measured,
        language=language.text() if language is not None else None,
        duration_ms=length.seconds() if length is not None else None,
    )


def _names(speech: Value) -> Iterator[tuple[str, str]]:
    listed = speech.maybe("speakers")
    for speaker in listed.each() if listed is not None else ():
        number, name = speaker.first("id", "speaker_id"), speaker.maybe("speaker_name")
        if number is not None and name is not None:
            yield number.label(), name.text()


def _offset_ms(offset: Value) -> int:
    samples = offset.number()
    if samples < 0:
        raise offset.wrong("a number of samples")
    return round(samples / _SAMPLES_A_MS)


def _word(word: Value, segment_ms: int, speaker: str | None) -> TimedWord:
    start, end = word.maybe("start"), word.maybe("end")
    return TimedWord(
        word.at("word").text().strip(),
        segment_ms + start.seconds() if start is not None else None,
        segment_ms + end.seconds() if end is not None else None,
        speaker=speaker,
    )


SOURCE = Source(_NAME, recognise, read, is_json=True)
