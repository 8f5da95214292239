"""The file holds no cue.

## Why it matters

There is nothing to show: an export went wrong, or the file is not a caption file.

## Fails

An empty file; a WebVTT file with a header and nothing else.

## Passes

A file with one cue. A file in which another issue hides the cues is reported for that issue.

## Fix safety

None.

## Sources

- caption-inspector and pycaption refuse files without captions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.base import NO_CUES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The lack of cues in ``subject``."""
    return from_reader(subject, RULE)


RULE = issue_rule(NO_CUES, check, __doc__)
