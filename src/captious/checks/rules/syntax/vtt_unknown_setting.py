"""A cue has an unknown setting.

## Why it matters

Browsers ignore it.
It may be a misspelt name, or words that belong on the next line and are never shown.

## Fails

`allign:start`, `00:01.000 --> 00:02.000 Hello there`.

## Passes

`vertical`, `line`, `position`, `size`, `align` and `region`, each with a colon and a value.

## Fix safety

The fix is unsafe: it removes the setting, although something was meant by it.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.4, settings.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.vtt_settings import remove_setting
from captious.checks.reported import from_reader, issue_rule
from captious.formats.vtt.issues import UNKNOWN_SETTING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The unknown cue settings of ``subject``."""
    return from_reader(subject, RULE, remove_setting)


RULE = issue_rule(UNKNOWN_SETTING, check, __doc__, formats=("vtt",), fix="unsafe")
