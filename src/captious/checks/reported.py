"""Rules that pass on what a reader reported; the reader is the one who knows where, the rule how to fix it."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, islice
from typing import TYPE_CHECKING, Literal

from captious.analysis.subject import MOST_IN_A_CUE
from captious.checks.model import Group, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Edit, Finding, Fix
    from captious.formats.base import Issue


def issue_rule(
    issue: Issue,
    check: Callable[[Subject], Iterable[Finding]],
    manual: str,
    *,
    formats: tuple[str, ...] = (),
    fix: Literal["never", "safe", "unsafe", "safe or unsafe"] = "never",
) -> Rule:
    """The rule that speaks for a reader's issue: its code, name and severity, always on.

    Args:
        issue: what the reader reports.
        check: the rule's function, usually one call of `from_reader`. Where the reader has reported nothing under
            the rule's code it would find nothing, so the rule is not even imported then.
        manual: the manual page.
        formats: names of the formats whose readers report it; empty = all.
        fix: what kind of fix its findings can carry.
    """
    return Rule(
        issue.code, issue.name, issue.severity, Group.DEFAULT, check, manual, fix=fix, formats=formats
    )


def from_reader(
    subject: Subject, rule: Rule, make_fix: Callable[[Subject, Finding], Fix | None] | None = None
) -> Iterator[Finding]:
    """The reader's findings of a rule's code as the rule's own.

    A cue of a megabyte can hold a million of them: those past `MOST_IN_A_CUE` are not told, but fixed along with
    the last one that is.

    Args:
        subject: the document.
        rule: the rule.
        make_fix: the fix of one finding; ``None`` for an issue that takes a person.
    """
    reported = subject.reported.get(rule.code, ())
    for cue, group in groupby(reported, key=lambda finding: finding.cue):
        told = ((finding, make_fix(subject, finding) if make_fix is not None else None) for finding in group)
        for finding, fix in told if cue is None else _few(told):
            yield replace(finding, fix=fix)


def _few(told: Iterator[tuple[Finding, Fix | None]]) -> Iterator[tuple[Finding, Fix | None]]:
    yield from islice(told, MOST_IN_A_CUE - 1)
    for finding, fix in islice(told, 1):
        yield finding, _together(fix, (more for _, more in told))


def _together(first: Fix | None, more: Iterable[Fix | None]) -> Fix | None:
    """One fix for all that are of a kind and do not meet; the others wait for their turn."""
    edits = list(first.edits) if first is not None else []
    for fix in more:
        if fix is None or not fix.edits or fix is first:
            continue
        first = first or fix
        if fix.safe == first.safe and (not edits or _follows(edits[-1], fix.edits[0])):
            edits += fix.edits
    return first and replace(first, edits=tuple(edits))


def _follows(one: Edit, other: Edit) -> bool:
    """Whether an edit lies after another; an insertion would meet what ends at its place."""
    both_take_room = one.start < one.end and other.start < other.end
    return other.start > one.end or (other.start == one.end and both_take_room)
