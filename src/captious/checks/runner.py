"""Applies rules to a subject."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from captious.analysis.broken_cues import keep_off_broken
from captious.analysis.rolling import skip_explained
from captious.checks.registry import find_entries, load_rules
from captious.checks.selection import Selection, choose_entries
from captious.core.finding import Severity
from captious.errors import OptionError, StyleError
from captious.formats.frames import are_times_known
from captious.formats.vtt.issues import BAD_TIMES, BLANK_LINE_IN_TEXT, SECOND_HEADER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.analysis.subject import Subject
    from captious.checks.model import Entry, Rule
    from captious.core.document import Document
    from captious.core.finding import Finding
    from captious.style.profile import Profile

_MISREAD = {BAD_TIMES.code, BLANK_LINE_IN_TEXT.code}
_OTHER_KIND = re.compile(r"\bKind:\s*(?:chapters|metadata)\b", re.IGNORECASE)
_OF_ANY_FILE = ("syntax", "file")
"""Families of rules that apply to any file, with captions or not."""
_IN_TEXT = ("FIL003",)
"""Rules of these families about characters that are text in any notation."""
_ABOUT_TIMES = ("timing", "speed")
"""Families of rules that need times to the millisecond."""


def run_rules(
    subject: Subject,
    *,
    selection: Selection = Selection(),  # noqa: B008 - frozen
    of_file: bool = False,
) -> tuple[Finding, ...]:
    """The findings of the selected rules that no comment in the file suppresses, in the order of the source.

    Args:
        subject: the document and its style.
        selection: which rules, with which options.
        of_file: whether the subject is a file of a format of exchange as it is. Rules about its notation run on it, and
            all others on the view of it.

    Raises:
        OptionError: a selector that matches no rule.
    """
    entries = choose_entries(selection, subject.profile)
    if of_file or subject.origin is not None:
        entries = [entry for entry in entries if _is_of_file(entry) == of_file]
    if not holds_captions(subject.document):
        entries = [entry for entry in entries if entry.family in _OF_ANY_FILE]
    if not are_times_known(subject.reading, subject.source, subject.frame_rate):
        entries = [entry for entry in entries if entry.family not in _ABOUT_TIMES]
    # importing a rule takes longer than most rules take for a small file
    codes = [
        entry.code
        for entry in entries
        if (not entry.reported or entry.code in subject.reported)
        and (entry.family != "fidelity" or _has_evidence(subject))
    ]
    findings = [finding for rule in load_rules(codes) for finding in run_rule(rule, subject, selection)]
    if not subject.reported.keys().isdisjoint(_MISREAD):
        from captious.analysis.broken_times import misread_cues  # late: few files have them

        # what is found in half a cue, or in two, is not about the cue, and no fix may touch it
        broken = misread_cues(subject)
        of_any = {entry.code for entry in entries if entry.family in _OF_ANY_FILE}
        findings = [one for one in findings if one.cue not in broken or one.code in of_any]
    findings = skip_explained(subject, findings)
    if SECOND_HEADER.code in subject.reported:
        from captious.analysis.segments import skip_seams  # late: hardly any file has several headers

        findings = skip_seams(subject, findings)
    if subject.document.notes:
        from captious.checks.suppress import (  # late: few files have comments
            SuppressionIndex,
            read_suppressions,
            remove_suppressed,
        )

        if suppressions := read_suppressions(subject):
            findings = remove_suppressed(findings, SuppressionIndex(suppressions, subject))
    if subject.profile.severities:
        findings = _restyle_severities(findings, subject.profile)
    if subject.document.broken:
        findings = keep_off_broken(subject, findings)
    return sort_findings(findings)


def _has_evidence(subject: Subject) -> bool:
    """Whether there is something that captions can be compared with."""
    others = (subject.transcript, subject.words, subject.recording.like)
    return any(other is not None for other in others)


def _is_of_file(entry: Entry) -> bool:
    return entry.family in _OF_ANY_FILE and entry.code not in _IN_TEXT


def holds_captions(document: Document) -> bool:
    """Whether a file holds captions: the header of a WebVTT file may declare chapters or metadata."""
    return _OTHER_KIND.search(document.header) is None


def run_rule(rule: Rule, subject: Subject, selection: Selection) -> Iterable[Finding]:
    """The findings of one rule, with its options in the selection."""
    return rule.run(subject, selection.options.get(rule.name))


def _restyle_severities(findings: Iterable[Finding], profile: Profile) -> list[Finding]:
    """The findings with the severities of the style; of several selectors, the one that matches fewest rules wins.

    Raises:
        StyleError: a selector that matches no rule.
    """
    try:
        selected = [(find_entries(selector), Severity(name)) for selector, name in profile.severities]
    except OptionError as error:
        # the reader of style files does not know which rules there are
        raise StyleError(
            f"[severities] of the style {profile.name}: {error.message}", hint=error.hint
        ) from None
    severities: dict[str, Severity] = {}
    for entries, severity in sorted(selected, key=lambda pair: -len(pair[0])):
        severities.update((entry.code, severity) for entry in entries)
    return [replace(one, severity=severities.get(one.code, one.severity)) for one in findings]


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings sorted by place, then code; the result does not depend on their order."""

    def place(finding: Finding) -> tuple[int, int, int]:
        # in a file without lines, the cue is the place
        return finding.span.start, finding.span.end, 0 if finding.has_line else finding.cue or 0

    return tuple(sorted(findings, key=lambda item: (*place(item), item.code, item.message)))
