"""What a file that is given as a transcript is, and what it holds: asked by every job that reads transcripts."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from captious.core.binary_files import find_binary
from captious.core.display import short_repr
from captious.errors import CaptiousError, OptionError
from captious.formats.base import Use
from captious.formats.encoding import decode
from captious.formats.files import read_bytes
from captious.formats.recognise import PAGE, recognise
from captious.formats.registry import names
from captious.transcripts.parse import read_transcript
from captious.transcripts.sources.html_names import KNOWN
from captious.transcripts.sources.parsed_data import parse_data, root_of
from captious.transcripts.sources.records import read_records
from captious.transcripts.sources.registry import (
    DATA_SUFFIXES,
    DOCUMENT_SUFFIXES,
    TEXT_SUFFIXES,
    read_document,
    read_text,
)
from captious.word_timings.registry import find_words, kind_of_words

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.formats.base import Format
    from captious.formats.recognise import Content
    from captious.transcripts.model import Transcript
    from captious.transcripts.sources.model import SourceText
    from captious.word_timings.model import WordTrack

_TABLES = frozenset(("csv", "tsv"))
_TEXT_ENDINGS = (".html", ".htm", ".csv", ".tsv", ".tab")
"""Endings of formats of captions that say less than the content."""
_TIMED = frozenset(("json",))
"""Formats of captions that are transcripts with times as well."""


_IN_FRAMES = frozenset(("premiere-text", "premiere-csv"))
"""Kinds of captions that are transcripts whose times count frames: with a frame rate, they have times."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a file holds: a text, word timings, or captions.

    Args:
        text: the text of a transcript.
        track: its words with their times.
        captions: what kind of captions it holds, which are not read.
    """

    text: SourceText | None = None
    track: WordTrack | None = None
    captions: Content | None = None

    __repr__ = short_repr

    def without_captions(self) -> Source:
        """The same source, which may not be captions.

        Raises:
            OptionError: it is captions; with the command that captions their words.
        """
        if self.captions is not None:
            self.captions.check_transcript()
        return self


def open_source(
    data: bytes,
    *,
    name: str = "",
    encoding: str | None = None,
    captions: bool = False,
    frame_rate: Fraction | None = None,
) -> Source:
    """Finds out what a file is, by its content first, and reads it; captions are only named.

    Args:
        data: the whole file.
        name: its name or path, which decides where the content could be several things; empty = unknown.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark; ``auto`` = guess.
        captions: whether captions are read, too, so that a name is enough to take a file for them.
        frame_rate: frames per second, so that captions that count frames have times; ``None`` = unknown.

    Raises:
        CaptiousError: it cannot be read or decoded, or is none of them; with what it is and what to do.
    """
    binary = find_binary(data)
    is_captions = binary is not None and binary.format in names(Use.READ)
    document = None if is_captions else read_document(data)
    if document is not None:
        return Source(text=document)
    text = decode(data, encoding=encoding, name=name).text
    content = recognise(text, name=name if captions else "", words=kind_of_words)
    known = content.format
    if content.words or (known is not None and known.name in _TIMED and not content.by_name):
        return Source(track=find_words(text))
    is_exported = known is not None and content.kind is not None and content.kind.name in _IN_FRAMES
    if known is not None and is_exported and frame_rate is not None and not captions:
        return Source(track=_words_in(data, known, frame_rate, encoding))
    if (
        known is not None
        and not content.by_name
        and not _is_text(content, captions=captions, frame_rate=frame_rate)
    ):
        return Source(captions=replace(content, name=name))
    if content.kind is not None and known is None and not content.may_be_transcript:
        replace(content, name=name).check_transcript()
    what = content.other if content.other != PAGE else ""
    if not what and (root := root_of(text)) and root.casefold() not in KNOWN:
        closed = text.rstrip().endswith((f"</{root}>", f":{root}>"))
        what = f"XML with the root <{root}>" if closed or parse_data(text) is not None else ""
    records = read_records(parse_data(text), what) if what or content.by_name else None
    if records is not None:
        return Source(text=records)
    if known is not None and content.by_name and not name.lower().endswith(_TEXT_ENDINGS):
        return Source(captions=replace(content, name=name))
    if what:
        replace(content, name=name, other=what).check_transcript()
    return Source(text=read_text(text, name=name))


def open_transcript(
    source: bytes | str | os.PathLike[str],
    *,
    language: str | None = None,
    encoding: str | None = None,
    name: str | None = None,
) -> Transcript:
    """Reads the transcript in a file.

    Args:
        source: its path, or its bytes.
        language: BCP 47 tag of the text; ``None`` = detected.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark; ``auto`` = guess.
        name: its name; ``None`` = its path.

    Raises:
        CaptiousError: it cannot be read, is not a transcript, or holds no word; with the file's name.
    """
    name = name if name is not None else "" if isinstance(source, bytes) else os.fspath(source)
    try:
        data = source if isinstance(source, bytes) else read_bytes(source)
        opened = open_source(data, name=name, encoding=encoding).without_captions()
        if opened.track is not None:
            from captious.word_timings.transcript import (
                as_transcript,  # late: hardly any transcript has times
            )

            return as_transcript(opened.track, language=language)
        return read_transcript(opened.text or "", language=language, path=name or None)
    except CaptiousError as error:
        raise error.at(name) if name else error from None


def refuse_path(text: str) -> None:
    """Refuses a file name given as text, which would be captioned itself.

    Raises:
        OptionError: it is one.
    """
    if not text or "\n" in text or "\r" in text or len(text) > 4096:
        return
    words = text.split()
    has_suffix = len(words) == 1 and Path(text).suffix.lower() in _known_suffixes()
    if has_suffix or (len(words) == 1 and _exists(text)):
        raise OptionError(
            f"this is a file name, not the text of a transcript: {text!r}",
            hint=f"To read the file, pass Path({text!r}).",
        )


def _words_in(data: bytes, known: Format, frame_rate: Fraction, encoding: str | None) -> WordTrack:
    """The words of captions that a transcript program exports, with their times."""
    # late: hardly any transcript counts frames
    from captious.conversion.job import open_captions
    from captious.conversion.word_captions import words_of_captions
    from captious.style import load_style

    read = open_captions(data, format=known.name, encoding=encoding, frame_rate=frame_rate)
    profile = load_style("base").profile(format="vtt", language=read.document.language)
    return words_of_captions(read.document, profile=profile, title=known.title)


def _is_text(content: Content, *, captions: bool, frame_rate: Fraction | None) -> bool:
    """Whether captions are a transcript as well: a page, a table of turns, or lines with times."""
    known = content.format
    if captions and known is not None and known.counts_frames and frame_rate is not None:
        return False
    return known is not None and (
        known.is_prose or (known.name in _TABLES and not captions) or content.may_be_transcript
    )


def _known_suffixes() -> frozenset[str]:
    from captious.formats.registry import suffixes

    return frozenset((*suffixes(), *TEXT_SUFFIXES, *DOCUMENT_SUFFIXES, *DATA_SUFFIXES, ".pdf", ".doc"))


def _exists(text: str) -> bool:
    try:
        return os.path.lexists(text)
    except (OSError, ValueError):
        return False
