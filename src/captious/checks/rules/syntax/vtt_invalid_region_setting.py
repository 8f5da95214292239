"""A region has an invalid setting.

## Why it matters

Browsers ignore the setting, so the region and all of its cues have the default position or size.

## Fails

`width:400px`, `lines:three`, `colour:red`.

## Passes

- `id`.
- `width` as a percentage.
- `lines` as a whole number.
- `regionanchor` and `viewportanchor` as two percentages.
- `scroll:up`.

## Fix safety

The fix is unsafe: it removes the setting, although a valid value may have been meant.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.5, regions.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.line_edits import remove_lines
from captious.analysis.vtt_settings import without
from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Fix
from captious.formats.vtt.issues import BAD_REGION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The invalid region settings of ``subject``."""
    return from_reader(subject, RULE, _remove)


def _remove(subject: Subject, finding: Finding) -> Fix:
    line = finding.span.line - 1
    alone = subject.source_lines.texts[line].strip() == subject.source[finding.span.start : finding.span.end]
    # a blank line would end the region
    edit = (
        remove_lines(subject, line, line + 1)
        if alone
        else without(subject, finding.span.start, finding.span.end)
    )
    return Fix((edit,), False, "Remove the setting")


RULE = issue_rule(BAD_REGION, check, __doc__, formats=("vtt",), fix="unsafe")
