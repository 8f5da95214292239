"""Cue settings taken off a timing line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.finding import Edit, Fix

if TYPE_CHECKING:
    from captious.analysis.subject import Subject
    from captious.core.finding import Finding

REACH = 1000
"""How far back on its line a setting is looked for: no real line is longer, and a made one shall not take for ever."""


def remove_setting(subject: Subject, finding: Finding) -> Fix:
    """The fix that takes away what a finding is about, with the blanks before it. Unsafe: it was meant somehow."""
    return Fix((without(subject, finding.span.start, finding.span.end),), False, "Remove the setting")


def without(subject: Subject, start: int, end: int) -> Edit:
    """The edit that removes ``[start, end)`` and the blanks before it on its line."""
    before = subject.source[max(start - REACH, 0) : start]
    return Edit(start - (len(before) - len(before.rstrip(" \t\f"))), end, "")
