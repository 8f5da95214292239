"""Places in cue texts where something is to be put right, made into findings: one fix for all places of a cue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from captious.core.finding import Edit, Fix
from captious.measure.speed import words_per_minute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from captious.checks.model import Rule
    from captious.checks.subject import Subject
    from captious.core.finding import Finding, Severity

_LINE_END = re.compile(r"\r\n?|\n")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")

MOST_IN_A_CUE = 100
"""Findings of one rule in one cue after which the next ones tell nothing new."""


@dataclass(frozen=True, slots=True)
class Place:
    """One fault within the text of a cue.

    Args:
        cue: 0-based number of the cue.
        start: offset of its first character in the source.
        end: offset past its last character.
        message: what is wrong.
        text: what to put there instead; ``None`` = only a person knows.
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
    mending: str,
    *,
    safe: bool = True,
    severity: Severity | None = None,
    first_only: bool = False,
) -> Iterator[Finding]:
    """One finding a place; all places of a cue share one fix, because a cue is mended once a round.

    A cue of a megabyte can hold half a million of them: those past `MOST_IN_A_CUE` are mended, but not told.

    Args:
        rule: whose findings they are.
        subject: the file.
        places: in the order of the source, not overlapping within a cue.
        mending: what the fix does, in the imperative.
        safe: whether the fix keeps every word and cue.
        severity: if it differs from the rule's.
        first_only: whether a cue is reported once, at its first place, however many it has.
    """
    for number, group in groupby(places, key=lambda place: place.cue):
        found = list(group)
        edits = tuple(Edit(place.start, place.end, place.text) for place in found if place.text is not None)
        fix = Fix(edits, safe, mending) if edits and _may(subject, number, edits) else None
        for place in found[: 1 if first_only else MOST_IN_A_CUE]:
            yield rule.at(
                subject.span(place.start, place.end),
                place.message,
                cue=number + 1,
                fix=fix if place.text is not None else None,
                severity=severity,
            )


def primary_language(subject: Subject) -> str:
    """The language of the file without region, in lower case; empty if unknown."""
    return (subject.language or "").replace("_", "-").partition("-")[0].lower()


def beyond_ascii(subject: Subject) -> frozenset[str]:
    """The characters of the source beyond ASCII, so that a rule about some of them need not look for them."""
    return subject.once(_beyond_ascii)


def _beyond_ascii(subject: Subject) -> frozenset[str]:
    return frozenset() if subject.source.isascii() else frozenset(_BEYOND_ASCII.findall(subject.source))


def _may(subject: Subject, number: int, edits: tuple[Edit, ...]) -> bool:
    """Whether edits leave the cue whole: no line gone, no arrow made, no line too long, no speed too high."""
    start, end = subject.text_starts[number], subject.cue_span(number).end
    old = subject.source[start:end]
    parts: list[str] = []
    position = start
    for edit in edits:
        parts += (subject.source[position : edit.start], edit.text)
        position = edit.end
    new = "".join([*parts, subject.source[position:end]])
    before, after = _LINE_END.split(old), _LINE_END.split(new)
    if "-->" in new and "-->" not in old:
        return False
    if any(not line or line.isspace() for line in after) and not any(
        not line or line.isspace() for line in before
    ):
        return False
    return len(new) <= len(old) or _fits(subject, number, before, after)


def _fits(subject: Subject, number: int, before: list[str], after: list[str]) -> bool:
    """Whether a cue that grows still keeps the limits of its style; limits it broke before do not count."""
    profile = subject.profile
    growth = [len(new) - len(old) for old, new in zip(before, after, strict=False)]
    widths = subject.widths[number]
    if len(before) != len(after) or len(widths) != len(growth):
        return False
    most = profile.layout.line_length_chars.value
    if any(more > 0 and width + more > most for width, more in zip(widths, growth, strict=True)):
        return False
    duration = max(subject.durations[number], 1)
    total = subject.cue_widths[number] + sum(growth)
    cue_limit, cps, wpm = profile.layout.cue_length_chars, profile.speed.max_cps, profile.speed.max_wpm
    words = subject.word_counts[number] + max(
        sum(len(line.split()) for line in after) - sum(len(line.split()) for line in before), 0
    )
    pace = profile.speed.min_ms_per_word
    return not (
        (cue_limit is not None and total > cue_limit.value)
        or (cps is not None and round(total * 1000 / duration, 1) > cps.value)
        or (wpm is not None and words_per_minute(words, duration) > wpm.value)
        or (pace is not None and words * pace.value > duration)
    )
