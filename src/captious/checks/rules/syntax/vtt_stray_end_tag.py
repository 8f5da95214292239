"""An end tag closes nothing that is open there.

## Why it matters

Browsers skip it. Mostly two tags were closed in the wrong order, so that italics or a voice go on further than they
should.

## Fails

`Hello</i>`; `<b><i>Hello</b></i>`.

## Passes

`<b><i>Hello</i></b>`.

## Fix safety

The end tag goes; one in capitals is written in lower case first. No word is in it, so it is safe. What does not
look like a tag's name is left to a person.

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
    """The end tags of ``subject`` that close nothing."""
    return from_reader(subject, RULE, _fix)


def _fix(subject: Subject, finding: Finding) -> Fix | None:
    start, end = finding.span.start, finding.span.end
    tag = subject.source[start:end]
    lower = lower_name(tag)
    if lower is not None:
        return Fix((Edit(start, end, lower),), True, "Write the tag in lower case")
    if f"</{tag_name(tag)}>" != tag:
        return None
    return Fix((remove(subject, start, end),), True, "Remove the end tag")


RULE = issue_rule(STRAY_END_TAG, check, __doc__, formats=("vtt",), fix="safe")
