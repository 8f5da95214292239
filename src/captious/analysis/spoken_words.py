"""The words of a caption file that are compared with a transcript or ASR output: no labels, sounds or music."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.rolling import rolling_of
from captious.analysis.sounds import find_descriptions
from captious.analysis.speech import find_speech
from captious.core.display import short_repr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.analysis.subject import Subject
    from captious.core.span import Span


@dataclass(frozen=True, slots=True)
class SpokenWords:
    """The spoken words of a file, in its order.

    Args:
        texts: each with the punctuation marks attached to it.
        cues: for each, the 0-based number of its cue.
    """

    texts: tuple[str, ...]
    cues: tuple[int, ...]

    __repr__ = short_repr


def spoken_words(subject: Subject) -> SpokenWords:
    """The spoken words of a file, those of captions that roll once; use ``subject.once(spoken_words)``."""
    sounds: dict[int, list[str]] = {}
    for sound in subject.once(find_descriptions):
        sounds.setdefault(sound.index, []).append(subject.source[sound.start : sound.end])
    rolling = subject.once(rolling_of)
    again = rolling.again if rolling is not None else {}
    texts: list[str] = []
    cues: list[int] = []
    for cue in subject.once(find_speech):
        text = " ".join(cue.words)
        for written in sounds.get(cue.index, ()):
            text = text.replace(" ".join(written.split()), " ")
        words = text.split()
        if cue.index in again:
            words = _without(words, again[cue.index])
        texts += words
        cues += [cue.index] * len(words)
    return SpokenWords(tuple(texts), tuple(cues))


def _without(words: list[str], again: Sequence[str]) -> list[str]:
    """The words of a cue without those at its start that are there again; labels among these are no words."""
    place = 0
    for word in again:
        if place < len(words) and words[place] == word:
            place += 1
    return words[place:]


def place_of(subject: Subject, words: SpokenWords, first: int, last: int) -> Span:
    """The place of a stretch of spoken words in the source: in the cue of its first word.

    Args:
        subject: the file.
        words: its spoken words.
        first: number of the first word of the stretch.
        last: one past its last word; the part after the end of that cue is ignored.
    """
    index = words.cues[first]
    begin, end = subject.text_starts[index], subject.cue_span(index).end
    # words before it in its cue: the same word may be there twice
    place, start, stop = first, begin, begin
    while place and words.cues[place - 1] == index:
        place -= 1
    while place < min(last, len(words.texts)) and words.cues[place] == index:
        at = subject.source.find(words.texts[place], stop, end)
        if at < 0:  # written with entities or across a tag
            return subject.text_span(index)
        if place <= first:
            start = at
        stop, place = at + len(words.texts[place]), place + 1
    return subject.span(start, stop)
