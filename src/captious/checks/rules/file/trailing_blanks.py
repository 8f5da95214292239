"""A line outside cue text has trailing whitespace.

## Why it matters

Trailing whitespace is invisible, and editors and version control keep adding and removing it.
In WebVTT a line of spaces is not a blank line and does not end a cue.
`odd-whitespace` checks the whitespace in cue text.

## Fails

`00:00:01,000 --> 00:00:02,000·` with a space at the end, or a line of two spaces between two cues.

## Passes

- Lines that end with a visible character, and blank lines that are empty.
- The lines of a cue whose times cannot be read, which another rule reports.

## Fix safety

The fix is safe: it removes the trailing whitespace.
It never empties a line inside a cue, a comment or a style sheet.

## Sources

- pre-commit-hooks, `trailing-whitespace`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.analysis.broken_times import is_in_broken_cue
from captious.checks.model import Group, Rule
from captious.core.finding import Edit, Fix, Severity
from captious.core.numbers import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


# not preceded by a space, or a line of a megabyte of them would be tried from each
_TRAILING = re.compile(r"(?<![ \t])[ \t]+(?=[\r\n]|\Z)")


def check(subject: Subject) -> Iterator[Finding]:
    """The lines of ``subject`` outside cue text that have trailing whitespace."""
    source = subject.source
    if not _has_trailing_whitespace(source):
        return
    past = len(source.rstrip(" \t\r\n"))
    for match in _TRAILING.finditer(source):
        start, end = match.span()
        index = subject.cue_at(start)
        if index is not None:
            continue
        blank_line = not start or source[start - 1] in "\r\n"
        if blank_line and start > past:
            continue  # `blank-lines-at-end` reports them
        if blank_line and not _begins_block(source, start, subject.document.format):
            continue
        if is_in_broken_cue(subject, start):
            continue
        fix = Fix((Edit(start, end, ""),), True, "Remove the trailing whitespace")
        yield RULE.at(
            subject.span(start, end),
            f"trailing whitespace ({count(end - start, 'character')})",
            fix=fix,
        )


def _has_trailing_whitespace(source: str) -> bool:
    """Whether some line ends with a space or tab; looks for rare characters first."""
    ends = [end for end in "\n\r" if end in source]
    spaces = [space for space in " \t" if space in source]
    return source[-1:] in (" ", "\t") or any(space + end in source for space in spaces for end in ends)


def _begins_block(source: str, start: int, caption_format: str) -> bool:
    """Whether a line of spaces can be emptied: in WebVTT that would split its block, unless it is the first line."""
    return (
        caption_format != "vtt"
        or start == 0
        or source[max(start - 2, 0) : start] in ("\n\n", "\r\r", "\n\r")
        or (source[max(start - 4, 0) : start] == "\r\n\r\n")
    )


RULE = Rule(
    "FIL011",
    "trailing-blanks",
    Severity.INFO,
    Group.DEFAULT,
    check,
    __doc__,
    fix="safe",
    formats=("srt", "vtt"),
)
