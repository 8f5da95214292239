"""The file contains NUL characters.

## Why it matters

Players written in C stop reading the line at a NUL, and browsers show a box.
NUL characters come from files damaged in transfer, or from UTF-16 decoded as another encoding.

## Fails

A NUL between two letters.

## Passes

A file without NUL characters.

## Fix safety

The fix is safe: it removes NUL characters, which stand for nothing.
They are kept inside a timing line, because players ignore the rest of the line after a NUL.
They are also kept where a line of text would become a timing line or a cue number without them, and in a cue where they
stand in a tag, a character reference or a number, or keep one from being one.

## Sources

- W3C, WebVTT §6.1: each NUL is read as U+FFFD.
- w3c/webvtt.js and bbc/ttml-validator report them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.analysis.invisible import Harmless
from captious.analysis.line_edits import remove
from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.issue import NUL_CHARACTER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_TIMES_CHARS = 120
"""A timing line is shorter: two times of 10-digit hours, an arrow and coordinates."""
_NULS = re.compile("\\0+")


def check(subject: Subject) -> Iterator[Finding]:
    """The NUL characters of ``subject``."""
    return from_reader(subject, RULE, _remove)


def _remove(subject: Subject, _: Finding) -> Fix | None:
    edits: list[Edit] = []
    harmless = Harmless(subject)
    for nuls in _NULS.finditer(subject.source):
        if (
            not harmless.is_at(nuls.start())
            or _is_line_above_times(subject.source, nuls)
            or _is_in_timing_line(subject.source, nuls)
        ):
            continue
        edit = remove(subject, nuls.start(), nuls.end())
        if not edits or edit.start >= edits[-1].end:
            edits.append(edit)
    return Fix(tuple(edits), True, "Remove the NUL characters") if edits else None


def _is_line_above_times(source: str, nuls: re.Match[str]) -> bool:
    """Whether the line above a timing line holds nothing else: without it, the text above would become a number."""
    before, after = source[nuls.start() - 1 : nuls.start()], source[nuls.end() : nuls.end() + 1]
    if before not in ("", "\n", "\r") or after not in ("\n", "\r"):
        return False
    return "-->" in source[nuls.end() : nuls.end() + 80].lstrip("\r\n").split("\n", 1)[0].split("\r", 1)[0]


def _is_in_timing_line(source: str, nuls: re.Match[str]) -> bool:
    """Whether it is in a timing line: players stop reading there, so what follows would become part of a time.

    Looks no further than a timing line can be long, since a line of text can be a megabyte long.
    """
    before = source[max(nuls.start() - _TIMES_CHARS, 0) : nuls.start()]
    after = source[nuls.end() : nuls.end() + _TIMES_CHARS]
    line = (
        before[max(before.rfind("\n"), before.rfind("\r")) + 1 :] + re.split(r"[\r\n]", after, maxsplit=1)[0]
    )
    return "-->" in line


RULE = issue_rule(NUL_CHARACTER, check, __doc__, fix="safe")
