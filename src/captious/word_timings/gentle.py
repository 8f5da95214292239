"""Gentle's alignments: ``words[]`` with a ``case``, in seconds; a word that was not found has no time."""

from __future__ import annotations

from dataclasses import replace

from captious.word_timings.json_values import Value, has
from captious.word_timings.model import Source, TimedWord, WordTrack

_NAME = "Gentle"


def recognise(data: object) -> bool:
    """Whether parsed JSON is an alignment of Gentle."""
    return has(data, "transcript") and has(data, "words", 0, "case")


def read(data: object) -> WordTrack:
    """Read the words of its transcript, with their punctuation; words it recognised besides are left out.

    Raises:
        WordsError: a value is missing or wrong; with its place.

    Sources:
        lowerquality/gentle, README.
    """
    root = Value(data, _NAME)
    transcript = root.at("transcript").text()
    recognised = [word for word in root.at("words").each() if word.maybe("word") is not None]
    words: list[TimedWord] = []
    stands = 0  # the end of the word before, in the transcript
    for word in recognised:
        made = _word(word)
        offset, stop = word.maybe("startOffset"), word.maybe("endOffset")
        if offset is None or stop is None:
            words.append(made)
            continue
        gap = transcript[stands : max(stands, int(offset.number()))]
        stands = max(stands, int(stop.number()))
        if words and gap and not any(map(str.isspace, gap)):  # all-female: one word
            words[-1] = _joined(words[-1], gap, made)
            continue
        after, ahead = _attached(gap, begins=not words)
        if words and after:
            words[-1] = replace(words[-1], text=words[-1].text + after)
        words.append(replace(made, text=ahead + made.text))
    after, _ = _attached(transcript[stands:], begins=False)
    if words and stands and after:
        words[-1] = replace(words[-1], text=words[-1].text + after)
    return WordTrack(_NAME, tuple(words))


def _word(word: Value) -> TimedWord:
    start, end = word.maybe("start"), word.maybe("end")
    return TimedWord(
        word.at("word").text().strip(),
        start.seconds() if start is not None else None,
        end.seconds() if end is not None else None,
    )


def _joined(first: TimedWord, gap: str, second: TimedWord) -> TimedWord:
    start_ms = first.start_ms if first.start_ms is not None else second.start_ms
    end_ms = second.end_ms if second.end_ms is not None else first.end_ms
    return TimedWord(first.text + gap + second.text, start_ms, end_ms)


def _attached(gap: str, *, begins: bool) -> tuple[str, str]:
    """Split the text between two words: what is attached to the one before, and to the one after; the rest is dropped.

    Args:
        gap: the text between them.
        begins: whether it is the beginning of the text, with no word before it.
    """
    parts = gap.split()
    after = parts[0] if parts and not begins and not gap[0].isspace() else ""
    ahead = parts[-1] if parts and not gap[-1].isspace() else ""
    return after, ahead


SOURCE = Source(_NAME, recognise, read, is_json=True)
