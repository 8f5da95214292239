"""A line has blanks at its ends, two in a row, or a tab.

## Why it matters

Blanks at the ends shift a centred line, and players draw them as part of the dark box behind it. Two blanks in a row
are what an edit leaves behind. Tabs have no width that captions agree on.

A single no-break space is left alone: it keeps two words together, and in French it stands before `; : ! ?`.

## Fails

"Well,  I never." with two blanks, and "I never. " with one at the end.

## Passes

One blank between words. Lines that hold nothing else are a matter of the cue, not of its words.

## Fix safety

Blanks at the ends go; a run of blanks or a tab becomes one blank, or one no-break space if it held one. No word is
touched, so it is safe.

## Sources

- Subtitle Edit, "Fix unneeded spaces"; Aegisub's ua.QC, double spaces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.checks.text_findings import Place, beyond_ascii, report
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_ODD = re.compile(
    # a run of blanks, or one blank at either end of a line; the run comes first, or a megabyte of blanks
    # would be looked through from each of them
    r"[ \t\xa0]{2,}|\t|(?<=[\r\n])[ \xa0]|[ \xa0](?=[\r\n]|\Z)"
)
# each begins with one letter, which is found ten times faster than two in a row
_GATES = tuple(re.compile(gate) for gate in (r" [ \t\r\n]", r"\n[ \t]", r"\r[ \t]"))


def check(subject: Subject) -> Iterator[Finding]:
    """The blanks of ``subject`` that should not be there."""
    source = subject.source
    if not (
        "\t" in source
        or source.endswith(" ")
        or any(gate.search(source) for gate in _GATES)
        or "\xa0" in beyond_ascii(subject)
    ):
        return
    yield from report(RULE, subject, _places(subject), "Put the blanks right")


def _places(subject: Subject) -> Iterator[Place]:
    source = subject.source
    for index, match in subject.matches(_ODD):
        start, end = match.span()
        first = source[start - 1 : start] in ("", "\r", "\n")
        last = source[end : end + 1] in ("", "\r", "\n")
        if first and last:
            continue
        if first or last:
            text, message = "", f"blank at the {'start' if first else 'end'} of the line"
        elif "\xa0" in match[0]:
            text, message = "\xa0", f"{end - start} blanks in a row"
        else:
            text = " "
            message = "tab between words" if match[0] == "\t" else f"{end - start} blanks in a row"
        yield Place(index, start, end, message, text)


RULE = Rule("TXT002", "odd-whitespace", Severity.INFO, Group.DEFAULT, check, __doc__, fix="safe")
