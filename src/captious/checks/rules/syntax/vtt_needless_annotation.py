"""A tag other than `<v>` and `<lang>` has an annotation.

## Why it matters

Browsers drop the annotation.
It may be an HTML attribute, which has no effect, or text after a `<b` that was not meant as a tag.

## Fails

`<c color="red">`, `<i think so>`.

## Passes

`<c.red>`, `<v Bob>`, `<lang en>`.

## Fix safety

The fix is safe where it removes attributes, which contain an `=`.
It is unsafe where it removes other words, which may be text.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.2, cue text.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.vtt.issues import NEEDLESS_ANNOTATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_NAME = re.compile(r"<[^ \t\r\n\f>]*").match


def check(subject: Subject) -> Iterator[Finding]:
    """The annotations of ``subject`` that have no effect."""
    return from_reader(subject, RULE, _fix)


def _fix(subject: Subject, finding: Finding) -> Fix | None:
    end = finding.span.end - 1
    name = _NAME(subject.source, finding.span.start)
    if name is None or name.end() >= end:
        return None
    safe = "=" in subject.source[name.end() : end]
    return Fix((Edit(name.end(), end, ""),), safe, "Remove the annotation")


RULE = issue_rule(NEEDLESS_ANNOTATION, check, __doc__, formats=("vtt",), fix="safe or unsafe")
