"""An end tag does not match the open tag.

## Why it matters

Browsers skip it.
Usually two tags were closed in the wrong order, so italics or a voice continue further than they should.

## Fails

`Hello</i>`; `<b><i>Hello</b></i>`.

## Passes

`<b><i>Hello</i></b>`.

## Fix safety

The fix is safe: it removes the end tag, which contains no words, or writes an uppercase end tag in lowercase first.
If the content does not look like a tag name, there is no fix.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.2, cue text.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.line_edits import remove
from captious.analysis.vtt_tags import lower_name, tag_name
from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.vtt.issues import STRAY_END_TAG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The unmatched end tags of ``subject``."""
    return from_reader(subject, RULE, _fix)


def _fix(subject: Subject, finding: Finding) -> Fix | None:
    start, end = finding.span.start, finding.span.end
    tag = subject.source[start:end]
    lower = lower_name(tag)
    if lower is not None:
        return Fix((Edit(start, end, lower),), True, "Write the tag in lowercase")
    if f"</{tag_name(tag)}>" != tag:
        return None
    return Fix((remove(subject, start, end),), True, "Remove the end tag")


RULE = issue_rule(STRAY_END_TAG, check, __doc__, formats=("vtt",), fix="safe")
