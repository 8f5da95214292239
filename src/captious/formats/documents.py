"""Reading and writing documents."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from captious.core.gc_pause import uncollected
from captious.errors import CaptiousError, OutputError
from captious.formats.base import CaptionFormat, Use
from captious.formats.encoding import decode, known_encoding
from captious.formats.files import read_bytes, replace_file
from captious.formats.recognise import recognise
from captious.formats.registry import by_name

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.core.document import Document
    from captious.formats.base import Reading

_ENCODING_MARKS = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


def read_text(text: str, *, format: str | None = None) -> Reading:  # noqa: A002 - what users call it
    """Reads a decoded caption file.

    Args:
        text: the whole file.
        format: name of the format; ``None`` = detected from the text.

    Raises:
        FormatError: an unknown format.
    """
    found = by_name(format, Use.CHECK) if format is not None else recognise(text).checked()
    return found.read(text)


def read_document(
    source: bytes | str | os.PathLike[str],
    *,
    format: str | None = None,  # noqa: A002
    encoding: str | None = None,
    name: str = "",
    frame_rate: Fraction | None = None,
    language: str | None = None,
) -> Reading:
    """Reads a caption file.

    Args:
        source: its bytes, or its path.
        format: name of the format; ``None`` = detected from the text, or else the file name.
        encoding: Python's name of its encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark; ``"auto"`` = the
            likeliest.
        name: its name, for bytes; empty = unknown.
        frame_rate: frames per second of times that count frames in a format of exchange; ``None`` = unknown.
        language: which captions to read of a file in several languages; ``None`` = the first.

    Raises:
        CaptiousError: the file cannot be read; `EncodingError` if it is not text in that encoding,
            `FormatError` if its format is unknown, `OptionError` for an unknown encoding. It has the path.
    """
    read = partial(_read, format_name=format, encoding=encoding, frame_rate=frame_rate, language=language)
    if isinstance(source, bytes):
        return read(source, name or None)
    try:
        return read(read_bytes(source), source)
    except CaptiousError as error:
        raise error.at(os.fspath(source)) from None


def write_document(
    document: Document,
    *,
    format: str | None = None,  # noqa: A002
    keep: bool = False,
) -> bytes:
    """The bytes of a document's file: UTF-8, LF line endings, no byte order mark.

    Args:
        document: the document; it is normalised first (`CaptionFormat.normalise`).
        format: the format to write; ``None`` = the document's own. Text is converted as by
            `captious.formats.bridge.convert`.
        keep: whether to use the encoding, line endings and byte order mark that the document was read with.

    Raises:
        FormatError: an unknown format.
        OutputError: with ``keep``, the text has characters that the encoding lacks.
    """
    target = by_name(format or document.format, Use.WRITE)
    if target.layout != document.format:
        from captious.formats.bridge import convert

        document = convert(document, to=target.layout)
    text = target.write(document)
    if not keep:
        return text.encode()
    encoding = known_encoding(document.encoding)
    if document.newline != "\n":
        text = text.replace("\n", document.newline)
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError as error:
        raise OutputError(
            f"{encoding} has no {text[error.start]!r} (U+{ord(text[error.start]):04X})",
            line=text.count("\n", 0, error.start) + 1,
            hint="Write the file in UTF-8.",
        ) from None
    return _ENCODING_MARKS.get(encoding, b"") + data if document.bom else data


def save_document(
    document: Document,
    path: str | os.PathLike[str],
    *,
    format: str | None = None,  # noqa: A002
    keep: bool = False,
) -> None:
    """Writes a document to a file, atomically; takes the arguments of `write_document`.

    Raises:
        FormatError: an unknown format.
        OutputError: the file cannot be written.
    """
    try:
        replace_file(path, write_document(document, format=format, keep=keep))
    except CaptiousError as error:
        raise error.at(os.fspath(path)) from None


def _read(
    data: bytes,
    path: str | os.PathLike[str] | None,
    *,
    format_name: str | None,
    encoding: str | None,
    frame_rate: Fraction | None,
    language: str | None,
) -> Reading:
    decoded = decode(data, encoding=encoding, name="" if path is None else os.fspath(path))
    if format_name is not None:
        found = by_name(format_name, Use.CHECK)
    else:
        found = recognise(decoded.text, name="" if path is None else os.fspath(path)).checked()
    with uncollected():
        # SubRip and WebVTT are read as they are, so that times in frames are an issue of the file
        rate = None if isinstance(found, CaptionFormat) else frame_rate
        reading = found.read(decoded.text, frame_rate=rate, language=language)
    return replace(reading, document=replace(reading.document, encoding=decoded.encoding, bom=decoded.bom))
