"""Rules that pass on the findings of a reader: the reader knows the place, the rule the fix."""

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
    from captious.formats.issue import Issue


def issue_rule(
    issue: Issue,
    check: Callable[[Subject], Iterable[Finding]],
    manual: str,
    *,
    formats: tuple[str, ...] = (),
    fix: Literal["never", "safe", "unsafe", "safe or unsafe"] = "never",
) -> Rule:
    """The rule for an issue that a reader reports, with its code, name and severity; on in every style.

    Args:
        issue: what the reader reports.
        check: the function of the rule, usually one call of `from_reader`. If the reader has reported nothing under
            its code, the rule is not even imported.
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
    """The findings of the reader with the code of a rule, with fixes.

    A cue of a megabyte can hold a million of them: those past `MOST_IN_A_CUE` are not reported, but fixed together
    with the last one that is.

    Args:
        subject: the document.
        rule: the rule.
        make_fix: the fix of one finding; ``None`` if there is no fix.
    """
    reported = subject.reported.get(rule.code, ())
    for cue, group in groupby(reported, key=lambda finding: finding.cue):
        fixes = ((finding, make_fix(subject, finding) if make_fix is not None else None) for finding in group)
        for finding, fix in fixes if cue is None else _few(fixes):
            yield replace(finding, fix=fix)


def _few(fixes: Iterator[tuple[Finding, Fix | None]]) -> Iterator[tuple[Finding, Fix | None]]:
    yield from islice(fixes, MOST_IN_A_CUE - 1)
    for finding, fix in islice(fixes, 1):
        yield finding, _together(fix, (more for _, more in fixes))


def _together(first: Fix | None, more: Iterable[Fix | None]) -> Fix | None:
    """One fix for all of the same safety that do not overlap; the others wait for a later round."""
    edits = list(first.edits) if first is not None else []
    for fix in more:
        if fix is None or not fix.edits or fix is first:
            continue
        first = first or fix
        if fix.safe == first.safe and (not edits or _follows(edits[-1], fix.edits[0])):
            edits += fix.edits
    return first and replace(first, edits=tuple(edits))


def _follows(one: Edit, other: Edit) -> bool:
    """Whether an edit lies after another; an insertion overlaps an edit that ends at its place."""
    both_take_room = one.start < one.end and other.start < other.end
    return other.start > one.end or (other.start == one.end and both_take_room)
