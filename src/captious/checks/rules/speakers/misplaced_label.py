"""A speaker label is on the wrong line: beside the words, or on a line of its own.

## Why it matters

On a line of its own a label is easy to skip; beside the words it saves a line.
Guides differ, but a file should do the same throughout.

## Fails

With `own_line = true`, the default:

    ANN: We were in Rome

## Passes

    ANN:
    We were in Rome

With `own_line = false`, it is the other way round.

## Fix safety

A line break takes the place of a space, or a space that of a line break; nothing else changes, so the fix is safe.
It is left out if there is no room for another line, or if the line would be too long.

## Sources

- BBC Subtitle Guidelines 1.2.5: the label on its own line if time allows.
- DCMP Captioning Key, captioningkey/603: the name on its own line, above the words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from captious.analysis.labels import find_labels
from captious.analysis.text_fits import change_text
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding
    from captious.style.profile import Profile


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the rule.

    Args:
        own_line: whether a label belongs on a line of its own.
    """

    own_line: bool = True


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The labels of ``subject`` on the wrong line."""
    for index, group in groupby(subject.once(find_labels), key=lambda label: label.index):
        for label in tuple(group)[:1]:
            if label.alone == options.own_line:
                continue
            gap = _GAP.match(subject.source, label.end, subject.cue_span(index).end)
            newline = subject.document.newline if options.own_line else " "
            fix = None
            if gap is not None and gap.end() < subject.cue_span(index).end:
                edit = (gap.start(), gap.end(), newline)
                fix = change_text(subject, index, [edit], "Move the line break")
            message = (
                "label on the same line as the words" if options.own_line else "label on a line of its own"
            )
            yield RULE.at(subject.span(label.start, label.end), message, index=index, fix=fix)


_GAP = re.compile(r"[ \t]*(?:\r\n|\r|\n|[ \t])[ \t]*")


def _wants_own_line(profile: Profile) -> bool:
    return profile.labels.own_line


RULE = Rule(
    "SPK009",
    "misplaced-label",
    Severity.INFO,
    Group.STATED,
    check,
    __doc__,
    options=Options,
    fix="safe",
    stated=_wants_own_line,
)
