"""A second header stands below cues: the file is several WebVTT files put together.

## Why it matters

Streams (HLS) come in segments of some seconds, each a WebVTT file with a header of its own.
Programs that save a stream put them one below the other.

Players ignore the further headers.
They do not apply what `X-TIMESTAMP-MAP` says there of the clock, so what follows can be at the wrong time, and a cue
across the edge of two segments, which is in both, is shown twice.
Without a blank line above it, the header is shown as text.

Other rules skip what this explains: identifiers that begin again, and cues out of order or twice at the seam.
`captious convert`, `transcript`, `stats` and `diff` read the segments as one file; `captious join` does the same for
segments in files of their own.

## Fails

`WEBVTT` with `X-TIMESTAMP-MAP=MPEGTS:1440000,LOCAL:00:00:00.000` below a cue.

## Passes

One header at the start of the file.

## Fix safety

The header is removed, with style sheets and regions below it that the first one has as well.
That is safe where no cue moves and none is there twice.

Otherwise the fix moves the cues below the header to the clock of the first one and removes those that the segment above
has at the same times, which is unsafe.

## Sources

- RFC 8216, HTTP Live Streaming, section 3.5, WebVTT.
- W3C, WebVTT: The Web Video Text Tracks Format, §4.1, file structure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.segments import find_segments, join_segment
from captious.checks.reported import from_reader, issue_rule
from captious.formats.vtt.issues import SECOND_HEADER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding, Fix


def check(subject: Subject) -> Iterator[Finding]:
    """The headers of ``subject`` below cues."""
    return from_reader(subject, RULE, _join)


def _join(subject: Subject, finding: Finding) -> Fix | None:
    segment = subject.once(find_segments).get(finding.span.line - 1)
    return join_segment(subject, segment) if segment is not None else None


RULE = issue_rule(SECOND_HEADER, check, __doc__, formats=("vtt",), fix="safe or unsafe")
