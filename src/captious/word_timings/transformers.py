"""Whisper through Hugging Face's pipeline, as insanely-fast-whisper writes it: ``chunks[].timestamp``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.word_timings.interpolate import interpolate
from captious.word_timings.json_values import Value, has
from captious.word_timings.model import Source, TimedWord, WordTrack
from captious.word_timings.pieces import join_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAME = "Transformers (Whisper)"
_PAIR = 2
_LAST_MS = 3000
"""Length of a last chunk whose end the model did not find. Our own value."""
_WORDS = 0.8
"""Share of chunks of one word from which on they are words. Our own value."""


def recognise(data: object) -> bool:
    """Whether parsed JSON is a result of the pipeline with timestamps."""
    chunks = data.get("chunks") if isinstance(data, dict) else data
    return (
        has(chunks, 0, "text")
        and has(chunks, 0, "timestamp", 0)
        and isinstance(chunks, list)
        and len(chunks[0]["timestamp"]) == _PAIR
    )


def read(data: object) -> WordTrack:
    """Read the words; in chunks of several words times are interpolated. Speakers are those of the list beside them.

    Raises:
        WordsError: a value is missing or wrong; with its place.

    Sources:
        Hugging Face Transformers, AutomaticSpeechRecognitionPipeline: ``return_timestamps``; Vaibhavs10/
        insanely-fast-whisper, README: ``chunks`` and, with diarization, ``speakers`` of the same shape with a speaker.
    """
    root = Value(data, _NAME)
    chunks = root.at("chunks") if isinstance(data, dict) else root
    listed = root.maybe("speakers") if isinstance(data, dict) else None
    spoken = list(listed.each()) if listed is not None else []
    said = spoken if spoken and has(spoken[0].data, "timestamp", 0) else list(chunks.each())
    texts = [(one.at("text").text(), *_times(one)) for one in said]
    starts = [start for _, start, _ in texts]
    single = sum(len(text.split()) < 2 for text, *_ in texts)
    measured = single >= _WORDS * len(texts)
    pieces: list[tuple[str, TimedWord]] = []
    for number, (one, (text, start, end)) in enumerate(zip(said, texts, strict=True)):
        named = one.maybe("speaker")
        speaker = named.label() if named is not None else None
        if measured and len(text.split()) < 2:
            pieces.append((text, TimedWord(text.strip(), start, end, speaker=speaker)))
        elif start is not None:
            stop = end if end is not None else _following(starts, number)
            pieces += [(f" {word.text}", word) for word in interpolate(text, start, stop, speaker=speaker)]
    spaced = sum(raw[:1].isspace() for raw, _ in pieces[1:]) * 2 > len(pieces) - 1
    words = join_pieces(pieces) if spaced else (word for _, word in pieces if word.text)
    return WordTrack(_NAME, tuple(words), measured=measured)


def _following(starts: Sequence[int | None], number: int) -> int:
    """Where a chunk without an end ends: with the next, or after a few seconds."""
    start = starts[number] or 0
    following = starts[number + 1] if number + 1 < len(starts) else None
    return following if following is not None and following > start else start + _LAST_MS


def _times(chunk: Value) -> tuple[int | None, int | None]:
    pair = list(chunk.at("timestamp").each())
    if len(pair) != _PAIR:
        raise chunk.at("timestamp").wrong("a list of a start and an end")
    start, end = (one.seconds() if one.data is not None else None for one in pair)
    return start, end


SOURCE = Source(_NAME, recognise, read, is_json=True)
