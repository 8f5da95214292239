"""The file ends with more than one blank line.

## Why it matters

Further blank lines have no meaning.
Programs add or remove them when they save a file, so every version differs from the last in lines that do not matter.

## Fails

Two empty lines below the last caption, or a line of spaces.

## Passes

- One newline after the last line.
- One blank line: in SubRip each cue ends with one, and many programs write it after the last cue, too.

## Fix safety

The fix is safe: it only removes the blank lines.

## Sources

- pre-commit-hooks, `end-of-file-fixer`: exactly one newline after the last line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.core.finding import Edit, Fix, Severity
from captious.core.numbers import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_LINE_END = re.compile(r"[ \t]*(?:\r\n?|\n)").match
_ALLOWED = ("", "\n", "\r\n", "\r")


def check(subject: Subject) -> Iterator[Finding]:
    """The blank lines at the end of ``subject``."""
    source = subject.source
    last = len(source.rstrip(" \t\r\n"))
    line_end = _LINE_END(source, last) if last else None
    if line_end is None or source[line_end.end() :] in _ALLOWED:
        return
    extra = subject.span(line_end.end(), len(source))
    extra_lines = subject.span(len(source), len(source)).line - extra.line + (source[-1] not in "\r\n")
    fix = Fix((Edit(extra.start, extra.end, ""),), True, "Remove the blank lines")
    yield RULE.at(extra, f"{count(extra_lines, 'blank line')} at the end of the file", fix=fix)


RULE = Rule(
    "FIL010",
    "blank-lines-at-end",
    Severity.INFO,
    Group.DEFAULT,
    check,
    __doc__,
    fix="safe",
    formats=("srt", "vtt", "sbv"),
)
