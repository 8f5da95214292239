"""A `<` has no closing `>`.

## Why it matters

Browsers read everything from there to the end of the cue as a tag name and show none of it.

## Fails

`5 < 6 is true`: viewers see `5`.

## Passes

`5 &lt; 6 is true`.

## Fix safety

The fix is safe: it writes `&lt;`, which shows the text after it, so no word is lost.
An incomplete WebVTT tag at the very end of a cue, such as `</i`, gets its `>` instead.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.2, cue text.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.vtt.issues import UNFINISHED_TAG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_LESS = re.compile("<")
_CUT_OFF = re.compile(r"</?(?:c|i|b|u|v|ruby|rt|lang)\s*").fullmatch


def check(subject: Subject) -> Iterator[Finding]:
    """The tags of ``subject`` without a closing ``>``."""
    return from_reader(subject, RULE, _fix)


def _fix(subject: Subject, finding: Finding) -> Fix:
    start, end = finding.span.start, finding.span.end
    if _CUT_OFF(subject.source, start, end):
        return Fix((Edit(end, end, ">"),), True, "Complete the tag")
    # after the first one, browsers hide all others too
    edits = (Edit(place.start(), place.end(), "&lt;") for place in _LESS.finditer(subject.source, start, end))
    return Fix(tuple(edits), True, "Write &lt;")


RULE = issue_rule(UNFINISHED_TAG, check, __doc__, formats=("vtt",), fix="safe")
