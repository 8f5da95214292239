"""The ending of the file's name is that of another format.

## Why it matters

Programs choose their reader by the name. WebVTT in a `.srt` file loses its settings and shows its header; SubRip in
a `.vtt` file is refused by browsers.

## Fails

A file that begins with `WEBVTT` and is called `talk.srt`.

## Passes

`talk.vtt`, `talk.webvtt`; a name without an ending, or with one that belongs to no caption format.

## Fix safety

None: a file is renamed by whoever knows what refers to it, or converted.

## Sources

- srt-lint-mcp: WebVTT mislabelled as SRT.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.core.span import Span
from captious.formats.registry import FORMATS, format_by_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The wrong ending of the name of ``subject``."""
    ending = os.path.splitext(subject.path or "")[1].lower()  # noqa: PTH122
    known = format_by_name(subject.document.format)
    if ending not in known.suffixes and any(ending in other.suffixes for other in FORMATS):
        message = f"the file is {known.title}, but its name ends with {ending}"
        yield RULE.at(Span(0, 0, 1, 1), message)


RULE = Rule("FIL005", "wrong-file-ending", Severity.ERROR, Group.DEFAULT, check, __doc__)
