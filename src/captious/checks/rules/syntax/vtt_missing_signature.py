"""The file does not begin with `WEBVTT`.

## Why it matters

Browsers read the first six characters, and show nothing of the file if they are not `WEBVTT`.

## Fails

A file that begins with its first cue, with `webvtt`, with `WEBVTT:` or with a blank line.

## Passes

`WEBVTT` alone on the first line, or followed by a space and a title.

## Fix safety

The fix adds or corrects the signature, after which the whole file is shown.
It is safe if the rest of the file is valid, and unsafe if it has errors, which were hidden so far.
There is no fix if no cue can be read afterwards, because then the file is in another format.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §6.1, file parsing: the signature.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix, Severity
from captious.formats.vtt.issues import MISSING_SIGNATURE
from captious.formats.vtt.reader import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_NEARLY = re.compile(r"\s*webvtt", re.IGNORECASE).match


def check(subject: Subject) -> Iterator[Finding]:
    """The missing signature of ``subject``."""
    return from_reader(subject, RULE, _add_signature)


def _add_signature(subject: Subject, _: Finding) -> Fix | None:
    source, newline = subject.source, subject.document.newline
    nearly = _NEARLY(source)
    if nearly is None:
        edit, message = Edit(0, 0, f"WEBVTT{newline}{newline}"), "Insert WEBVTT at the start of the file"
    else:
        end = nearly.end()
        space = "" if source[end : end + 1] in ("", " ", "\t", "\r", "\n") else " "
        edit, message = Edit(0, end, f"WEBVTT{space}"), "Correct the WEBVTT signature"
    reading = read(edit.text + source[edit.end :])
    if not reading.document.cues:
        return None
    clean = all(other.severity < Severity.ERROR for other in reading.findings)
    return Fix((edit,), clean, message)


RULE = issue_rule(MISSING_SIGNATURE, check, __doc__, formats=("vtt",), fix="safe or unsafe")
