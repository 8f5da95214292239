"""A cue setting has an invalid value.

## Why it matters

Browsers ignore the setting, so the cue appears in its default position, perhaps over on-screen text or a face.

## Fails

`size:150%`, `position:left`, `align:middle`.

## Passes

`size:80%`, `line:0`, `line:-1`, `position:10%,line-left`, `align:center`.

## Fix safety

The fix is safe for `middle`, which was the name of `center` in drafts of the format.
It removes any other invalid setting, which is unsafe because a valid value may have been meant.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.4, settings.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.analysis.vtt_settings import remove_setting
from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.vtt.issues import BAD_SETTING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_MIDDLE = re.compile(r"(?:align:|(?:line|position):[-0-9.]{1,20}%?,)(middle)").fullmatch


def check(subject: Subject) -> Iterator[Finding]:
    """The cue settings of ``subject`` with an invalid value."""
    return from_reader(subject, RULE, _fix)


def _fix(subject: Subject, finding: Finding) -> Fix:
    match = _MIDDLE(subject.source, finding.span.start, finding.span.end)
    if match is None:
        return remove_setting(subject, finding)
    return Fix((Edit(match.start(1), match.end(1), "center"),), True, 'Write "center"')


RULE = issue_rule(BAD_SETTING, check, __doc__, formats=("vtt",), fix="safe or unsafe")
