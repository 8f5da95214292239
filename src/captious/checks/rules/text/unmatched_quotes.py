"""A quotation is opened and never closed.

## Why it matters

Without the closing quotation mark, the viewer cannot tell where the quotation ends and the speaker goes on.

A quotation may run over many cues, and may be opened again in each of them.
So a quotation mark only counts as unmatched if there is no partner within six cues on either side.
A double mark after a figure stands for inches and is not counted.

## Fails

`She said "I will come.` without another quotation mark within six cues.

## Passes

`She said "I will come."`, in one cue or over two.

## Fix safety

There is no fix: a program cannot tell where the quotation ends.

## Sources

- Subtitle Edit, "Add missing quotes"; Aegisub's ua.QC. That six cues are the reach is our own advice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.checks.text_findings import Place, report
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_REACH = 6
"""How many cues away a quotation may close."""
_MARK = re.compile('(?<![0-9])"')


def check(subject: Subject) -> Iterator[Finding]:
    """The straight double quotation marks of ``subject`` without a partner."""
    if '"' not in subject.source:
        return
    last: dict[int, int] = {}
    odd: dict[int, bool] = {}
    for index, match in subject.matches(_MARK):
        last[index] = match.start()
        odd[index] = not odd.get(index, False)
    waiting: int | None = None
    places: list[Place] = []
    for index in [index for index, is_odd in odd.items() if is_odd]:
        if waiting is None or index - waiting > _REACH:
            if waiting is not None:
                places.append(_place(waiting, last))
            waiting = index
        else:
            waiting = None
    if waiting is not None:
        places.append(_place(waiting, last))
    yield from report(RULE, subject, places, "")


def _place(index: int, last: dict[int, int]) -> Place:
    return Place(index, last[index], last[index] + 1, "unmatched quotation mark")


RULE = Rule("TXT020", "unmatched-quotes", Severity.INFO, Group.DEFAULT, check, __doc__)
