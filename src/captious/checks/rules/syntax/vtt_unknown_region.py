"""A cue refers to a region that is not defined above it.

## Why it matters

The cue appears in the default position instead of its region, perhaps over another caption.

## Fails

`region:fred` without a `REGION` block that has `id:fred`.

## Passes

A region defined above the first cue.

## Fix safety

The fix is unsafe: it removes the setting, which changes nothing on screen but loses what was meant.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.4, settings.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.vtt_settings import remove_setting
from captious.checks.reported import from_reader, issue_rule
from captious.formats.vtt.issues import UNKNOWN_REGION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The regions that ``subject`` refers to and does not define."""
    return from_reader(subject, RULE, remove_setting)


RULE = issue_rule(UNKNOWN_REGION, check, __doc__, formats=("vtt",), fix="unsafe")
