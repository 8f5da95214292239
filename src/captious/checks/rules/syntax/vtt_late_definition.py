"""A style sheet or region stands below the first cue.

## Why it matters

Browsers read `STYLE` and `REGION` blocks above the cues only. Below, they are dropped: colours are missing and cues
stand in the wrong place.

## Fails

A `STYLE` block between two cues.

## Passes

Style sheets and regions between the header and the first cue.

## Fix safety

All of them move above the first cue. They begin to have an effect then, so it is unsafe; the first finding carries
the fix for all.

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
    """The blocks of ``subject`` that came too late."""
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
            return None  # an arrow cuts the block: that has to be fixed first
        blocks.append(newline.join([*texts[first:past], "", ""]))
        edits.append(remove_lines(subject, first, min(past + 1, len(texts))))
    place = subject.cue_span(0).start
    return Fix((Edit(place, place, "".join(blocks)), *edits), False, "Move them above the first cue")


RULE = issue_rule(LATE_BLOCK, check, __doc__, formats=("vtt",), fix="unsafe")
