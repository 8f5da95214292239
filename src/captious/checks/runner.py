"""Applies rules to a subject."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from captious.checks.registry import find_entries, load_rules
from captious.checks.selection import Selection, choose_entries
from captious.core.finding import Severity
from captious.errors import OptionError, StyleError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.analysis.subject import Subject
    from captious.checks.model import Rule
    from captious.core.document import Document
    from captious.core.finding import Finding
    from captious.style.profile import Profile

_OTHER_KIND = re.compile(r"\bKind:\s*(?:chapters|metadata)\b", re.IGNORECASE)
_OF_ANY_FILE = ("syntax", "file")
"""Families of rules that are about files and not about captions."""


def run_rules(subject: Subject, *, selection: Selection = Selection()) -> tuple[Finding, ...]:  # noqa: B008 - frozen
    """What the selected rules find and no comment in the file silences, in the order of the source.

    Args:
        subject: the document and its style.
        selection: which rules, with which options.

    Raises:
        OptionError: a selector that means no rule.
    """
    entries = choose_entries(selection, subject.profile)
    if not holds_captions(subject.document):
        entries = [entry for entry in entries if entry.family in _OF_ANY_FILE]
    # importing a rule takes longer than most rules take for a small file
    codes = [
        entry.code
        for entry in entries
        if (not entry.reported or entry.code in subject.reported)
        and (entry.family != "fidelity" or subject.transcript is not None or subject.words is not None)
    ]
    findings = [finding for rule in load_rules(codes) for finding in run_rule(rule, subject, selection)]
    if subject.document.notes:
        from captious.checks.suppress import Silence, hide, read_suppressions  # late: few files have comments

        if suppressions := read_suppressions(subject):
            findings = hide(findings, Silence(suppressions, subject))
    if subject.profile.severities:
        findings = _weigh(findings, subject.profile)
    return sort_findings(findings)


def holds_captions(document: Document) -> bool:
    """Whether a file is to be read by viewers: a WebVTT file may say that it holds chapters or metadata."""
    return _OTHER_KIND.search(document.header) is None


def run_rule(rule: Rule, subject: Subject, selection: Selection) -> Iterable[Finding]:
    """What one rule finds, with the options the selection gives it."""
    return rule.run(subject, selection.options.get(rule.name))


def _weigh(findings: Iterable[Finding], profile: Profile) -> list[Finding]:
    """The findings with the severities the style has of its own; a rule goes by the selector that means fewest.

    Raises:
        StyleError: a selector that means no rule.
    """
    try:
        wishes = [(find_entries(selector), Severity[name.upper()]) for selector, name in profile.severities]
    except OptionError as error:
        # which rules there are, the reader of style files does not know
        raise StyleError(
            f"[severities] of the style {profile.name}: {error.message}", hint=error.hint
        ) from None
    severities: dict[str, Severity] = {}
    for entries, severity in sorted(wishes, key=lambda wish: -len(wish[0])):
        severities.update((entry.code, severity) for entry in entries)
    return [replace(one, severity=severities.get(one.code, one.severity)) for one in findings]


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by place, then code; the same whatever order they came in."""
    return tuple(sorted(findings, key=lambda item: (item.span.start, item.span.end, item.code, item.message)))
