"""Files with the times of words, captions included."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from captious.conversion.job import open_captions, unroll
from captious.conversion.word_captions import words_of_captions
from captious.errors import CaptiousError, EncodingError, WordsError
from captious.formats.encoding import decode
from captious.formats.files import read_bytes
from captious.formats.recognise import recognise
from captious.style import load_style
from captious.word_timings.registry import are_cues, kind_of_words, parse_words

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.word_timings.model import WordTrack

_DATA = re.compile(r"[\ufeff\s]*(?:[{<]|\[\s*[\[\]{\"])")
"""How JSON and XML begin, and a transcript with times in brackets does not."""


def read_word_file(
    path: str | os.PathLike[str], *, frame_rate: Fraction | None = None, encoding: str | None = None
) -> WordTrack:
    """Reads word timings of any known kind, the words of captions in any format, or of a transcript with times.

    Labels in captions are told by the same rule as for `captious.transcript` and `captious.convert`, and are no words.

    Args:
        path: path of the file.
        frame_rate: frames per second of captions whose times count frames; ``None`` = unknown.
        encoding: Python's name of its encoding if it is not UTF-8: it may be meant for the transcript beside it.

    Raises:
        CaptiousError: the file cannot be read or decoded, is of no known kind, or has no word; with its name.
    """
    name = os.fspath(path)
    try:
        data = read_bytes(name)
        try:
            decoded = decode(data)
        except EncodingError:
            if encoding is None:
                raise
            decoded = decode(data, encoding=encoding, name=name)
        text = decoded.text
        known = recognise(text).format if are_cues(text) else None
        if known is None:
            track = _parse(text, data, name, encoding)
            return replace(track, path=name)
        captions = open_captions(
            text.encode(decoded.encoding),
            format=known.name,
            encoding=decoded.encoding,
            frame_rate=frame_rate,
        )
        document = unroll(captions).document
        profile = load_style("base").profile(format="vtt", language=document.language)
        track = words_of_captions(
            document, profile=profile, language=document.language, title=f"{known.title} captions"
        )
        remarks = [f"{note}, of another format, read as what was meant" for note in captions.foreign]
        if captions.rolling is not None and captions.rolling.repeated:
            remarks.append(f"{captions.rolling.summary}: each word once")
        return replace(track, remarks=(*track.remarks, *remarks), path=name)
    except CaptiousError as error:
        raise error.at(name) from None


def _parse(text: str, data: bytes, name: str, encoding: str | None) -> WordTrack:
    """The words of a file with word timings, or of a transcript with times."""
    try:
        return parse_words(text)
    except WordsError:
        # data in JSON or XML is no transcript that somebody typed
        is_data = not text.strip() or _DATA.match(text) is not None
        if is_data or kind_of_words(text) or recognise(text).format is not None:
            raise
        from captious.jobs.timed_transcripts import words_of_transcript  # late: hardly any file is one

        return words_of_transcript(data, name=name, encoding=encoding)
