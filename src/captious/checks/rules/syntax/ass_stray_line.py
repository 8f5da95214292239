"""A line among the events is none, and players drop what it says.

## Why it matters

An event is one line, and a line break in its text is written `\\N`.
What stands on a line of its own, because a program or a person broke the text, is shown by no player.

## Fails

`Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Hello`, and `there.` on the next line.

## Passes

`Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Hello\\Nthere.`, and lines that begin with `;`.

## Fix safety

The fix is unsafe: it joins the line to the event above with `\\N`, if there is one.

## Sources

- Specification of SSA v4, "[Events] section"; libass, `ass.c`, which skips such lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.exchange.ass.issues import STRAY_LINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The lines among the events of ``subject`` that are none."""
    return from_reader(subject, RULE, _join)


def _join(subject: Subject, finding: Finding) -> Fix | None:
    lines = subject.source_lines
    above = finding.span.line - 2
    if above < 0 or not lines.texts[above].lstrip().lower().startswith("dialogue:"):
        return None
    start = lines.starts[above] + len(lines.texts[above])
    lead = len(lines.texts[above + 1]) - len(lines.texts[above + 1].lstrip())
    edit = Edit(start, finding.span.start + lead, "\\N")
    return Fix((edit,), False, "Join the line to the event above")


RULE = issue_rule(STRAY_LINE, check, __doc__, formats=("ass",), fix="unsafe")
