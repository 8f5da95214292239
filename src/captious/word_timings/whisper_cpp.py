"""whisper.cpp's JSON (``-oj``, ``-ojf``): ``transcription[]`` with offsets in milliseconds, tokens in the full form."""

from __future__ import annotations

from captious.word_timings.interpolate import interpolate
from captious.word_timings.json_values import Value, has
from captious.word_timings.model import Source, TimedWord, WordTrack

_NAME = "whisper.cpp"


def recognise(data: object) -> bool:
    """Whether parsed JSON is a transcription of whisper.cpp."""
    return has(data, "transcription", 0, "offsets")


def read(data: object) -> WordTrack:
    """Read the words, joined from tokens where there are any: a token that begins with a space begins a word.

    Raises:
        WordsError: a value is missing or wrong; with its place.

    Sources:
        ggml-org/whisper.cpp, examples/cli (output_json).
    """
    root = Value(data, _NAME)
    words: list[TimedWord] = []
    measured = True
    for segment in root.at("transcription").each():
        tokens = segment.maybe("tokens")
        if tokens is not None and any(token.maybe("offsets") is not None for token in tokens.each()):
            words += _joined(tokens)
            continue
        text, offsets = segment.at("text").text(), segment.at("offsets")
        measured = measured and len(text.split()) < 2
        words += interpolate(
            text,
            offsets.at("from").milliseconds(),
            offsets.at("to").milliseconds(),
        )
    result = root.maybe("result")
    language = result.maybe("language") if result is not None else None
    return WordTrack(
        _NAME, tuple(words), measured=measured, language=language.text() if language is not None else None
    )


def _joined(tokens: Value) -> list[TimedWord]:
    words: list[TimedWord] = []
    for token in tokens.each():
        text = token.at("text").text()
        if text.startswith("[_") or not text.strip():
            continue
        offsets = token.at("offsets")
        start, end = offsets.at("from").milliseconds(), offsets.at("to").milliseconds()
        if words and not text.startswith(" "):
            last = words[-1]
            words[-1] = TimedWord(last.text + text.strip(), last.start_ms, end, last.confidence)
        else:
            probability = token.maybe("p")
            words.append(
                TimedWord(text.strip(), start, end, probability.number() if probability is not None else None)
            )
    return words


SOURCE = Source(_NAME, recognise, read, is_json=True)
