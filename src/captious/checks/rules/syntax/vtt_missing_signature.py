"""The file does not begin with `WEBVTT`.

## Why it matters

Browsers read the first six characters, and show nothing of the file if they are not `WEBVTT`.

## Fails

- A file that begins with its first cue.
- `webvtt`, `WEB VTT` or `WEBVTT:`.
- A blank line, a comment or a cue above `WEBVTT`.
- An invisible character before `WEBVTT`, a second byte order mark, or one that was read as `ï»¿`.

## Passes

`WEBVTT` alone on the first line, or followed by a space and a title.

## Fix safety

The fix is safe: it writes `WEBVTT` at the start of the file, after which all of it is shown.
A misspelled header is replaced, and one further down is moved with the lines directly below it; its title stays.
Times with commas are written with points at the same time, since a browser would read none of those cues.
Nothing else changes: no settings, identifiers, comments or text.
There is no fix if no cue can be read, or if the file is SubRip; see `wrong-file-ending`.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §6.1, file parsing: the signature.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.vtt.header import SIGNATURE, block_end, find_header
from captious.formats.vtt.issues import BAD_TIMES, MISSING_SIGNATURE
from captious.formats.vtt.timestamps import with_points

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding
    from captious.formats.lines import Lines
    from captious.formats.vtt.header import Header

_WORDS = re.compile(r"\w").search


def check(subject: Subject) -> Iterator[Finding]:
    """The missing signature of ``subject``."""
    return from_reader(subject, RULE, _write_header)


def _write_header(subject: Subject, _: Finding) -> Fix | None:
    times = tuple(_times(subject))
    if not subject.cues and not times:
        return None
    lines, newline = subject.source_lines, subject.document.newline
    header = find_header(lines.texts)
    edits: Iterable[Edit]
    if header is None or header.begin == header.end:
        first = next((number for number, line in enumerate(lines.texts) if line.strip()), 0)
        edits = (Edit(0, lines.starts[first], SIGNATURE + newline * (2 if header is None else 1)),)
        message = "Insert WEBVTT at the start of the file"
    elif header.is_misplaced:
        edits, message = _moved(lines, header, newline), "Move the header to the start of the file"
    else:
        edits, message = _corrected(lines, header, newline), "Correct the WEBVTT signature"
    return Fix(tuple(sorted((*edits, *times), key=lambda edit: edit.start)), True, message)


def _times(subject: Subject) -> Iterator[Edit]:
    lines = subject.source_lines
    for finding in subject.reported.get(BAD_TIMES.code, ()):
        number = finding.span.line - 1
        written = with_points(lines.texts[number])
        if written is not None:
            begin = lines.starts[number]
            yield Edit(begin, begin + len(lines.texts[number]), written)


def _corrected(lines: Lines, header: Header, newline: str) -> Iterator[Edit]:
    texts, starts = lines.texts, lines.starts
    end = block_end(texts, header.line)
    title = _title(texts[header.line][header.end :], newline)
    yield Edit(0, starts[header.line] + len(texts[header.line]), SIGNATURE + title)
    if end < len(texts) and texts[end]:
        # an identifier between the header and the times would be part of the header
        place = starts[end - 1 if end - 1 > header.line and texts[end - 1].strip().isdigit() else end]
        yield Edit(place, place, newline)


def _moved(lines: Lines, header: Header, newline: str) -> Iterator[Edit]:
    texts, starts = lines.texts, lines.starts
    end = block_end(texts, header.line)
    title = _title(texts[header.line][header.end :], newline)
    block = newline.join([SIGNATURE + title, *texts[header.line + 1 : end], "", ""])
    yield Edit(0, starts[header.first], block)
    past = end
    if end < len(texts) and not texts[end] and not texts[header.line - 1]:
        past = end + 1  # of the blank lines around it, one is enough
    is_between = bool(texts[header.line - 1]) and end < len(texts) and bool(texts[end])
    last = starts[past] if past < len(texts) else starts[-1] + len(texts[-1])
    yield Edit(starts[header.line], last, newline if is_between else "")


def _title(rest: str, newline: str) -> str:
    """What stays of the line after the signature."""
    if _WORDS(rest) is None:
        return ""
    if "-->" in rest:
        return newline * 2 + rest.lstrip()
    return rest if rest[0] in " \t" else f" {rest.lstrip()}"


RULE = issue_rule(MISSING_SIGNATURE, check, __doc__, formats=("vtt",), fix="safe")
