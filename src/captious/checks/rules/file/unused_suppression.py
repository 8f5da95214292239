"""A suppression comment suppresses no finding.

## Why it matters

A comment that outlives its issue hides the next issue of the same kind.
A comment with a misspelt rule never had an effect.

## Fails

- `NOTE captious: ignore LAY001` before a cue whose lines fit.
- `NOTE captious: ignore LAY999`, a rule that does not exist.
- `NOTE captious: ignroe LAY001`.
- `NOTE captious: enable LAY001` where nothing is disabled, or `disable LAY001` where the rule is disabled already.

## Passes

`NOTE captious: ignore LAY001` before a cue with a line that is too long.
A comment about a rule that the style does not enable passes too, as long as the rule would find something: the file may
be checked against another style elsewhere.

## Fix safety

The fix is unsafe: the comment may give a reason worth keeping, and another style may still need the suppression.
It removes the whole comment, and only if every rule in it is unused.

## Sources

- ESLint, "Report unused eslint-disable comments"; ruff, rule RUF100: the same for code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.checks.registry import all_rules
from captious.checks.suppress import SuppressionIndex, read_suppressions
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.checks.suppress import Suppression
    from captious.core.finding import Finding, Fix


def check(subject: Subject) -> Iterator[Finding]:
    """The comments of ``subject`` that suppress nothing, one finding for each selector in them."""
    suppressions = read_suppressions(subject)
    if not suppressions:
        return
    effective = SuppressionIndex(suppressions, subject).used(_findings(subject, suppressions))
    used: dict[tuple[int, str], bool] = {}
    needed_comments: set[int] = set()
    for index, one in enumerate(suppressions):
        key = (one.comment.start, one.selector)
        # a comment about this rule is never unused: it would have to be checked against itself
        needed = one.problem is None and (RULE.code in one.codes or index in effective)
        used[key] = used.get(key, False) or needed
        if needed:
            needed_comments.add(one.comment.start)
    reported: set[tuple[int, str]] = set()
    for one in suppressions:
        key = (one.comment.start, one.selector)
        if used[key] or key in reported:
            continue
        reported.add(key)
        is_unused = one.comment.start not in needed_comments
        message = one.problem or f"{one.verb} {one.selector} suppresses nothing"
        yield RULE.at(one.comment, message, fix=_removal(subject, one) if is_unused else None)


def _findings(subject: Subject, suppressions: tuple[Suppression, ...]) -> list[Finding]:
    """The findings of the rules that the comments name, whether they are enabled or not."""
    codes = frozenset().union(*(one.codes for one in suppressions)) - {RULE.code}
    found: list[Finding] = []
    for rule in all_rules():
        if rule.code in codes and (not rule.formats or subject.document.format in rule.formats):
            found += rule.run(subject, subject.rule_options.get(rule.name))
    return found


def _removal(subject: Subject, one: Suppression) -> Fix | None:
    """The fix that removes a comment with the blank lines after it; none for a misspelt one, to be corrected."""
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
