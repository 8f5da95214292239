"""Rev's transcripts: ``monologues[].elements[]``, in seconds; punctuation marks are elements of their own."""

from __future__ import annotations

from dataclasses import replace

from captious.word_timings.json_values import Value, has
from captious.word_timings.model import Source, TimedWord, WordTrack

_NAME = "Rev"


def recognise(data: object) -> bool:
    """Whether parsed JSON is a transcript of Rev."""
    return has(data, "monologues")


def read(data: object) -> WordTrack:
    """Read the words, each with the punctuation that follows it.

    Raises:
        WordsError: a value is missing or wrong; with its place.

    Sources:
        Rev AI, transcript object of the asynchronous API.
    """
    words: list[TimedWord] = []
    for monologue in Value(data, _NAME).at("monologues").each():
        speaker = monologue.maybe("speaker")
        for element in monologue.at("elements").each():
            kind, text = element.at("type").text(), element.at("value").text().strip()
            if kind == "punct":
                if text and words:
                    words[-1] = replace(words[-1], text=words[-1].text + text)
                continue
            start, end, confidence = element.maybe("ts"), element.maybe("end_ts"), element.maybe("confidence")
            if text:
                words.append(
                    TimedWord(
                        text,
                        start.seconds() if start is not None else None,
                        end.seconds() if end is not None else None,
                        confidence.number() if confidence is not None else None,
                        speaker.label() if speaker is not None else None,
                    )
                )
    return WordTrack(_NAME, tuple(words))


SOURCE = Source(_NAME, recognise, read, is_json=True)
