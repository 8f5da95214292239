"""Words with keys of one letter, as Kaltura and Verint write them: ``w``, ``s`` and ``e``, in milliseconds."""

from __future__ import annotations

from dataclasses import replace

from captious.word_timings.json_values import Value, has
from captious.word_timings.model import Source, TimedWord, WordTrack

_NAME = "Kaltura"
_PERCENT = 100


def recognise(data: object) -> bool:
    """Whether parsed JSON is a timed transcript of Kaltura."""
    return has(data, 0, "w") and has(data, 0, "s") and has(data, 0, "e")


def read(data: object) -> WordTrack:
    """Read the words, each with the punctuation that follows it.

    Raises:
        WordsError: a value is missing or wrong; with its place.

    Sources:
        Kaltura, knowledge base: timed-transcript format (i, w, s, e, t = word or punc, a = accuracy of 100); Verint,
        Interaction Analytics: ``transcript_detailed`` (p, c, s, e, w, sp).
    """
    words: list[TimedWord] = []
    for entry in Value(data, _NAME).each():
        text, kind = entry.at("w").text().strip(), entry.maybe("t")
        if kind is not None and kind.data == "punc":
            if words and text:
                words[-1] = replace(words[-1], text=words[-1].text + text)
            continue
        percent, share, speaker = entry.maybe("a"), entry.maybe("c"), entry.maybe("sp")
        sure = percent.number() / _PERCENT if percent is not None else None
        words.append(
            TimedWord(
                text,
                entry.at("s").milliseconds(),
                entry.at("e").milliseconds(),
                share.number() if share is not None else sure,
                speaker.label() if speaker is not None else None,
            )
        )
    return WordTrack(_NAME, tuple(words))


SOURCE = Source(_NAME, recognise, read, is_json=True)
