"""The file mixes different line endings.

## Why it matters

The file was put together on different systems.
Editors may display it wrongly or rewrite lines that nobody edited, which makes a diff of two versions useless.

## Fails

Some lines end with CRLF and others with LF.

## Passes

The same line ending throughout: LF, CRLF or CR.

## Fix safety

The fix is safe: it changes all line endings to the most common one, and nothing else.

## Sources

- pre-commit-hooks, `mixed-line-ending`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.issue import MIXED_LINE_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_LINE_END = re.compile(r"\r\n?|\n")


def check(subject: Subject) -> Iterator[Finding]:
    """The mixed line endings of ``subject``."""
    return from_reader(subject, RULE, _unify)


def _unify(subject: Subject, _: Finding) -> Fix:
    newline = subject.document.newline
    ends = _LINE_END.finditer(subject.source)
    edits = tuple(Edit(end.start(), end.end(), newline) for end in ends if end[0] != newline)
    return Fix(edits, True, "Change all line endings to the most common one")


RULE = issue_rule(MIXED_LINE_ENDS, check, __doc__, fix="safe")
