"""IBM Watson Speech to Text: ``results[].alternatives[].timestamps``, lists of a word and two times in seconds."""

from __future__ import annotations

from captious.word_timings.json_values import Value, has
from captious.word_timings.model import Source, TimedWord, WordTrack

_NAME = "IBM Watson"
_HESITATION = "%HESITATION"


def recognise(data: object) -> bool:
    """Whether parsed JSON is a response of IBM Watson with word timings."""
    results = data.get("results") if isinstance(data, dict) else None
    return isinstance(results, list) and any(has(one, "alternatives", 0, "timestamps") for one in results)


def read(data: object) -> WordTrack:
    """Read the words of the first alternative of each result, without hesitations.

    Raises:
        WordsError: a value is missing or wrong; with its place.

    Sources:
        IBM Cloud, Speech to Text: response metadata (timestamps, word confidence) and speaker labels, whose ``from`` is
        the start of a word.
    """
    root = Value(data, _NAME)
    speakers = _speakers(root)
    words: list[TimedWord] = []
    for result in root.at("results").each():
        alternatives = result.maybe("alternatives")
        best = next(alternatives.each(), None) if alternatives is not None else None
        timestamps = best.maybe("timestamps") if best is not None else None
        if best is None or timestamps is None:
            continue
        listed = best.maybe("word_confidence")
        confidences = list(listed.each()) if listed is not None else []
        for number, timestamp in enumerate(timestamps.each()):
            text, start, end = _members(timestamp, 3, "a list of a word, its start and its end")
            if text.text().startswith(_HESITATION) or not text.text().strip():
                continue
            sure = confidences[number] if number < len(confidences) else None
            start_ms = start.seconds()
            words.append(
                TimedWord(
                    text.text().strip(),
                    start_ms,
                    end.seconds(),
                    _members(sure, 2, "a list of a word and its confidence")[1].number() if sure else None,
                    speakers.get(start_ms),
                )
            )
    return WordTrack(_NAME, tuple(words))


def _speakers(root: Value) -> dict[int, str]:
    """Map the start of each word, in milliseconds, to its speaker."""
    labels = root.maybe("speaker_labels")
    if labels is None:
        return {}
    return {label.at("from").seconds(): label.at("speaker").label() for label in labels.each()}


def _members(value: Value, count: int, wanted: str) -> list[Value]:
    members = list(value.each())
    if len(members) != count:
        raise value.wrong(wanted)
    return members


SOURCE = Source(_NAME, recognise, read, is_json=True)
