"""Every kind of file with word timings, recognised by content."""

from __future__ import annotations

import importlib
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from captious.core.numbers import count
from captious.errors import CaptiousError, WordsError
from captious.formats.encoding import decode
from captious.formats.files import read_bytes
from captious.formats.json_text import parse_json
from captious.formats.kinds import kind_of
from captious.formats.recognise import describe_json, recognise
from captious.formats.registry import sniff
from captious.measure.garbled import restore
from captious.plain import quoted
from captious.transcripts.sources.parsed_data import parse_data

if TYPE_CHECKING:
    from captious.word_timings.model import Source, WordTrack

JSON_SOURCES = (
    "youtube_json3", "deepgram", "assemblyai", "whisper_cpp", "podcast_namespace", "transformers", "whisper", "rev",
    "speechmatics", "aws", "google_stt", "ibm", "gentle", "bbc_kaldi", "otter", "soniox", "kaltura",
)  # fmt: skip
TEXT_SOURCES = ("youtube_vtt", "youtube_srv", "subtitles", "sbv", "textgrid", "ctm")
SOURCES = (*JSON_SOURCES, *TEXT_SOURCES)
"""The modules of the sources, in the order they are tried."""
JSON_FALLBACK, TEXT_FALLBACK = ("word_list", "segments"), ("xml_segments",)
"""Readers of whatever no other reader knows."""


def load_sources(names: tuple[str, ...] = SOURCES) -> tuple[Source, ...]:
    """Load sources, in the order they are tried.

    Args:
        names: their modules.
    """
    return tuple(importlib.import_module(f"captious.word_timings.{name}").SOURCE for name in names)


def word_suffixes() -> tuple[str, ...]:
    """List the endings that only files with word timings have."""
    return tuple(suffix for source in load_sources() for suffix in source.suffixes)


def read_words(path: str | os.PathLike[str]) -> WordTrack:
    """Read a file with word timings of any known kind, sorted by time.

    Raises:
        CaptiousError: the file cannot be read or decoded.
        WordsError: it is of no known kind, broken, or without a word; with the file's name.
    """
    name = os.fspath(path)
    try:
        return replace(parse_words(decode(read_bytes(name)).text), path=name)
    except CaptiousError as error:
        raise error.at(name) from None


def parse_words(text: str) -> WordTrack:
    """Parse the text of a file as `read_words` does.

    Raises:
        WordsError: it is of no known kind, broken, or without a word.
    """
    try:
        source, data = _recognise(text)
    except WordsError:
        _refuse_captions(text)
        raise
    if source is None:
        _refuse_captions(text)
        captions = recognise(text).format
        if captions is not None:
            raise WordsError(
                f"no word timings are read from {captions.title}",
                hint="Convert it first: captious convert FILE --to vtt",
            )
        raise WordsError(f"not a known kind of word timings: {_seen(data)}", hint=_remedy(data))
    return _read(source, data)


def _refuse_captions(text: str) -> None:
    """Raises if a text is of a kind of caption file that cannot be read."""
    kind = kind_of(text)
    if kind is not None and kind.format is None:
        raise WordsError(f"this is {kind.title}, which is not read", hint=kind.hint)


def _read(source: Source, data: object) -> WordTrack:
    track = source.read(data)
    if not any(word.text and word.start_ms is not None for word in track.words):
        raise WordsError(f"{track.source}: not one word with a time in the file")
    return _sorted(_restored(track))


def _restored(track: WordTrack) -> WordTrack:
    """The track with garbled characters in its words restored."""
    words = [
        word if word.text.isascii() else replace(word, text=restore(word.text)[0]) for word in track.words
    ]
    changed = sum(
        word is not other and word.text != other.text for word, other in zip(words, track.words, strict=True)
    )
    if not changed:
        return track
    remark = f"garbled characters restored in {count(changed, 'word')}"
    return replace(track, words=tuple(words), remarks=(*track.remarks, remark))


def are_cues(text: str) -> bool:
    """Whether a text is captions whose words have no times of their own, whatever their format."""
    if recognise(text).format is None:
        return False
    try:
        source, _ = _recognise(text)
    except WordsError:
        return True
    return source is None or source.holds_cues


def find_words(text: str) -> WordTrack | None:
    """Parse a text as `parse_words` does; ``None`` for captions and for an unknown kind, which may be a transcript.

    Raises:
        WordsError: it is of a known kind, and broken or without a word.
    """
    if sniff(text) is not None:
        return None
    try:
        source, data = _recognise(text)
    except WordsError:
        return None
    return _read(source, data) if source is not None else None


def kind_of_words(text: str) -> str:
    """Name the kind of a text with word timings, for people; empty for captions and for an unknown kind."""
    if sniff(text) is not None:
        return ""
    try:
        source, _ = _recognise(text)
    except WordsError:
        return ""
    return source.name if source is not None else ""


def _recognise(text: str) -> tuple[Source | None, object]:
    """Recognise the kind of a text; also returns its content in the form that kind takes."""
    is_json = text.lstrip("\ufeff \t\r\n").startswith(("{", "["))
    data = _parse_json(text) if is_json else text
    sources = load_sources((*JSON_SOURCES, *JSON_FALLBACK) if is_json else (*TEXT_SOURCES, *TEXT_FALLBACK))
    return next((source for source in sources if source.recognise(data)), None), data


def _parse_json(text: str) -> object:
    """The value of JSON, or the list of the values of JSON lines."""
    try:
        return parse_json(text, error=WordsError)
    except WordsError:
        data = parse_data(text)
        if data is None:
            raise
        return data


def _remedy(data: object) -> str:
    """What to do about a file of no known kind."""
    if isinstance(data, str) and not data.strip():
        return "Export or download it again."
    if isinstance(data, dict) and isinstance(data.get("text"), str):
        return (
            "Ask for the times of words: with OpenAI response_format=verbose_json and "
            "timestamp_granularities[]=word, with Whisper --word_timestamps True."
        )
    known = ", ".join(each.name for each in load_sources())
    return f"Known: {known}. Captions of the same words (SRT, VTT) do as well, with approximate times."


def _seen(data: object) -> str:
    if not isinstance(data, str):
        return describe_json(data)
    first = next((line.strip() for line in data.splitlines() if line.strip()), "")
    return f"it begins with {quoted(first[:60])}" if first else "the file is empty"


def _sorted(track: WordTrack) -> WordTrack:
    """Sort by time; a word without a time stays behind the word before it."""
    moments: list[int] = []
    latest = 0
    for word in track.words:
        latest = word.start_ms if word.start_ms is not None else latest
        moments.append(latest)
    order = sorted(range(len(moments)), key=moments.__getitem__)
    return replace(track, words=tuple(track.words[number] for number in order if track.words[number].text))
