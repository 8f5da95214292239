"""Amazon Transcribe: ``results.items[]``, in seconds as strings; punctuation marks are items of their own."""

from __future__ import annotations

from dataclasses import replace

from captious.word_timings.json_values import Value, has
from captious.word_timings.model import Source, TimedWord, WordTrack

_NAME = "Amazon Transcribe"


def recognise(data: object) -> bool:
    """Whether parsed JSON is a transcript of Amazon Transcribe."""
    return has(data, "results", "items")


def read(data: object) -> WordTrack:
    """Read the words, each with the punctuation that follows it.

    Raises:
        WordsError: a value is missing or wrong; with its place.

    Sources:
        Amazon Transcribe, developer guide: example output.
    """
    results = Value(data, _NAME).at("results")
    speakers = _speakers(results)
    words: list[TimedWord] = []
    for item in results.at("items").each():
        best = next(item.at("alternatives").each(), None)
        if best is None:
            continue
        text = best.at("content").text().strip()
        if item.at("type").text() == "punctuation":
            if words:
                words[-1] = replace(words[-1], text=words[-1].text + text)
            continue
        confidence, speaker = best.maybe("confidence"), item.maybe("speaker_label")
        start_ms = item.at("start_time").seconds()
        words.append(
            TimedWord(
                text,
                start_ms,
                item.at("end_time").seconds(),
                confidence.number() if confidence is not None else None,
                speaker.label() if speaker is not None else speakers.get(start_ms),
            )
        )
    language = results.maybe("language_code")
    return WordTrack(_NAME, tuple(words), language=language.text() if language is not None else None)


def _speakers(results: Value) -> dict[int, str]:
    """Map the start of each word, in milliseconds, to its speaker: older files list them separately."""
    labels = results.maybe("speaker_labels")
    segments = labels.maybe("segments") if labels is not None else None
    if segments is None:
        return {}
    found: dict[int, str] = {}
    for segment in segments.each():
        items = segment.maybe("items")
        for item in items.each() if items is not None else ():
            label = item.maybe("speaker_label")
            if label is not None:
                found[item.at("start_time").seconds()] = label.label()
    return found


SOURCE = Source(_NAME, recognise, read, is_json=True)
