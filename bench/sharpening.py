"""Edges of words by pocketsphinx, where it agrees with the phones: measured in bench/audio.py, and not in use."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.word_timings.model import TimedWord, WordTrack

AGREES_MS = 300
LONGEST_MS = 12_000
PAUSE_MS = 1_000


def sharpen(track: WordTrack, path: str) -> WordTrack:
    """Align stretches of known words again, and take the starts that are near those known."""
    from captious.audio.decode import Decoder, build_models
    from captious.audio.pronunciation import spoken_forms
    from captious.audio.reading import read_audio

    audio = read_audio(path)
    forms = [spoken_forms(word.text) for word in track.words]
    words = list(track.words)
    with tempfile.TemporaryDirectory() as folder:
        decoder = Decoder(build_models([part for form in forms for part in form], folder))
        for first, last in stretches(words):
            start = max((words[first].start_ms or 0) - 250, 0)
            end = (words[last - 1].end_ms or 0) + 200
            parts = [part for form in forms[first:last] for part in form]
            found = decoder.align(parts, audio.between(start, end), start) if parts else None
            place = 0
            for number in range(first, last) if found else ():
                if forms[number]:
                    begin = found[place].start_ms
                    if abs(begin - (words[number].start_ms or 0)) < AGREES_MS:
                        words[number] = replace(words[number], start_ms=begin)
                place += len(forms[number])
    return replace(track, words=tuple(words))


def stretches(words: Sequence[TimedWord]) -> Iterator[tuple[int, int]]:
    """Words in a row without a long pause between them."""
    first = 0
    for number in range(len(words) + 1):
        here = words[number] if number < len(words) else None
        before = words[number - 1] if number > first else None
        if (
            here is not None
            and here.start_ms is not None
            and (
                before is None
                or (
                    here.start_ms - (before.end_ms or 0) < PAUSE_MS
                    and here.start_ms - (words[first].start_ms or 0) < LONGEST_MS
                )
            )
        ):
            continue
        if before is not None:
            yield first, number
        first = number if here is not None and here.start_ms is not None else number + 1
