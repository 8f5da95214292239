"""A bracket is opened and not closed, or closed and not opened.

## Why it matters

Brackets separate sounds, labels and asides from speech.
If one is missing, the viewer cannot tell where the aside ends, and players that hide sounds hide the wrong words.

A bracket may close in one of the next ten cues.
Numbered lists ("a)", "1)"), smileys and intervals ("[0, 1)") do not count as brackets.

## Fails

"[door opens" without a closing bracket in the next ten cues.

## Passes

"(It goes on" in one cue and "to here.)" in the next.

## Fix safety

There is no fix: a program cannot tell where the bracket belongs.

## Sources

- Subtitle Edit, "Add missing [ or ("; Aegisub's ua.QC, unmatched parentheses.
- That ten cues are the reach is our own advice.
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


_OPENING = {")": "(", "]": "["}
_REACH = 10
"""How many cues after its own a bracket may close in."""
_PAIR = r"[^()\[\]\s,;]{1,12}[,;] ?[^()\[\]\s,;]{1,12}"
_INTERVAL = re.compile(rf"\[{_PAIR}[)\[]|\({_PAIR}\]|\]{_PAIR}[\[\]]")
_NOT_BRACKETS = re.compile(r"(?:^|[\s([])(?:[0-9]{1,3}|[A-Za-z]|[:;=8][-o^']?)$")


def check(subject: Subject) -> Iterator[Finding]:
    """The brackets of ``subject`` without a partner."""
    places: list[Place] = []
    for closing, opening in _OPENING.items():
        places += _unmatched(subject, opening, closing)
    places.sort(key=lambda place: place.start)
    yield from report(RULE, subject, places, "")


def _unmatched(subject: Subject, opening: str, closing: str) -> Iterator[Place]:
    marks = sorted([*_find(subject, opening), *_find(subject, closing)])
    stack: list[tuple[int, int]] = []
    for place, cue in marks:
        while stack and cue - stack[0][1] > _REACH:
            yield _place(*stack.pop(0), f'"{opening}" is never closed')
        if subject.source[place] == opening:
            if len(stack) < 20:
                stack.append((place, cue))
        elif stack:
            stack.pop()
        elif not _NOT_BRACKETS.search(subject.source[max(place - 5, 0) : place]):
            yield _place(place, cue, f'"{closing}" is never opened')
    for place, cue in stack:
        yield _place(place, cue, f'"{opening}" is never closed')


def _place(place: int, cue: int, message: str) -> Place:
    return Place(cue, place, place + 1, message)


def _intervals(subject: Subject) -> frozenset[int]:
    """Where the brackets of half-open intervals are; use ``subject.once(_intervals)``."""
    return frozenset(
        place for _, match in subject.matches(_INTERVAL) for place in (match.start(), match.end() - 1)
    )


def _find(subject: Subject, mark: str) -> Iterator[tuple[int, int]]:
    """Each such bracket in the text of a cue, and the cue; smileys such as ":(" left out."""
    source = subject.source
    if mark not in source:
        return
    intervals = subject.once(_intervals)
    for index, match in subject.matches(re.compile(re.escape(mark))):
        place = match.start()
        if place in intervals:
            continue
        if source[place - 1 : place] not in (":", ";") or not source[place - 2 : place - 1].isspace():
            yield place, index


RULE = Rule("TXT009", "unmatched-brackets", Severity.WARNING, Group.DEFAULT, check, __doc__)
