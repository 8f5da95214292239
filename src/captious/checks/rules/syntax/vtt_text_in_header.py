"""There is text directly below `WEBVTT`, where it is part of the header.

## Why it matters

The header continues until the first blank line.
A `NOTE`, `STYLE` or `REGION` directly below the signature has no effect, and text is never shown.

## Fails

`STYLE` on the line below `WEBVTT`.

## Passes

A blank line below `WEBVTT`.
Metadata such as `Kind: captions` and `X-TIMESTAMP-MAP=…` passes too: YouTube and streaming services write it there.

## Fix safety

The fix inserts a blank line above the first `NOTE`, `STYLE` or `REGION` of the header.
It is safe for `NOTE`, and unsafe for `STYLE` and `REGION`, which then have an effect: colours and places change.
Nothing is inserted below the times of a cue, where such a line is text.
Other lines need a manual fix.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.1, file structure: the signature line is followed by two or more
  line terminators.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.analysis.line_edits import insert_line_before
from captious.checks.reported import from_reader, issue_rule
from captious.formats.vtt.header import block_end
from captious.formats.vtt.issues import HEADER_LINES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding, Fix


_BLOCK = re.compile(r"NOTE(?:[ \t].*)?|(?:STYLE|REGION)[ \t]*", re.DOTALL).fullmatch
_MESSAGE = "Insert a blank line below the header"


def check(subject: Subject) -> Iterator[Finding]:
    """The lines of ``subject`` that are part of the header by mistake."""
    return from_reader(subject, RULE, _insert)


def _insert(subject: Subject, finding: Finding) -> Fix | None:
    texts = subject.source_lines.texts
    line = finding.span.line - 1
    end = block_end(texts, line)
    while line < end and not _BLOCK(texts[line]):
        line += 1
    if line == end:
        return None
    return insert_line_before(subject, line, _MESSAGE, safe=texts[line].startswith("NOTE"))


RULE = issue_rule(HEADER_LINES, check, __doc__, formats=("vtt",), fix="safe or unsafe")
