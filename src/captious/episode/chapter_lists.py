"""Chapter files, read and written: a WebVTT track, the list of a description, and the JSON of podcasts."""

from __future__ import annotations

import json
import os
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.core.clock import parse_clock, short_time, vtt_time
from captious.core.cue import Cue
from captious.core.document import Document
from captious.core.numbers import count
from captious.episode.chapters import FEWEST, LEAST_MS
from captious.episode.model import Chapter
from captious.errors import CaptiousError, FormatError
from captious.formats.encoding import decode
from captious.formats.files import read_bytes
from captious.formats.json_text import parse_json
from captious.formats.registry import format_by_name, sniff

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE = re.compile(
    r"[-*•(\[]?\s{0,3}((?:[0-9]{1,3}:)?[0-9]{1,3}:[0-9]{2}(?:[.,][0-9]{1,3})?)[)\]]?\s{0,5}[-–—:|]?\s+(\S.*)"
)


def write_vtt(chapters: Sequence[Chapter], end_ms: int) -> str:
    """Write chapters as a WebVTT file for ``<track kind="chapters">``: each lasts until the next begins.

    Sources:
        WHATWG HTML, 4.8.11.11.3: text tracks that describe chapters.
    """
    vtt = format_by_name("vtt")
    ends = [*(chapter.start_ms for chapter in chapters[1:]), end_ms]
    cues = tuple(
        Cue(chapter.start_ms, max(end, chapter.start_ms + 1), vtt.escape(chapter.title), (chapter.title,))
        for chapter, end in zip(chapters, ends, strict=True)
    )
    return vtt.write(Document("vtt", cues, header="Kind: chapters"))


def write_list(chapters: Sequence[Chapter]) -> str:
    """Write chapters as lines ``0:00 Title``, as YouTube reads them in a description."""
    return "".join(f"{short_time(chapter.start_ms)} {chapter.title}\n" for chapter in chapters)


def write_json(chapters: Sequence[Chapter]) -> str:
    """Write chapters as JSON of the podcast namespace.

    Sources:
        Podcasting 2.0 namespace, JSON chapters format 1.2.0: ``application/json+chapters``.
    """
    entries = [{"startTime": chapter.start_ms / 1000, "title": chapter.title} for chapter in chapters]
    return json.dumps({"version": "1.2.0", "chapters": entries}, ensure_ascii=False, indent=2) + "\n"


def read_chapters(path: str | os.PathLike[str]) -> tuple[Chapter, ...]:
    """Read chapters from a file: WebVTT or SRT, podcast JSON, or lines ``0:00 Title``; other lines are skipped.

    Raises:
        CaptiousError: it cannot be read, holds no chapter, or their times do not rise; with file and line.
    """
    name = os.fspath(path)
    try:
        text = decode(read_bytes(path)).text
        found = _read(text, name)
        if not found:
            raise FormatError(
                "no chapters in the file",
                hint='Write lines such as "0:00 Introduction", or give WebVTT or JSON.',
            )
        for (earlier, _), (chapter, line) in pairwise(found):
            if chapter.start_ms <= earlier.start_ms:
                raise FormatError(
                    f"a chapter at {short_time(chapter.start_ms)} after one at {short_time(earlier.start_ms)}",
                    line=line,
                )
    except CaptiousError as error:
        raise error.at(name) from None
    return tuple(chapter for chapter, _ in found)


def _read(text: str, name: str) -> list[tuple[Chapter, int | None]]:
    known = sniff(text, name=name)
    if known is not None:
        cues = known.read(text).document.cues
        return [
            (Chapter(max(cue.start_ms, 0), " ".join(cue.lines)), cue.span.line if cue.span else None)
            for cue in cues
            if any(cue.lines)
        ]
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        return _read_json(text)
    found: list[tuple[Chapter, int | None]] = []
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line.strip())
        if match is not None:
            try:
                found.append((Chapter(parse_clock(match[1]), " ".join(match[2].split())), number))
            except CaptiousError as error:
                error.line = number
                raise
    return found


def _read_json(text: str) -> list[tuple[Chapter, int | None]]:
    data = parse_json(text)
    entries = data.get("chapters") if isinstance(data, dict) else None
    if not isinstance(entries, list):
        raise FormatError(
            "JSON without chapters", hint='It looks like {"version": "1.2.0", "chapters": […]}.'
        )
    found: list[tuple[Chapter, int | None]] = []
    for number, entry in enumerate(entries, 1):
        start = entry.get("startTime") if isinstance(entry, dict) else None
        title = entry.get("title") if isinstance(entry, dict) else None
        if isinstance(start, bool) or not isinstance(start, int | float) or not 0 <= start < 1e7:
            raise FormatError(f"chapter {number} has no startTime in seconds")
        if entry.get("toc") is False:
            continue  # a silent chapter: it only changes a picture
        shown = " ".join(title.split()) if isinstance(title, str) else ""
        found.append((Chapter(round(start * 1000), shown or f"{number}"), None))
    return found


def shortcomings(chapters: Sequence[Chapter], end_ms: int) -> list[str]:
    """List why YouTube would not show these chapters, one sentence each; empty if it would.

    Sources:
        as `captious.episode.chapters.FEWEST`.
    """
    found = []
    if chapters and chapters[0].start_ms >= 1000:
        found.append(f"the first chapter begins at {short_time(chapters[0].start_ms)} and not at 0:00")
    if 0 < len(chapters) < FEWEST:
        found.append(f"{count(len(chapters), 'chapter')} (at least {FEWEST})")
    limits = [*(chapter.start_ms for chapter in chapters), end_ms]
    for chapter, (start, end) in zip(chapters, pairwise(limits), strict=True):
        if end - start < LEAST_MS:
            found.append(
                f"{vtt_time(chapter.start_ms)}: {max(end - start, 0) / 1000:g} s long (at least {LEAST_MS // 1000})"
            )
    return found
