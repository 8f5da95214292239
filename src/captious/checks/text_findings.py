"""Findings about places in cue texts, with one fix for all places of a cue."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from captious.analysis.subject import MOST_IN_A_CUE
from captious.analysis.text_fits import change_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from captious.analysis.subject import Subject
    from captious.checks.model import Rule
    from captious.core.finding import Finding, Severity

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


class Place(NamedTuple):
    """One issue within the text of a cue.

    Args:
        cue: 0-based number of the cue.
        start: offset of its first character in the source.
        end: offset past its last character.
        message: what is wrong.
        text: the replacement; ``None`` = there is no fix.
    """

    cue: int
    start: int
    end: int
    message: str
    text: str | None = None


def report(
    rule: Rule,
    subject: Subject,
    places: Iterable[Place],
    fixing: str,
    *,
    safe: bool = True,
    severity: Severity | None = None,
    first_only: bool = False,
) -> Iterator[Finding]:
    """One finding for each place; all places of a cue share one fix, because a cue is fixed once a round.

    A cue of a megabyte can hold half a million of them: those past `MOST_IN_A_CUE` are fixed, but not reported.

    Args:
        rule: the rule.
        subject: the file.
        places: in the order of the source, not overlapping within a cue.
        fixing: what the fix does, in the imperative.
        safe: whether the fix is safe.
        severity: if it differs from the rule's.
        first_only: whether a cue is reported once, at its first place.
    """
    for index, group in groupby(places, key=lambda place: place.cue):
        found = list(group)
        edits = [(place.start, place.end, place.text) for place in found if place.text is not None]
        fix = change_text(subject, index, edits, fixing, safe=safe) if edits else None
        for place in found[: 1 if first_only else MOST_IN_A_CUE]:
            yield rule.at(
                subject.span(place.start, place.end),
                place.message,
                index=index,
                fix=fix if place.text is not None else None,
                severity=severity,
            )


def primary_language(subject: Subject) -> str:
    """The language of the file without region, in lower case; empty if unknown."""
    return (subject.language or "").replace("_", "-").partition("-")[0].lower()


def beyond_ascii(subject: Subject) -> frozenset[str]:
    """The characters of the source beyond ASCII, so that a rule about some of them need not search for them."""
    return subject.once(_beyond_ascii)


def _beyond_ascii(subject: Subject) -> frozenset[str]:
    return frozenset() if subject.source.isascii() else frozenset(_BEYOND_ASCII.findall(subject.source))
