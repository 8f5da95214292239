"""Limits of a delivery: how many findings of which kind it may have, and which of them a finding counts against."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from captious.checks.registry import find_entries
from captious.core.finding import Severity
from captious.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from captious.core.finding import Finding

UNREADABLE = "unreadable"
ANY = "any"
_SEVERITIES = tuple(severity.value for severity in Severity)
_MOST = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,6})?)(%|/file|/hour)?")
_GRAMMAR = 'Write a number, "2%" of the captions, "3/file", "5/hour", or "any".'


class Limit(NamedTuple):
    """How much of something a delivery may have.

    Args:
        what: a severity, ``unreadable``, or a selector of rules.
        most: the most that is allowed; ``None`` = any number.
        per: of what: ``""`` = the delivery, ``%`` of its captions (of its files, of unreadable ones), ``/file`` =
            of any file, ``/hour`` = an hour of captions.
    """

    what: str
    most: float | None
    per: str = ""

    @property
    def shown(self) -> str:
        """What is allowed, as it is written."""
        return ANY if self.most is None else f"{self.most:,g}{self.per}"


class Limits(NamedTuple):
    """The limits of a delivery.

    Args:
        fail: what makes it fail.
        review: what takes a person to decide.
    """

    fail: tuple[Limit, ...]
    review: tuple[Limit, ...]


DEFAULTS = Limits(
    fail=(Limit(UNREADABLE, 0), Limit(Severity.ERROR.value, 0)), review=(Limit(Severity.WARNING.value, 0),)
)
"""Errors and unreadable files fail a delivery, and warnings take a person, unless the user says otherwise."""


def parse_limit(what: str, most: object) -> Limit:
    """A limit as a user writes it: ``error = 0``, ``TIM = "1%"``, ``line-too-long = "5/file"``.

    Raises:
        OptionError: neither a severity nor rules, or not a number of them.
    """
    what = what.strip()
    name = what.lower()
    if name in (UNREADABLE, *_SEVERITIES):
        what = name
    else:
        find_entries(what)
    text = str(most).strip()
    if text == ANY:
        return Limit(what, None)
    match = _MOST.fullmatch(text)
    if match is None or isinstance(most, bool):
        raise OptionError(f"not a limit of {what}: {text!r}", hint=_GRAMMAR)
    per = match[2] or ""
    if what == UNREADABLE and per in ("/file", "/hour"):
        raise OptionError(
            f"not a limit of unreadable files: {text!r}", hint='Write a number, or "1%" of the files.'
        )
    return Limit(what, float(match[1]), per)


def stated_over(defaults: Iterable[Limit], stated: Iterable[Limit]) -> tuple[Limit, ...]:
    """Limits with those that a user states over them: one for each thing, in the order they were first named."""
    limits = {limit.what: limit for limit in defaults}
    limits.update((limit.what, limit) for limit in stated)
    return tuple(limits.values())


class Counting:
    """Which limit a finding counts against: of several, the one that matches the fewest rules.

    Args:
        limits: the limits.
    """

    def __init__(self, limits: Iterable[Limit]) -> None:
        self._severities: dict[str, int] = {}
        codes: list[tuple[int, int, tuple[str, ...]]] = []
        for number, limit in enumerate(limits):
            if limit.what in _SEVERITIES:
                self._severities[limit.what] = number
            elif limit.what != UNREADABLE:
                found = tuple(entry.code for entry in find_entries(limit.what))
                codes.append((-len(found), number, found))
        self._codes: Mapping[str, int] = {
            code: number for _, number, found in sorted(codes) for code in found
        }

    def place(self, finding: Finding) -> int | None:
        """The number of the limit, from 0; ``None`` if none is about it."""
        number = self._codes.get(finding.code)
        return self._severities.get(finding.severity) if number is None else number

    def tally(self, findings: Iterable[Finding]) -> tuple[tuple[int, int, int], ...]:
        """For each limit that is counted against: its number, findings, and captions that have them.

        A finding that is about no caption counts as a caption of its own.
        """
        counts: dict[int, tuple[int, set[int]]] = {}
        for at, finding in enumerate(findings):
            number = self.place(finding)
            if number is None:
                continue
            total, cues = counts.setdefault(number, (0, set()))
            cues.add(-at - 1 if finding.cue is None else finding.cue)
            counts[number] = (total + 1, cues)
        return tuple((number, total, len(cues)) for number, (total, cues) in sorted(counts.items()))
