"""Statistics of caption files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from captious.conversion.job import open_captions
from captious.conversion.restyle import name_speakers
from captious.core.numbers import count
from captious.errors import OptionError
from captious.jobs.inputs import style_of
from captious.overview.statistics import measure_files

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.jobs.inputs import GivenStyle
    from captious.overview.statistics import Statistics


@dataclass(frozen=True, slots=True, repr=False)
class StatsResult:
    """Statistics of one or more files.

    Args:
        files: name and statistics of each file, in order.
        together: statistics of all files together.
    """

    files: tuple[tuple[str, Statistics], ...]
    together: Statistics

    def __repr__(self) -> str:
        cues, words = count(self.together.cues, "cue"), count(self.together.words, "word")
        return f"<StatsResult {count(len(self.files), 'file')}, {cues}, {words}>"


def stats(
    sources: str | Path | bytes | Iterable[str | Path | bytes],
    *,
    style: GivenStyle = "youtube",
    format: str | None = None,  # noqa: A002 - what users call it
    language: str | None = None,
    encoding: str | None = None,
) -> StatsResult:
    """Measures caption files in any format: cues, words, speakers, and distributions of speed, lengths and gaps.

    Args:
        sources: path or bytes of one file, or of several.
        style: style whose character counting is used.
        format: name of their format; ``None`` = detected from their content, or else their names.
        language: BCP 47 tag of the text, for counting; ``None`` = as each file says.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark.

    Raises:
        CaptiousError: a file cannot be read, or no file is given.
    """
    given = [sources] if isinstance(sources, str | Path | bytes) else list(sources)
    if not given:
        raise OptionError("no caption files given")
    loaded = style_of(style)
    documents = []
    for source in given:
        document = open_captions(source, format=format, encoding=encoding).document
        if not any(cue.speaker for cue in document.cues):
            document = name_speakers(document, language=language)
        documents.append(document)
    counting = [
        loaded.profile(format="vtt", language=language or document.language).counting
        for document in documents
    ]
    names = ["<bytes>" if isinstance(source, bytes) else os.fspath(source) for source in given]
    files = tuple(
        (name, measure_files([document.cues], each))
        for name, document, each in zip(names, documents, counting, strict=True)
    )
    if len(files) == 1:
        return StatsResult(files, files[0][1])
    return StatsResult(files, measure_files([document.cues for document in documents], counting[0]))
