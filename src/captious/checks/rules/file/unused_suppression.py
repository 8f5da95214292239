"""A comment asks captious to be silent about an issue that is not there.

## Why it matters

A comment that outlives its issue hides the next one of the same kind, and nobody will look for it there. One with a
misspelt rule never did anything.

## Fails

`NOTE captious: ignore LAY001` before a cue whose lines fit; `NOTE captious: ignore LAY999`, a rule that does not exist;
`NOTE captious: ignroe LAY001`; `NOTE captious: enable LAY001` where nothing is disabled, `disable LAY001` where it is.

## Passes

The same comment before a cue with a line too long. A comment about a rule that the style does not turn on passes too,
as long as the rule would find something: the file may be checked against another style elsewhere.

## Fix safety

Unsafe: the comment may hold a reason somebody wrote down, and what is not needed under one style can be under another.
The fix removes the whole comment, and only if nothing it asks for is needed.

## Sources

- ESLint, "Report unused eslint-disable comments"; ruff, rule RUF100: the same for code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.checks.registry import all_rules
from captious.checks.suppress import Silence, read_suppressions
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.checks.suppress import Suppression
    from captious.core.finding import Finding, Fix


def check(subject: Subject) -> Iterator[Finding]:
    """The comments of ``subject`` that silence nothing, one finding for each selector in them."""
    suppressions = read_suppressions(subject)
    if not suppressions:
        return
    at_work = Silence(suppressions, subject).used(_findings(subject, suppressions))
    used: dict[tuple[int, str], bool] = {}
    busy: set[int] = set()
    for index, one in enumerate(suppressions):
        key = (one.comment.start, one.selector)
        # a comment about this rule would have to be checked against itself
        needed = one.problem is None and (RULE.code in one.codes or index in at_work)
        used[key] = used.get(key, False) or needed
        if needed:
            busy.add(one.comment.start)
    told: set[tuple[int, str]] = set()
    for one in suppressions:
        key = (one.comment.start, one.selector)
        if used[key] or key in told:
            continue
        told.add(key)
        idle = one.comment.start not in busy
        message = one.problem or f"{one.verb} {one.selector} silences nothing"
        yield RULE.at(one.comment, message, fix=_removal(subject, one) if idle else None)


def _findings(subject: Subject, suppressions: tuple[Suppression, ...]) -> list[Finding]:
    """What the rules that the comments name find here, whether they are on or not."""
    codes = frozenset().union(*(one.codes for one in suppressions)) - {RULE.code}
    found: list[Finding] = []
    for rule in all_rules():
        if rule.code in codes and (not rule.formats or subject.document.format in rule.formats):
            found += rule.run(subject, subject.rule_options.get(rule.name))
    return found


def _removal(subject: Subject, one: Suppression) -> Fix | None:
    """The fix that removes a comment with the blank lines after it; none for a misspelt one, which somebody meant."""
    if one.problem is not None and not one.repeats:
        return None
    end = one.comment.end
    while end < len(subject.source) and subject.source[end] in "\r\n":
        end += 1
    return subject.replace(one.comment.start, end, "", "Remove the comment", safe=False)


RULE = Rule(
    "FIL008",
    "unused-suppression",
    Severity.WARNING,
    Group.DEFAULT,
    check,
    __doc__,
    fix="unsafe",
    formats=("vtt",),
)
