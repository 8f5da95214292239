"""The last line of the file has no line end.

## Why it matters

A file pasted below it continues the last caption, and tools that work by lines may skip the last one.

## Fails

A file that ends with the last letter of its last caption.

## Passes

One line end after the last line.

## Fix safety

A line end is added, so it is safe.

## Sources

- pre-commit-hooks, `end-of-file-fixer`: one line end after the last line, and no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.core.finding import Edit, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The line end missing at the end of ``subject``."""
    source = subject.source
    if source.endswith(("\n", "\r")) or not source.strip():
        return
    end = len(source)
    last = len(source.rstrip(" \t"))
    if source[last - 1] in "\r\n":
        return  # a blank line is all that lacks it, and that is another rule's business
    fix = Fix((Edit(end, end, subject.document.newline),), True, "Add a line end")
    yield RULE.at(subject.span(end, end), "no line end after the last line", fix=fix)


RULE = Rule("FIL007", "missing-final-newline", Severity.INFO, Group.DEFAULT, check, __doc__, fix="safe")
