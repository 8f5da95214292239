"""Statistics of caption files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from captious.conversion.job import open_captions, unroll
from captious.conversion.restyle import name_speakers
from captious.core.numbers import count
from captious.errors import CaptiousError, OptionError
from captious.jobs.caption_folders import captions_in, is_folder
from captious.jobs.inputs import style_of
from captious.overview.statistics import measure_files

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from captious.jobs.inputs import GivenStyle
    from captious.overview.statistics import Statistics


@dataclass(frozen=True, slots=True, repr=False)
class StatsResult:
    """Statistics of one or more files.

    Args:
        files: name and statistics of each file, in order.
        together: statistics of all files together.
        errors: files in folders that could not be read.
        rolling: files whose captions roll or grow; each word of them is counted once.
    """

    files: tuple[tuple[str, Statistics], ...]
    together: Statistics
    errors: tuple[CaptiousError, ...] = ()
    rolling: tuple[str, ...] = ()

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
    frame_rate: Fraction | None = None,
) -> StatsResult:
    """Measures caption files in any format: cues, words, speakers, and distributions of speed, lengths and gaps.

    Args:
        sources: path or bytes of one file, or of several; of a folder, all captions in it and below are measured.
        style: style whose character counting is used.
        format: name of their format; ``None`` = detected from their content, or else their names.
        language: BCP 47 tag of the text, for counting; ``None`` = as each file says.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark; ``auto`` = guess.
        frame_rate: frames per second of times that count frames, as in ``00:01:02:12``; ``None`` = unknown.

    Raises:
        CaptiousError: a file cannot be read, a folder has no captions, or no file is given. A file in a folder that
            cannot be read does not raise: it is in ``errors``.
    """
    named = [sources] if isinstance(sources, str | Path | bytes) else list(sources)
    given: list[str | Path | bytes] = []
    found: set[str] = set()
    errors: list[CaptiousError] = []
    for source in named:
        if isinstance(source, bytes) or not is_folder(source):
            given.append(source)
            continue
        folder = captions_in(source)
        errors += folder.errors
        found.update(folder.files.values())
        given += folder.files.values()
    if not given:
        raise OptionError("no caption files given")
    loaded = style_of(style)
    documents = []
    names = []
    rolling: list[str] = []
    for source in given:
        try:
            opened = open_captions(
                source, format=format, encoding=encoding, frame_rate=frame_rate, language=language
            )
        except CaptiousError as error:
            if source not in found:
                raise
            errors.append(error)
            continue
        names.append("<bytes>" if isinstance(source, bytes) else os.fspath(source))
        if opened.rolling is not None and opened.rolling.repeated:
            rolling.append(names[-1])
        document = unroll(opened, timed=False).document
        if not any(cue.speaker for cue in document.cues):
            document = name_speakers(document, language=language)
        documents.append(document)
    counting = [
        loaded.profile(format="vtt", language=language or document.language).counting
        for document in documents
    ]
    if not documents:
        raise errors[0]
    files = tuple(
        (name, measure_files([document.cues], each))
        for name, document, each in zip(names, documents, counting, strict=True)
    )
    if len(files) == 1:
        return StatsResult(files, files[0][1], tuple(errors), tuple(rolling))
    together = measure_files([document.cues for document in documents], counting[0])
    return StatsResult(files, together, tuple(errors), tuple(rolling))
