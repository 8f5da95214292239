"""More than one blank line stands between two cues.

## Why it matters

Players skip them. Programs that split a file at each blank line count an empty cue, and number the rest wrongly.

## Fails

Two blank lines between two cues, or a blank line on top of the file.

## Passes

One blank line between two cues. After a cue without text two, since the first of them is its text.

## Fix safety

All but one of the blank lines go, so it is safe.

## Sources

- srt-linter: no extra blank lines.
- Subtitle Edit, "Remove empty lines/unused line breaks".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.model import Group, NoOptions, Rule
from captious.checks.syntax.blanks import remove_lines
from captious.core.finding import Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.checks.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject, options: NoOptions) -> Iterator[Finding]:  # noqa: ARG001 - every rule takes options
    """The runs of blank lines between the cues of ``subject`` that are too long."""
    source, newline = subject.source, subject.document.newline
    if newline * 3 not in source and not source[:1].isspace() and not _has_blanks(source):
        return
    texts = subject.source_lines.texts
    above = 0  # the line after the cue above
    for number, cue in enumerate(subject.cues):
        if cue.span is None:
            continue
        first = past = cue.span.line - 1
        while first > above and not texts[first - 1].strip():
            first -= 1
        # the first blank line below times is the text of a cue that has none
        keep = 0 if first == 0 else 1 if number == 0 or subject.cues[number - 1].text else 2
        extra = past - first - keep
        if extra > 0:
            lines = "1 blank line" if extra == 1 else f"{extra} blank lines"
            yield RULE.at(
                subject.span(subject.source_lines.starts[first + keep], cue.span.start),
                f"{lines} too many above the cue",
                cue=number + 1,
                fix=Fix((remove_lines(subject, first + keep, past),), True, "Remove the blank lines"),
            )
        above = subject.span(cue.span.end, cue.span.end).line


def _has_blanks(source: str) -> bool:
    """Whether a line may hold nothing but blanks."""
    return any(f"{end}{blank}" in source for end in "\r\n" for blank in " \t\u00a0\u3000")


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
