"""A cue has a position, and the platform does not support positions.

## Why it matters

A platform without support drops the position, so the caption covers what it was moved away from.
Or it shows the code, such as `{\\an8}`, to the viewer.

## Fails

Under a style for a platform without positions:

    {\\an8}Meanwhile, in Rome

    00:01.000 --> 00:03.000 line:0
    Meanwhile, in Rome

## Passes

The same without the code or the setting, and any position under a style for a platform that supports them.

## Fix safety

The fix is unsafe: it removes the position, which a player that supports positions would use.
A cue that is on screen together with another one has no fix, because its position keeps the two apart.

## Sources

- Whether positions are supported: `markup.positions` of the style, with its `markup.source`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.free_time import find_shared
from captious.analysis.tags import find_tags, place_of, remove_tags
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.formats.base import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` with a position."""
    if subject.profile.markup.positions:
        return
    for index, tags in subject.once(find_tags):
        wrong = [tag for tag in tags if tag.name == "position"]
        if wrong:
            first = wrong[0]
            fix = None
            if index not in subject.once(find_shared):
                fix = remove_tags(subject, index, wrong, "Remove the position", safe=False)
            message = f"position {printable(subject.cues[index].text[first.start : first.end][:40])} is not supported"
            yield RULE.at(subject.span(*place_of(subject, index, first)), message, index=index, fix=fix)
    if subject.document.format != "vtt":
        return
    for index in [index for index, cue in enumerate(subject.cues) if cue.settings]:
        settings = subject.cues[index].settings
        line = subject.times_span(index)
        start = subject.source.find(settings, line.start, line.end)
        if start < 0:
            continue
        fix = None
        if index not in subject.once(find_shared):
            before = len(subject.source[line.start : start].rstrip(" \t")) + line.start
            fix = subject.replace(before, start + len(settings), "", "Remove the settings", safe=False)
        # of another format the settings are ours: what is written there is at the place of the finding
        written = f" {printable(settings[:40])}" if subject.origin is None else ""
        message = f"position{written} is not supported"
        yield RULE.at(subject.span(start, start + len(settings)), message, index=index, fix=fix)


RULE = Rule(
    "MRK003",
    "unsupported-position",
    Severity.WARNING,
    Group.STATED,
    check,
    __doc__,
    fix="unsafe",
    stated=lambda profile: not profile.markup.positions,
)
