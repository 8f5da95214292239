"""A line has leading, trailing or repeated spaces, or a tab.

## Why it matters

Spaces at the start or end shift a centred line, and players draw them as part of the background box.
Repeated spaces are left over from edits.
A tab has a different width in every player.

A single no-break space is not reported: it keeps two words together, and French puts one before `; : ! ?`.
The full-width space of Chinese and Japanese is content and not reported either.

If most cues have spaces at the ends of their lines, as some programs write them, the file gets one finding for them.

## Fails

"Well,  I never." with two spaces, and "I never. " with a space at the end.

## Passes

One space between words.
A cue with nothing but spaces is reported by `empty-cue`.

## Fix safety

Leading and trailing spaces are removed.
Repeated spaces, or a tab, become one space, or one no-break space if there was one among them.
Nothing else changes, so the fix is safe.

Where the spaces are a picture, the fix is unsafe: columns over two lines or more, and the indentation of code.

## Sources

- Subtitle Edit, "Fix unneeded spaces"; Aegisub's ua.QC, double spaces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.checks.text_findings import Place, beyond_ascii, report
from captious.core.finding import Edit, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_ODD = re.compile(
    # a run of spaces, or one space at either end of a line; the run comes first, or a megabyte of spaces
    # would be searched from each of them
    r"[ \t\xa0]{2,}|\t|(?<=[\r\n])[ \xa0]|[ \xa0](?=[\r\n]|\Z)"
)
_COLUMNS = re.compile(r"\S[ \t]{3}[ \t]*\S")
_FEWEST = 10
"""Cues with spaces at the ends of lines from which on they can be a habit."""
# each begins with one letter, which is found ten times faster than two in a row
_GATES = tuple(re.compile(gate) for gate in (r" [ \t\r\n]", r"\n[ \t]", r"\r[ \t]"))


def check(subject: Subject) -> Iterator[Finding]:
    """The spaces and tabs of ``subject`` that should not be there."""
    source = subject.source
    if not (
        "\t" in source
        or source.endswith(" ")
        or any(gate.search(source) for gate in _GATES)
        or "\xa0" in beyond_ascii(subject)
    ):
        return
    places = list(_places(subject))
    drawn = {index for index in {place.cue for place in places} if _is_drawn(subject.cues[index].text)}
    plain = [place for place in places if place.cue not in drawn]
    ends = [place for place in plain if not place.text]
    cues = len({place.cue for place in ends})
    if cues >= _FEWEST and 2 * cues > len(subject.cues):
        yield _habit(subject, ends, cues)
        plain = [place for place in plain if place.text]
    yield from report(RULE, subject, plain, "Clean up the spaces")
    drawings = [place for place in places if place.cue in drawn]
    yield from report(RULE, subject, drawings, "Clean up the spaces", safe=False)


def _habit(subject: Subject, ends: list[Place], cues: int) -> Finding:
    """One finding for the spaces at the ends of lines of the whole file."""
    starts = sum("start" in place.message for place in ends)
    where = "start" if starts == len(ends) else "end" if not starts else "start or end"
    message = f"spaces at the {where} of lines in {cues:,} of {len(subject.cues):,} cues"
    edits = tuple(Edit(place.start, place.end, "") for place in ends)
    return RULE.at(
        subject.span(ends[0].start, ends[0].end), message, fix=Fix(edits, True, "Clean up the spaces")
    )


def _is_drawn(text: str) -> bool:
    """Whether the spaces of a text set out columns, or indent code."""
    if "\n" not in text:
        return False
    lines = text.split("\n")
    columns = sum(_COLUMNS.search(line) is not None for line in lines)
    indents = [len(line) - len(line.lstrip()) for line in lines]
    return columns > 1 or any(
        line.rstrip().endswith((":", "{", "(")) and after > before + 1
        for line, before, after in zip(lines, indents, indents[1:], strict=False)
    )


def _places(subject: Subject) -> Iterator[Place]:
    source = subject.source
    for index, match in subject.matches(_ODD):
        start, end = match.span()
        first = source[start - 1 : start] in ("", "\r", "\n")
        last = source[end : end + 1] in ("", "\r", "\n")
        if first and last:
            continue
        if first or last:
            text, message = "", f"space at the {'start' if first else 'end'} of the line"
        elif "\xa0" in match[0]:
            text, message = "\xa0", f"{end - start} spaces in a row"
        else:
            text = " "
            message = "tab between words" if match[0] == "\t" else f"{end - start} spaces in a row"
        yield Place(index, start, end, message, text)


RULE = Rule("TXT002", "odd-whitespace", Severity.INFO, Group.DEFAULT, check, __doc__, fix="safe")
