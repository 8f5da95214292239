"""The file contains no cues.

## Why it matters

There is nothing to show: an export failed, or the file is not a caption file.

## Fails

An empty file, or a WebVTT file with a header and nothing else.

## Passes

A file with one cue.
If another issue is the reason that no cue can be read, that issue is reported instead.

## Fix safety

There is no fix: export the captions again, or check that this is the right file.

## Sources

- caption-inspector and pycaption refuse files without captions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.issue import NO_CUES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The finding that ``subject`` contains no cues."""
    return from_reader(subject, RULE)


RULE = issue_rule(NO_CUES, check, __doc__)
