"""Amazon Transcribe: ``results.items[]``, in seconds as strings; marks are items of their own."""

from __future__ import annotations

from dataclasses import replace

from captious.words.json_values import Value, has
from captious.words.model import Source, TimedWord, WordTrack

_NAME = "Amazon Transcribe"


def recognise(data: object) -> bool:
    """Whether parsed JSON is a transcript of Amazon Transcribe."""
    return has(data, "results", "items")


def read(data: object) -> WordTrack:
    """The words; a mark clings to the word before it.

    Raises:
        WordsError: what is missing or wrong, and where.

    Sources:
        Amazon Transcribe, developer guide: example output.
    """
    words: list[TimedWord] = []
    for item in Value(data, _NAME).at("results").at("items").each():
        best = next(item.at("alternatives").each(), None)
        if best is None:
            continue
        text = best.at("content").text().strip()
        if item.at("type").text() == "punctuation":
            if words:
                words[-1] = replace(words[-1], text=words[-1].text + text)
            continue
        confidence, speaker = best.maybe("confidence"), item.maybe("speaker_label")
        words.append(
            TimedWord(
                text,
                item.at("start_time").seconds(),
                item.at("end_time").seconds(),
                confidence.number() if confidence is not None else None,
                speaker.label() if speaker is not None else None,
            )
        )
    return WordTrack(_NAME, tuple(words))


SOURCE = Source(_NAME, recognise, read, is_json=True)
