"""Removal of cue settings from a timing line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.finding import Edit, Fix

if TYPE_CHECKING:
    from captious.analysis.subject import Subject
    from captious.core.finding import Finding

REACH = 1000
"""How far back on its line a setting is searched: no real line is longer, and a crafted one must not take forever."""


def remove_setting(subject: Subject, finding: Finding) -> Fix:
    """The unsafe fix that removes the setting of a finding, with the spaces before it."""
    return Fix((without(subject, finding.span.start, finding.span.end),), False, "Remove the setting")


def without(subject: Subject, start: int, end: int) -> Edit:
    """The edit that removes ``[start, end)`` and the spaces before it on its line."""
    before = subject.source[max(start - REACH, 0) : start]
    return Edit(start - (len(before) - len(before.rstrip(" \t\f"))), end, "")
