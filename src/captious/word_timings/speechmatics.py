"""Speechmatics' transcripts: ``results[]`` of version 2, ``words[]`` with times as strings of version 1; seconds."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from captious.word_timings.json_values import Value, has
from captious.word_timings.model import Source, TimedWord, WordTrack

_NAME = "Speechmatics"
_MARKS = frozenset(".,?!;:")
_NO_LANGUAGE = frozenset({"auto", "multi"})
_NOBODY = "UU"
"""The name of the speaker without diarization."""


def recognise(data: object) -> bool:
    """Whether parsed JSON is a transcript of Speechmatics, version 1 or 2."""
    return (has(data, "results", 0, "alternatives", 0, "content") and has(data, "results", 0, "type")) or (
        has(data, "words", 0, "name") and has(data, "words", 0, "time")
    )


def read(data: object) -> WordTrack:
    """Read the words, each with the punctuation that follows it.

    Raises:
        WordsError: a value is missing or wrong; with its place.

    Sources:
        Speechmatics, json-v2 transcript format; a transcript of version 1 kept in a public project.
    """
    root = Value(data, _NAME)
    words = _newer(root) if has(data, "results") else _older(root)
    job, metadata = root.maybe("job"), root.maybe("metadata")
    duration = job.maybe("duration") if job is not None else None
    settings = metadata.maybe("transcription_config") if metadata is not None else None
    language = (
        settings.maybe("language") if settings is not None else job.maybe("lang") if job is not None else None
    )
    known = language is not None and language.text() not in _NO_LANGUAGE
    return WordTrack(
        _NAME,
        tuple(words),
        language=language.text() if language is not None and known else None,
        duration_ms=duration.seconds() if duration is not None else None,
    )


def _newer(root: Value) -> list[TimedWord]:
    words: list[TimedWord] = []
    ahead = ""  # punctuation attached to the word after it
    for result in root.at("results").each():
        best = next(result.at("alternatives").each(), None)
        if best is None:
            continue
        text = best.at("content").text().strip()
        if result.at("type").text() == "punctuation":
            side = result.maybe("attaches_to")
            if side is not None and side.data == "next":
                ahead += text
            elif words:
                words[-1] = replace(words[-1], text=words[-1].text + text)
            continue
        confidence, speaker = best.maybe("confidence"), best.maybe("speaker")
        if text and result.at("type").text() != "speaker_change":
            words.append(
                TimedWord(
                    ahead + text,
                    result.at("start_time").seconds(),
                    result.at("end_time").seconds(),
                    confidence.number() if confidence is not None else None,
                    speaker.label() if speaker is not None and speaker.data != _NOBODY else None,
                )
            )
            ahead = ""
    return words


def _older(root: Value) -> list[TimedWord]:
    speakers = _speakers(root)
    words: list[TimedWord] = []
    for word in root.at("words").each():
        text, start = word.at("name").text().strip(), word.at("time").seconds()
        if text in _MARKS:
            if words:
                words[-1] = replace(words[-1], text=words[-1].text + text)
            continue
        length, confidence = word.maybe("duration"), word.maybe("confidence")
        said_by = next((name for begin, end, name in speakers if begin <= start < end), None)
        words.append(
            TimedWord(
                text,
                start,
                start + length.seconds() if length is not None else None,
                confidence.number() if confidence is not None else None,
                said_by,
            )
        )
    return words


def _speakers(root: Value) -> list[tuple[int, int, str]]:
    """Who speaks from when to when; each speaks until the next one does."""
    listed = root.maybe("speakers")
    if listed is None:
        return []
    found = [(one.at("time").seconds(), one.at("name").label()) for one in listed.each()]
    ends = [later[0] for _, later in pairwise(found)] + [10**12]
    return [(start, end, name) for (start, name), end in zip(found, ends, strict=True)]


SOURCE = Source(_NAME, recognise, read, is_json=True)
