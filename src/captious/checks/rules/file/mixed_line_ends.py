"""The file mixes kinds of line ends.

## Why it matters

It was pasted together on different systems. Editors show it in odd ways, and every later edit may touch lines
nobody meant to touch, so a comparison of two versions is useless.

## Fails

Some lines end with CR LF and others with LF.

## Passes

One kind throughout: LF, CR LF or CR.

## Fix safety

All line ends become the kind most lines have. Nothing else changes, so it is safe.

## Sources

- pre-commit-hooks, `mixed-line-ending`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.base import MIXED_LINE_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_LINE_END = re.compile(r"\r\n?|\n")


def check(subject: Subject) -> Iterator[Finding]:
    """The mixture of line ends in ``subject``."""
    return from_reader(subject, RULE, _unify)


def _unify(subject: Subject, _: Finding) -> Fix:
    newline = subject.document.newline
    ends = _LINE_END.finditer(subject.source)
    edits = tuple(Edit(end.start(), end.end(), newline) for end in ends if end[0] != newline)
    return Fix(edits, True, "Give all lines the line end most have")


RULE = issue_rule(MIXED_LINE_ENDS, check, __doc__, fix="safe")
