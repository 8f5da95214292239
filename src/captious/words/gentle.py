"""Gentle's alignments: ``words[]`` with a ``case``, in seconds; a word that was not found has no time."""

from __future__ import annotations

from captious.words.json_values import Value, has
from captious.words.model import Source, TimedWord, WordTrack

_NAME = "Gentle"


def recognise(data: object) -> bool:
    """Whether parsed JSON is an alignment of Gentle."""
    return has(data, "transcript") and has(data, "words", 0, "case")


def read(data: object) -> WordTrack:
    """The words of its transcript, with the marks that follow them there; what it heard besides is left out.

    Raises:
        WordsError: what is missing or wrong, and where.

    Sources:
        lowerquality/gentle, README.
    """
    root = Value(data, _NAME)
    transcript = root.at("transcript").text()
    told = [word for word in root.at("words").each() if word.maybe("word") is not None]
    offsets = [word.maybe("startOffset") for word in told]
    words: list[TimedWord] = []
    for number, word in enumerate(told):
        text = word.at("word").text()
        last = word.maybe("endOffset")
        if last is not None:
            following = offsets[number + 1] if number + 1 < len(told) else None
            stop = int(following.number()) if following is not None else len(transcript)
            clinging = transcript[int(last.number()) : stop]
            # marks up to the next blank belong to the word
            text += "" if clinging[:1].isspace() else "".join(clinging.split(None, 1)[:1])
        start, end = word.maybe("start"), word.maybe("end")
        if text.strip():
            words.append(
                TimedWord(
                    text.strip(),
                    start.seconds() if start is not None else None,
                    end.seconds() if end is not None else None,
                )
            )
    return WordTrack(_NAME, tuple(words))


SOURCE = Source(_NAME, recognise, read, is_json=True)
