"""Reading and writing caption files as documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.formats.documents import read_document, save_document
from captious.formats.registry import output_for_path
from captious.jobs.caption_result import CaptionResult

if TYPE_CHECKING:
    from pathlib import Path

    from captious.core.document import Document
    from captious.formats.base import Reading


def read(source: str | Path | bytes, *, format: str | None = None, encoding: str | None = None) -> Reading:  # noqa: A002
    """Reads a caption file into a document, with every issue as a finding with line and column.

    Args:
        source: path or bytes of the file.
        format: name of a format of captions; ``None`` = detected from the content and the name.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark; ``auto`` = guess.

    Raises:
        CaptiousError: the file cannot be read or decoded, or its format is unknown. Issues in a caption file
            do not raise: they are the reading's ``findings``.
    """
    return read_document(source, format=format, encoding=encoding)


def write(captions: Document | CaptionResult, path: str | Path) -> None:
    """Writes captions to a file, atomically, in the format of its name's ending.

    Args:
        captions: a document, or a result of `caption`, of which the layout for the format is written.
        path: path of the file.

    Raises:
        CaptiousError: an unknown ending, or a file that cannot be written; an existing file is unchanged then.
    """
    target = output_for_path(path)
    if isinstance(captions, CaptionResult):
        documents = [one.document for one in captions.made]
        captions = next((one for one in documents if one.format == target.layout), documents[0])
    save_document(captions, path, format=target.name)
