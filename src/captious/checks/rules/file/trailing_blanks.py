"""A line that is not caption text ends with blanks.

## Why it matters

Nobody sees them, editors and version control fight over them, and in WebVTT a line of blanks is not a blank line:
it does not end a cue. Blanks at the end of caption text are the matter of a rule of their own.

## Fails

`00:00:01,000 --> 00:00:02,000·` with a space at its end; a line of two spaces between two cues.

## Passes

Lines that end with their last visible character, and blank lines that are empty.

## Fix safety

The blanks go. A line in the text of a cue, a comment or a style sheet is never made empty, so it is safe.

## Sources

- pre-commit-hooks, `trailing-whitespace`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.core.finding import Edit, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


# not preceded by a blank, or a line of a megabyte of them would be tried from each
_BLANKS = re.compile(r"(?<![ \t])[ \t]+(?=[\r\n]|\Z)")


def check(subject: Subject) -> Iterator[Finding]:
    """The lines of ``subject`` outside of texts that end with blanks."""
    source = subject.source
    if not _has_blanks(source):
        return
    for match in _BLANKS.finditer(source):
        start, end = match.span()
        index = subject.cue_at(start)
        if index is not None:
            continue
        blank_line = not start or source[start - 1] in "\r\n"
        if blank_line and not _begins_block(source, start, subject.document.format):
            continue
        fix = Fix((Edit(start, end, ""),), True, "Remove the blanks")
        count = end - start
        yield RULE.at(
            subject.span(start, end),
            f"{count} blank{'s' if count > 1 else ''} at the end of the line",
            fix=fix,
        )


def _has_blanks(source: str) -> bool:
    """Whether some line ends with a blank; looks for rare characters first."""
    ends = [end for end in "\n\r" if end in source]
    blanks = [blank for blank in " \t" if blank in source]
    return source[-1:] in (" ", "\t") or any(blank + end in source for blank in blanks for end in ends)


def _begins_block(source: str, start: int, caption_format: str) -> bool:
    """Whether a line of blanks can be emptied: in WebVTT that would cut what it stands in, unless it comes first."""
    return (
        caption_format != "vtt"
        or start == 0
        or source[max(start - 2, 0) : start] in ("\n\n", "\r\r", "\n\r")
        or (source[max(start - 4, 0) : start] == "\r\n\r\n")
    )


RULE = Rule("FIL011", "trailing-blanks", Severity.INFO, Group.DEFAULT, check, __doc__, fix="safe")
