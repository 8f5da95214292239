"""There is no newline at the end of the file.

## Why it matters

If another file is appended, its first line continues the last caption.
Tools that read a file line by line may skip the last line.

## Fails

A file that ends with the last letter of its last caption.

## Passes

- One newline after the last line.
- A file that is cut off within the times of a cue, which another rule reports.

## Fix safety

The fix is safe: it only adds a newline.

## Sources

- pre-commit-hooks, `end-of-file-fixer`: exactly one newline after the last line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.broken_times import is_in_broken_cue
from captious.checks.model import Group, Rule
from captious.core.finding import Edit, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The missing newline at the end of ``subject``."""
    source = subject.source
    if source.endswith(("\n", "\r")) or not source.strip():
        return
    end = len(source)
    last = len(source.rstrip(" \t"))
    if source[last - 1] in "\r\n":
        return  # only a blank line lacks it
    if is_in_broken_cue(subject, end):
        return
    fix = Fix((Edit(end, end, subject.document.newline),), True, "Add a newline")
    yield RULE.at(subject.span(end, end), "no newline at the end of the file", fix=fix)


RULE = Rule(
    "FIL007",
    "missing-final-newline",
    Severity.INFO,
    Group.DEFAULT,
    check,
    __doc__,
    fix="safe",
    formats=("srt", "vtt", "sbv"),
)
