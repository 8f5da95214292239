"""A style sheet or region is defined after the first cue.

## Why it matters

Browsers read `STYLE` and `REGION` blocks only above the cues.
Below the first cue they are ignored, so colours are missing and cues have the wrong position.

## Fails

A `STYLE` block between two cues.

## Passes

Style sheets and regions between the header and the first cue.

## Fix safety

The fix is unsafe: the blocks begin to have an effect.
It moves all of them above the first cue and belongs to the first finding.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.1, file structure.
- w3c/webvtt.js: "Style blocks cannot appear after the first cue".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from captious.analysis.line_edits import remove_lines
from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.vtt.issues import LATE_BLOCK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The definitions of ``subject`` after the first cue."""
    found = list(from_reader(subject, RULE))
    fix = _move(subject, found) if found else None
    return iter([replace(finding, fix=None if index else fix) for index, finding in enumerate(found)])


def _move(subject: Subject, found: Sequence[Finding]) -> Fix | None:
    texts, newline = subject.source_lines.texts, subject.document.newline
    edits, blocks = [], []
    for finding in found:
        first = past = finding.span.line - 1
        while past < len(texts) and texts[past] and "-->" not in texts[past]:
            past += 1
        if past < len(texts) and texts[past]:
            return None  # an arrow ends the block early: fix that first
        blocks.append(newline.join([*texts[first:past], "", ""]))
        edits.append(remove_lines(subject, first, min(past + 1, len(texts))))
    place = subject.cue_span(0).start
    return Fix(
        (Edit(place, place, "".join(blocks)), *edits), False, "Move the definitions above the first cue"
    )


RULE = issue_rule(LATE_BLOCK, check, __doc__, formats=("vtt",), fix="unsafe")
