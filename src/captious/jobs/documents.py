"""Caption files read and written as documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.formats.documents import read_document, save_document
from captious.formats.registry import format_for_path
from captious.jobs.caption_result import CaptionResult

if TYPE_CHECKING:
    from pathlib import Path

    from captious.core.document import Document
    from captious.formats.base import Reading


def read(source: str | Path | bytes, *, format: str | None = None, encoding: str | None = None) -> Reading:  # noqa: A002
    """Reads a caption file: a document, and every issue found in it with line and column.

    Args:
        source: a path, or the file's bytes.
        format: ``"srt"`` or ``"vtt"``; ``None`` = detected from the content and the name.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 by its byte order mark.

    Raises:
        CaptiousError: the file cannot be read or decoded, or is in no known format. Issues inside a caption
            file raise nothing; they are the reading's ``findings``.
    """
    return read_document(source, format=format, encoding=encoding)


def write(captions: Document | CaptionResult, path: str | Path) -> None:
    """Writes captions to a file, whole or not at all, in the format its name ends with.

    Args:
        captions: a document, or what `caption` made: of several layouts the one made for the format is written.
        path: the file.

    Raises:
        CaptiousError: an unknown ending, or a file that cannot be written. The old file is then as it was.
    """
    target = format_for_path(path).name
    if isinstance(captions, CaptionResult):
        documents = [one.document for one in captions.made]
        captions = next((one for one in documents if one.format == target), documents[0])
    save_document(captions, path, format=target)
