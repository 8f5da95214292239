"""Soniox's transcripts: ``tokens[]``, pieces of words with the spaces before them, in milliseconds."""

from __future__ import annotations

from captious.word_timings.json_values import Value, has
from captious.word_timings.model import Source, TimedWord, WordTrack
from captious.word_timings.pieces import join_pieces

_NAME = "Soniox"


def recognise(data: object) -> bool:
    """Whether parsed JSON is a transcript of Soniox."""
    return has(data, "tokens", 0, "text") and has(data, "tokens", 0, "start_ms")


def read(data: object) -> WordTrack:
    """Read the words, joined from tokens; those of a translation, which have no times, are left out.

    Raises:
        WordsError: a value is missing or wrong; with its place.

    Sources:
        Soniox, Speech-to-Text REST API: get transcript (text, start_ms, end_ms, confidence, speaker, language,
        translation_status of each token).
    """
    pieces: list[tuple[str, TimedWord]] = []
    language: str | None = None
    for token in Value(data, _NAME).at("tokens").each():
        status, tag = token.maybe("translation_status"), token.maybe("language")
        if status is not None and status.data == "translation":
            continue
        language = language or (tag.text() if tag is not None else None)
        start, end, sure, speaker = (
            token.maybe(key) for key in ("start_ms", "end_ms", "confidence", "speaker")
        )
        raw = token.at("text").text()
        word = TimedWord(
            raw.strip(),
            start.milliseconds() if start is not None else None,
            end.milliseconds() if end is not None else None,
            sure.number() if sure is not None else None,
            speaker.label() if speaker is not None else None,
        )
        pieces.append((raw, word))
    return WordTrack(_NAME, tuple(join_pieces(pieces)), language=language)


SOURCE = Source(_NAME, recognise, read, is_json=True)
