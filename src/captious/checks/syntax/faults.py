"""Rules that pass on what a reader reported; the reader is the one who knows where, the rule how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from captious.checks.model import Group, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from captious.checks.subject import Subject
    from captious.core.finding import Finding, Fix
    from captious.formats.base import Fault


def fault_rule(
    fault: Fault,
    check: Callable[[Subject, Any], Iterable[Finding]],
    manual: str,
    *,
    formats: tuple[str, ...] = (),
    fix: Literal["never", "safe", "unsafe", "safe or unsafe"] = "never",
) -> Rule:
    """The rule that speaks for a reader's fault: its code, name and severity, always on.

    Args:
        fault: what the reader reports.
        check: the rule's function, usually one call of `from_reader`.
        manual: the manual page.
        formats: names of the formats whose readers report it; empty = all.
        fix: what kind of fix its findings can carry.
    """
    return Rule(
        fault.code, fault.name, fault.severity, Group.DEFAULT, check, manual, fix=fix, formats=formats
    )


def from_reader(
    subject: Subject, rule: Rule, mend: Callable[[Subject, Finding], Fix | None] | None = None
) -> Iterator[Finding]:
    """The reader's findings of a rule's code as the rule's own.

    Args:
        subject: the document.
        rule: the rule.
        mend: the fix of one finding; ``None`` for a fault that takes a person.
    """
    for finding in subject.reported.get(rule.code, ()):
        fix = mend(subject, finding) if mend is not None else None
        yield rule.at(finding.span, finding.message, cue=finding.cue, fix=fix)
