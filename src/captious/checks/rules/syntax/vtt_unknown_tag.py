"""A tag is not a WebVTT tag.

## Why it matters

Browsers hide everything between `<` and `>`.
A leftover `<font>` does no harm but has no effect; `<laughs>`, or the middle of `1 < 2 and 3 > 2`, disappears from the
screen.

## Fails

`<font color="red">`, `<I>`, `<br>`, `<laughs>`, `<rt>` outside `<ruby>`.

## Passes

`<c>`, `<i>`, `<b>`, `<u>`, `<ruby>`, `<rt>`, `<v>`, `<lang>`, in lowercase, with or without classes.

## Fix safety

The fix is safe where it writes WebVTT tags in lowercase, or removes HTML tags for the look of text: they contain no
words.
For `<br>` it writes a line break, which is unsafe: browsers show the words around it as one.
Anything else may be text: the fix writes `&lt;` to show it, which is unsafe.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.2, cue text.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.line_edits import remove
from captious.analysis.vtt_tags import PLAIN_HTML, lower_name, tag_name
from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.vtt.issues import BAD_TAG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The tags of ``subject`` that are not WebVTT tags."""
    return from_reader(subject, RULE, _fix)


def _fix(subject: Subject, finding: Finding) -> Fix:
    start, end = finding.span.start, finding.span.end
    tag = subject.source[start:end]
    lower = lower_name(tag)
    if lower is not None:
        return Fix((Edit(start, end, lower),), True, "Write the tag in lowercase")
    name = tag_name(tag).lower()
    if name == "br":
        return Fix((Edit(start, end, subject.document.newline),), False, "Write a line break")
    if name in PLAIN_HTML or name == "rt":
        return Fix((remove(subject, start, end),), True, "Remove the tag")
    return Fix((Edit(start, start + 1, "&lt;"),), False, "Write &lt; to show it as text")


RULE = issue_rule(BAD_TAG, check, __doc__, formats=("vtt",), fix="safe or unsafe")
