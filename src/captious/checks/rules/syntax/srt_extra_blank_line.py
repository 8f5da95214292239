"""There is more than one blank line between two cues.

## Why it matters

Players skip extra blank lines.
Programs that split a file at each blank line count an empty cue and number the following cues wrongly.

## Fails

Two blank lines between two cues, or a blank line at the start of the file.

## Passes

One blank line between two cues.
After a cue without text, two blank lines pass, because the first one is the text of the cue.

## Fix safety

The fix is safe: it removes all blank lines but one.

## Sources

- srt-linter: no extra blank lines.
- Subtitle Edit, "Remove empty lines/unused line breaks".
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.analysis.line_edits import remove_lines
from captious.analysis.text_fits import join
from captious.checks.model import Group, Rule
from captious.core.finding import Fix, Severity
from captious.core.numbers import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_MANY = 5
"""From so many extra blank lines on, and if most cues have some, the file is written so."""


def check(subject: Subject) -> Iterator[Finding]:
    """The extra blank lines between the cues of ``subject``; one finding where most cues have some above them."""
    found = list(_find(subject))
    if len(found) < _MANY or 2 * len(found) <= len(subject.cues):
        yield from found
    else:
        message = f"extra blank lines above {len(found):,} of {len(subject.cues):,} cues"
        yield replace(found[0], message=message, fix=join([finding.fix for finding in found]))


def _find(subject: Subject) -> Iterator[Finding]:
    spans = [cue.span for cue in subject.cues if cue.span is not None]
    usual = 2 * len(subject.document.newline)
    if spans and spans[0].start > 0:
        yield from _above(subject, 0, 0)
    for index, (above, here) in enumerate(pairwise(spans)):
        if here.start - above.end > usual:
            yield from _above(subject, index + 1, subject.span(above.end, above.end).line)


def _above(subject: Subject, index: int, top: int) -> Iterator[Finding]:
    """The extra blank lines above a cue (0-based), below the line ``top`` (0-based), where the cue above ends."""
    lines, span = subject.source_lines, subject.cue_span(index)
    first = past = span.line - 1
    while first > top and not lines.texts[first - 1].strip():
        first -= 1
    # at the start of the file none is needed; below a timing line the first one is the text of an empty cue
    keep = 0 if first == 0 else 1 if index == 0 or subject.cues[index - 1].text else 2
    extra = past - first - keep
    if extra > 0:
        yield RULE.at(
            subject.span(lines.starts[first + keep], span.start),
            f"{count(extra, 'extra blank line')} above the cue",
            index=index,
            fix=Fix((remove_lines(subject, first + keep, past),), True, "Remove the blank lines"),
        )


RULE = Rule(
    "SRT017",
    "srt-extra-blank-line",
    Severity.INFO,
    Group.DEFAULT,
    check,
    __doc__,
    fix="safe",
    formats=("srt",),
)
