"""Speechmatics' transcripts: ``results[]`` of version 2, ``words[]`` with times as strings of version 1; seconds."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from captious.words.json_values import Value, has
from captious.words.model import Source, TimedWord, WordTrack

_NAME = "Speechmatics"
_MARKS = frozenset(".,?!;:")


def recognise(data: object) -> bool:
    """Whether parsed JSON is a transcript of Speechmatics, version 1 or 2."""
    return (has(data, "results", 0, "alternatives", 0, "content") and has(data, "results", 0, "type")) or (
        has(data, "words", 0, "name") and has(data, "words", 0, "time")
    )


def read(data: object) -> WordTrack:
    """The words; a mark clings to the word before it.

    Raises:
        WordsError: what is missing or wrong, and where.

    Sources:
        Speechmatics, json-v2 transcript format; a transcript of version 1 kept in a public project.
    """
    root = Value(data, _NAME)
    return WordTrack(_NAME, tuple(_newer(root) if has(data, "results") else _older(root)))


def _newer(root: Value) -> list[TimedWord]:
    words: list[TimedWord] = []
    for result in root.at("results").each():
        best = next(result.at("alternatives").each(), None)
        if best is None:
            continue
        text = best.at("content").text().strip()
        if result.at("type").text() == "punctuation":
            if words:
                words[-1] = replace(words[-1], text=words[-1].text + text)
            continue
        confidence, speaker = best.maybe("confidence"), best.maybe("speaker")
        if text and result.at("type").text() != "speaker_change":
            words.append(
                TimedWord(
                    text,
                    result.at("start_time").seconds(),
                    result.at("end_time").seconds(),
                    confidence.number() if confidence is not None else None,
                    speaker.label() if speaker is not None else None,
                )
            )
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
    """Who speaks from when to when: until the next one does."""
    listed = root.maybe("speakers")
    if listed is None:
        return []
    found = [(one.at("time").seconds(), one.at("name").label()) for one in listed.each()]
    ends = [later[0] for _, later in pairwise(found)] + [10**12]
    return [(start, end, name) for (start, name), end in zip(found, ends, strict=True)]


SOURCE = Source(_NAME, recognise, read, is_json=True)
