"""An `&` is not part of a complete character reference.

## Why it matters

Browsers show most of them as they are, but show `&copy` as ©, and `R&notes` as `R¬es`.
Parsers built on XML stop at the first one.

## Fails

`R&D`, `&copy 2024`, `&nosuchthing;`.

## Passes

`R&amp;D`, `&copy; 2024`.

## Fix safety

The fix is safe: viewers see the same text.
It writes `&amp;`, or adds the missing semicolon where browsers recognise a reference.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.2, cue text.
- The W3C's own checker, w3c/webvtt.js, reports it.
- HTML Living Standard, named character references: some count without their semicolon.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.vtt.entities import decode
from captious.formats.vtt.issues import BAD_ENTITY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_NUMBER = re.compile(r"&#(?:[0-9]+|[xX][0-9a-fA-F]+)").match
_NAME = re.compile(r"&[A-Za-z][A-Za-z0-9]{1,31};?").match


def check(subject: Subject) -> Iterator[Finding]:
    """The ampersands of ``subject`` that are not part of a complete character reference."""
    return from_reader(subject, RULE, _fix)


def _fix(subject: Subject, finding: Finding) -> Fix:
    start = finding.span.start
    end = _end_of_reference(subject.source, start)
    if end is not None:
        return Fix((Edit(end, end, ";"),), True, "Insert the semicolon")
    return Fix((Edit(start, start + 1, "&amp;"),), True, "Write &amp;")


def _end_of_reference(source: str, start: int) -> int | None:
    """Where a reference without a semicolon ends for browsers; ``None`` if they do not recognise one."""
    if source.startswith("&#", start):
        index = _NUMBER(source, start)
        return index.end() if index is not None else None
    name = _NAME(source, start)
    if name is None:
        return None
    written = name[0].removesuffix(";")
    seen = decode(written)
    if seen == written:
        return None
    # the shortest prefix that is a reference by itself
    lengths = range(3, len(written) + 1)
    return next((start + end for end in lengths if decode(written[:end]) + written[end:] == seen), None)


RULE = issue_rule(BAD_ENTITY, check, __doc__, formats=("vtt",), fix="safe")
