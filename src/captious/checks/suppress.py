"""Suppression comments in WebVTT files, and the findings they suppress.

``NOTE captious: ignore LAY001 reason`` before a cue applies to that cue, ``ignore-file`` to the whole file, ``disable``
to everything up to ``enable``. SubRip has no comments.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from captious.checks.registry import find_all
from captious.errors import OptionError
from captious.formats.base import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding
    from captious.core.span import Span

PREFIX = "captious:"
"""The start of a suppression comment."""

VERBS = ("ignore", "ignore-file", "disable", "enable")

_COMMENT = re.compile(rf"{PREFIX}[ \t]*([^\s]*)[ \t]*([^\n]*)")
_SELECTOR = re.compile(r"([A-Z]{3}[0-9]{0,3}|[a-z0-9]+(?:-[a-z0-9]+)+)(?=[\s,]|\Z)[ \t]*(,?)[ \t]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Suppression:
    """One selector suppressed in one range of the source.

    Args:
        comment: the place of the comment.
        verb: one of `VERBS`.
        selector: the rules to suppress, as written.
        codes: their codes; empty when ``problem`` is set.
        start: offset where the suppression begins.
        end: offset where it ends, exclusive.
        cue: 0-based number of the cue it applies to; ``None`` if it applies to a range.
        problem: issue with the comment; ``None`` if it is valid.
        repeats: whether the problem is only that the rules are suppressed already.
    """

    comment: Span
    verb: str
    selector: str
    codes: frozenset[str]
    start: int
    end: int
    cue: int | None = None
    problem: str | None = None
    repeats: bool = False


class SuppressionIndex:
    """The suppressions of a file, indexed so that many of them, and many findings, stay fast.

    Args:
        suppressions: those of `read_suppressions`.
        subject: the file.
    """

    def __init__(self, suppressions: Sequence[Suppression], subject: Subject) -> None:
        self._all = suppressions
        self._cue_ends = [subject.cue_span(index).end for index in range(len(subject.cues))]
        self._whole: dict[str, list[int]] = {}
        self._by_cue: dict[int, list[int]] = {}
        # ranges of one rule do not overlap, because disabling it twice is the same as once
        self._starts: dict[str, list[int]] = {}
        self._ranges: dict[str, list[int]] = {}
        for place, one in sorted(enumerate(suppressions), key=lambda item: item[1].start):
            if one.cue is not None:
                self._by_cue.setdefault(one.cue, []).append(place)
            for code in one.codes if one.cue is None else ():
                if one.verb == "ignore-file":
                    self._whole.setdefault(code, []).append(place)
                else:
                    self._starts.setdefault(code, []).append(one.start)
                    self._ranges.setdefault(code, []).append(place)

    def suppresses(self, finding: Finding) -> bool:
        """Whether a finding is suppressed."""
        return finding.code in self._whole or next(self._nearby(finding), None) is not None

    def used(self, findings: Iterable[Finding]) -> set[int]:
        """The suppressions, by number, that apply to any of the findings."""
        used: set[int] = set()
        codes: set[str] = set()
        for finding in findings:
            codes.add(finding.code)
            used.update(self._nearby(finding))
        for code in codes:
            used.update(self._whole.get(code, ()))
        return used

    def _nearby(self, finding: Finding) -> Iterator[int]:
        """The suppressions of its cue, and of the range it is in."""
        start = finding.span.start
        cue = finding.cue - 1 if finding.cue is not None else bisect_left(self._cue_ends, start)
        for place in self._by_cue.get(cue, ()):
            one = self._all[place]
            if finding.code in one.codes and (finding.cue is not None or one.start <= start):
                yield place
        before = bisect_right(self._starts.get(finding.code, ()), start)
        if before:
            place = self._ranges[finding.code][before - 1]
            if start < self._all[place].end:
                yield place


def read_suppressions(subject: Subject) -> tuple[Suppression, ...]:
    """The suppression comments of a document, one entry for each selector in them.

    A ``disable`` of several rules, some of which are enabled again, has one entry for each range.
    """
    if PREFIX not in subject.source:
        return ()
    found: list[Suppression] = []
    open_entries: list[Suppression] = []
    disabled: set[str] = set()
    for note in subject.document.notes:
        match = _COMMENT.match(note.text)
        if match is None or note.span is None:
            continue
        verb = match[1]
        for selector, codes, problem in _read(verb, match[2]):
            one = Suppression(note.span, verb, selector, codes, 0, len(subject.source) + 1, None, problem)
            if problem is not None or verb == "ignore-file":
                found.append(one)
            elif verb == "ignore":
                found.append(_for_cue(one, note.before, subject))
            elif verb == "disable":
                left = codes - disabled
                disabled |= left
                if left:
                    open_entries.append(replace(one, codes=left, start=note.span.start))
                else:
                    already = f"{selector} is already disabled"
                    found.append(replace(one, codes=left, problem=already, repeats=True))
            else:
                ended = [other for other in open_entries if not codes.isdisjoint(other.codes)]
                found += [replace(other, codes=other.codes & codes, end=note.span.start) for other in ended]
                disabled -= codes
                # never more entries than rules, so many comments stay quick to read
                kept = [(other, other.codes - codes) for other in open_entries]
                open_entries = [replace(other, codes=left) for other, left in kept if left]
                if not ended:
                    found.append(replace(one, codes=frozenset(), problem="nothing is disabled here"))
    found += open_entries
    return tuple(sorted(found, key=lambda one: (one.comment.start, one.selector, one.start)))


def remove_suppressed(findings: Iterable[Finding], suppressions: SuppressionIndex) -> list[Finding]:
    """The findings that no comment suppresses."""
    return [finding for finding in findings if not suppressions.suppresses(finding)]


def _read(verb: str, rest: str) -> list[tuple[str, frozenset[str], str | None]]:
    """The selectors of a comment, each with its codes and its issue, if any."""
    if verb not in VERBS:
        from difflib import get_close_matches  # late: most runs have no misspelled name

        near = get_close_matches(verb, VERBS, n=1)
        what = f"did you mean {near[0]}?" if near else f"use {', '.join(VERBS[:-1])} or {VERBS[-1]}"
        return [("", frozenset(), f"{quote(verb)} is not a suppression comment: {what}")]
    selectors: list[str] = []
    position, more = 0, True
    while more and (match := _SELECTOR.match(rest, position)):
        selectors.append(match[1])
        position, more = match.end(), bool(match[2])
    if not selectors and rest.strip():
        # "ignore too long" must not suppress everything; a reason needs a rule before it
        return [("", frozenset(), f"names no rule: {quote(rest)}")]
    read: list[tuple[str, frozenset[str], str | None]] = []
    for selector in selectors or ["ALL"]:
        try:
            read.append((selector, _codes(selector), None))
        except OptionError as error:
            read.append((selector, frozenset(), error.message))
    return read


@lru_cache(maxsize=512)
def _codes(selector: str) -> frozenset[str]:
    return find_all([selector])


def _for_cue(one: Suppression, before: int, subject: Subject) -> Suppression:
    index = max(before, 0)  # a note in the header applies to the first cue
    if index >= len(subject.cues):
        return replace(one, codes=frozenset(), problem="no cue follows")
    return replace(one, start=one.comment.start, end=subject.cue_span(index).end + 1, cue=index)
