"""The files that are joined or split: read in one form, and what is said about them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from captious.core.numbers import count
from captious.formats.bridge import convert
from captious.formats.losses import losses_in
from captious.reports.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction
    from pathlib import Path

    from captious.conversion.job import Source
    from captious.core.document import Document
    from captious.formats.base import Format, Loss

_MOST_FINDINGS = 3


def name_of(source: str | Path | bytes, number: int = 1) -> str:
    """The name of a source in messages."""
    return f"<bytes {number}>" if isinstance(source, bytes) else os.fspath(source)


def in_one_form(
    sources: Sequence[Source], target: Format
) -> tuple[list[Document], tuple[tuple[int, Loss], ...]]:
    """The documents of sources in one form: their own if it is that of the target, otherwise WebVTT.

    Returns:
        The documents, and what reading them lost, each with the 0-based number of its source.
    """
    originals = [source.original or source.document for source in sources]
    if all(document.format == target.name for document in originals):
        return originals, ()
    lost = tuple((number, loss) for number, source in enumerate(sources) for loss in source.losses)
    return [source.document for source in sources], lost


def written(
    document: Document, target: Format, *, frame_rate: Fraction | None
) -> tuple[str, tuple[Loss, ...]]:
    """The text of a document in a format, and what the format cannot hold of it."""
    if document.format == target.name:
        return target.write(document, frame_rate=frame_rate), ()
    text = target.write(convert(document, to=target.layout), frame_rate=frame_rate)
    return text, losses_in(document, target, frame_rate=frame_rate)


def reading_rows(source: Source, name: str) -> Iterator[Row]:
    """What the reader found wrong in a file, and the words that it could not place."""
    findings = source.findings
    if findings:
        yield Row("faulty", f"{count(len(findings), 'issue')} in {name}; captious check explains them")
        for finding in findings[:_MOST_FINDINGS]:
            yield Row("", f"{finding.where}: {finding.message}")
    original = source.original
    for broken in original.broken if original is not None else ():
        text = broken.text.replace("\n", " / ")
        yield Row(
            "loses", f"the cue on line {broken.span.line} of {name}, whose times cannot be read: {text}"
        )
