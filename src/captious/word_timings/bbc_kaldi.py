"""BBC's Kaldi: ``words[]`` with ``text`` or ``word`` and ``punct``, in seconds, alone or inside ``retval``."""

from __future__ import annotations

from captious.word_timings.json_values import Value, has
from captious.word_timings.model import Source, TimedWord, WordTrack

_NAME = "BBC Kaldi"


def recognise(data: object) -> bool:
    """Whether parsed JSON is a transcript of BBC's Kaldi."""
    return has(data, "retval", "words") or has(data, "words", 0, "punct")


def read(data: object) -> WordTrack:
    """Read the words with their punctuation.

    Raises:
        WordsError: a value is missing or wrong; with its place.

    Sources:
        bbc/stt-align-node: samples of its tests.
    """
    root = Value(data, _NAME)
    root = root.maybe("retval") or root
    words: list[TimedWord] = []
    for word in root.at("words").each():
        text = word.first("punct", "text", "word") or word.at("text")
        end, confidence = word.maybe("end"), word.maybe("confidence")
        if text.text().strip():
            words.append(
                TimedWord(
                    "".join(text.text().split()),
                    word.at("start").seconds(),
                    end.seconds() if end is not None else None,
                    confidence.number() if confidence is not None else None,
                )
            )
    return WordTrack(_NAME, tuple(words))


SOURCE = Source(_NAME, recognise, read, is_json=True)
