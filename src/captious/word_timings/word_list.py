"""A list of words with times, bare or beside a running text: what OpenAI and ElevenLabs answer, and what people keep.

The keys go by many names (``word``, ``text`` or ``punctuated_word``; ``start`` and ``end``, ``start_time`` …); what the
numbers count is told by the names, or else by the pace of the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.transcripts.sources.records import Record, find_names, speaker_of, text_of
from captious.word_timings.interpolate import interpolate
from captious.word_timings.json_values import Value
from captious.word_timings.model import Source, TimedWord, WordTrack
from captious.word_timings.punctuation import with_punctuation
from captious.word_timings.record_times import has_start, times_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NAME = "list of words with times"
_MAKERS = {"task": "OpenAI", "language_probability": "ElevenLabs"}
"""Who writes a list with such a key beside it."""
_LISTS = ("words", "result")
_GUESSES = ("transcripts", "alternatives")
_TEXT_KEYS = ("punctuated_word", "word", "text", "value")
"""What a word may be called, the one with punctuation first."""
_SURE_KEYS = ("confidence", "probability", "score", "conf")
_LEAST_WORDS = 0.8
"""Share of entries of one word from which a list is one of words, not of phrases. Our own value."""
_SEEN = 200
"""Entries that are looked at to tell."""


def recognise(data: object) -> bool:
    """Whether parsed JSON is a list of words with times, or has one at its top."""
    listed = _list_of(data)
    some = [entry for entry in listed[:_SEEN] if _is_spoken(entry)]
    if not some or not all(_text(entry) is not None for entry in some):
        return False
    records = [_record(entry) for entry in some]
    single = sum(len(text_of(record).split()) < 2 for record in records)
    timed = sum(has_start(record) for record in records)
    return single >= _LEAST_WORDS * len(records) and timed * 2 > len(records)


def read(data: object) -> WordTrack:
    """Read the words, with the punctuation of the running text if that is of the same words.

    Raises:
        WordsError: the language or the length of the recording is not one.

    Sources:
        OpenAI, API reference: createTranscription, ``verbose_json`` with ``timestamp_granularities[]=word`` (language,
        duration, text, words of word, start and end in seconds); ElevenLabs, Speech to Text API (words of text, start,
        end, type ``word``, ``spacing`` or ``audio_event``, speaker_id); Alpha Cephei, Vosk (result of word, start, end,
        conf); Mozilla DeepSpeech, client (transcripts of words of word, start_time, duration: the best first).
    """
    entries = [entry for entry in _list_of(data) if _is_spoken(entry)]
    root = data if isinstance(data, dict) else {}
    names = find_names(data)
    records = [_record(entry) for entry in entries]
    words = list(_words(entries, records, names))
    whole = next((root[key] for key in ("text", "transcript") if isinstance(root.get(key), str)), "")
    found = Value(root, _NAME)
    language = next(
        (root[key] for key in ("language", "language_code") if isinstance(root.get(key), str)), None
    )
    length = found.maybe("duration")
    return WordTrack(
        next((name for key, name in _MAKERS.items() if key in root), _NAME),
        tuple(with_punctuation(words, whole) if whole else words),
        language=language,
        duration_ms=length.seconds() if length is not None and "task" in root else None,
    )


def _list_of(data: object) -> Sequence[object]:
    if isinstance(data, dict):
        inner = next((data[key] for key in _LISTS if isinstance(data.get(key), list)), None)
        if inner is None:
            guesses = next((data[key] for key in _GUESSES if isinstance(data.get(key), list)), None)
            # of several guesses at one recording the first is the best
            best = guesses[0] if guesses else None
            inner = _list_of(best) if isinstance(best, dict) and not _has_guesses(best) else None
        data = inner
    return data if isinstance(data, list) else []


def _has_guesses(data: dict[str, object]) -> bool:
    """Whether an object holds guesses in turn: then it is none itself."""
    return any(isinstance(data.get(key), list) for key in _GUESSES)


def _is_spoken(entry: object) -> bool:
    """Whether an entry is more than the space between two words."""
    text = _text(entry)
    return text is None or bool(text.strip())


def _text(entry: object) -> str | None:
    if not isinstance(entry, dict):
        return None
    return next((entry[key] for key in _TEXT_KEYS if isinstance(entry.get(key), str)), None)


def _record(entry: object) -> Record:
    """A word as a record with its best text only."""
    values = entry if isinstance(entry, dict) else {}
    rest = {key: value for key, value in values.items() if key not in _TEXT_KEYS and key != "type"}
    return Record({"text": _text(entry) or "", **rest})


def _words(
    entries: Sequence[object], records: Sequence[Record], names: dict[str, str]
) -> Iterator[TimedWord]:
    times = times_of(records)
    for entry, record, (start, end) in zip(entries, records, times, strict=True):
        text, said_by = text_of(record).strip(), speaker_of(record, names) or None
        sure = _confidence(entry)
        if start is None or len(text.split()) < 2:
            yield TimedWord(text, start, end, sure, said_by)
        else:  # a sound, such as "(door closes)"
            yield from interpolate(text, start, start if end is None else end, said_by, sure)


def _confidence(entry: object) -> float | None:
    found = (entry.get(key) for key in _SURE_KEYS) if isinstance(entry, dict) else iter(())
    number = next((one for one in found if isinstance(one, int | float) and not isinstance(one, bool)), None)
    return number if number is not None and 0 <= number <= 1 else None


SOURCE = Source(_NAME, recognise, read, is_json=True)
