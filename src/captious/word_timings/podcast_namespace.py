"""JSON transcripts of podcasts: ``segments[]`` of a word or a phrase, in seconds."""

from __future__ import annotations

from captious.word_timings.interpolate import interpolate
from captious.word_timings.json_values import Value, has
from captious.word_timings.model import Source, TimedWord, WordTrack

_NAME = "Podcast Namespace JSON"


def recognise(data: object) -> bool:
    """Whether parsed JSON is a transcript of the podcast namespace."""
    return has(data, "segments", 0, "body")


def read(data: object) -> WordTrack:
    """Read the words; times are interpolated within a phrase, or within several phrases with the same time.

    Raises:
        WordsError: a value is missing or wrong; with its place.

    Sources:
        Podcasting 2.0 namespace, transcripts/transcripts.md: JSON.
    """
    phrases: list[tuple[str, int, int, str | None]] = []
    for segment in Value(data, _NAME).at("segments").each():
        body, start = segment.at("body").text().strip(), segment.at("startTime").seconds()
        end, speaker = segment.maybe("endTime"), segment.maybe("speaker")
        finish = end.seconds() if end is not None else start
        name = speaker.label() if speaker is not None and speaker.label() else None
        if phrases and phrases[-1][1:] == (start, finish, name):
            phrases[-1] = (f"{phrases[-1][0]} {body}", start, finish, name)
        else:
            phrases.append((body, start, finish, name))
    words: list[TimedWord] = []
    for number, (body, start, finish, name) in enumerate(phrases):
        following = phrases[number + 1][1] if number + 1 < len(phrases) else finish
        words += interpolate(body, start, finish if finish > start else max(following, start), speaker=name)
    measured = all(len(body.split()) <= 1 for body, *_ in phrases)
    return WordTrack(_NAME, tuple(words), measured=measured)


SOURCE = Source(_NAME, recognise, read, is_json=True)
