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

The fix is safe: it only inserts a blank line above the first `NOTE`, `STYLE` or `REGION`, which then has an effect.
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
from captious.formats.vtt.issues import HEADER_LINES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding, Fix


_BLOCK = re.compile(r"NOTE(?:[ \t].*)?|(?:STYLE|REGION)[ \t]*", re.DOTALL).fullmatch


def check(subject: Subject) -> Iterator[Finding]:
    """The lines of ``subject`` that are part of the header by mistake."""
    return from_reader(subject, RULE, _insert)


def _insert(subject: Subject, finding: Finding) -> Fix | None:
    texts = subject.source_lines.texts
    line = finding.span.line - 1
    while line < len(texts) and texts[line] and not _BLOCK(texts[line]):
        line += 1
    if line == len(texts) or not texts[line]:
        return None
    return insert_line_before(subject, line, "Insert a blank line below the header")


RULE = issue_rule(HEADER_LINES, check, __doc__, formats=("vtt",), fix="safe")
