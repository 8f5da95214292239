"""Comments in a WebVTT file that ask for silence, and the findings they silence.

``NOTE captious: ignore LAY001 reason`` before a cue is about that cue, ``ignore-file`` about the whole file,
``disable`` about all that follows until ``enable``. SubRip has no comments.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from captious.checks.registry import find_all
from captious.errors import OptionError
from captious.formats.base import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.checks.subject import Subject
    from captious.core.finding import Finding
    from captious.core.span import Span

MARK = "captious:"
"""What a comment that is meant for us begins with."""

VERBS = ("ignore", "ignore-file", "disable", "enable")

_COMMENT = re.compile(rf"{MARK}[ \t]*([^\s]*)[ \t]*([^\n]*)")
_SELECTOR = re.compile(r"([A-Z]{3}[0-9]{0,3}|[a-z0-9]+(?:-[a-z0-9]+)+)(?=[\s,]|\Z)[ \t]*(,?)[ \t]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Suppression:
    """One thing silenced in one stretch.

    Args:
        comment: where the comment stands.
        verb: what it says.
        selector: the rules it means, as written.
        codes: their codes; empty when ``problem`` is set.
        start: offset where silence begins.
        end: offset where it ends, exclusive.
        cue: 0-based number of the cue it is about; ``None`` when it is about a stretch.
        problem: what is wrong with the comment; ``None`` when it is understood.
    """

    comment: Span
    verb: str
    selector: str
    codes: frozenset[str]
    start: int
    end: int
    cue: int | None = None
    problem: str | None = None

    def covers(self, finding: Finding) -> bool:
        """Whether it silences a finding."""
        if finding.code not in self.codes:
            return False
        if self.cue is not None and finding.cue is not None:
            return finding.cue == self.cue + 1
        return self.start <= finding.span.start < self.end


def read_suppressions(subject: Subject) -> tuple[Suppression, ...]:
    """The comments of a document that are meant for us, one entry for each selector in them.

    A ``disable`` of several rules of which some are enabled again has one entry for each stretch.
    """
    if MARK not in subject.source:
        return ()
    found: list[Suppression] = []
    standing: list[Suppression] = []
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
                found.append(_about_cue(one, note.before, subject))
            elif verb == "disable":
                standing.append(replace(one, start=note.span.start))
            else:
                ended = [other for other in standing if not codes.isdisjoint(other.codes)]
                found += [replace(other, codes=other.codes & codes, end=note.span.start) for other in ended]
                standing = [replace(other, codes=other.codes - codes) for other in standing]
                if not ended:
                    found.append(replace(one, codes=frozenset(), problem="nothing is disabled here"))
    found += [one for one in standing if one.codes]
    return tuple(sorted(found, key=lambda one: (one.comment.start, one.selector, one.start)))


def hide(findings: Iterable[Finding], suppressions: tuple[Suppression, ...]) -> list[Finding]:
    """The findings that no comment silences."""
    return [finding for finding in findings if not any(one.covers(finding) for one in suppressions)]


def _read(verb: str, rest: str) -> list[tuple[str, frozenset[str], str | None]]:
    """What a comment says: selectors, the codes of each, and what is wrong with it, if anything is."""
    if verb not in VERBS:
        near = get_close_matches(verb, VERBS, n=1)
        what = f"did you mean {near[0]}?" if near else f"known are {', '.join(VERBS)}"
        return [("", frozenset(), f"{quote(verb)} means nothing to captious: {what}")]
    selectors: list[str] = []
    position, more = 0, True
    while more and (match := _SELECTOR.match(rest, position)):
        selectors.append(match[1])
        position, more = match.end(), bool(match[2])
    if not selectors and rest.strip():
        # "ignore too long" must not silence everything; a reason wants a rule before it
        return [("", frozenset(), f"names no rule: {quote(rest)}")]
    said: list[tuple[str, frozenset[str], str | None]] = []
    for selector in selectors or ["ALL"]:
        try:
            said.append((selector, find_all([selector]), None))
        except OptionError as error:
            said.append((selector, frozenset(), error.message))
    return said


def _about_cue(one: Suppression, before: int, subject: Subject) -> Suppression:
    number = max(before, 0)  # a note in the header stands before the first cue
    if number >= len(subject.cues):
        return replace(one, codes=frozenset(), problem="no cue follows")
    return replace(one, start=one.comment.start, end=subject.cue_span(number).end + 1, cue=number)
