"""A dialogue dash is used in a cue with one speaker.

## Why it matters

In styles that use dashes only for two speakers in one cue, a single dash announces a second speaker who never comes.

## Fails

    -We are on our way.

## Passes

    -Are you coming?
    -In a minute.

The rule is off in styles that do not define dialogue dashes, because some put a dash before every new speaker.

A dash that belongs to the sentence is no dialogue dash: the cue before leaves its sentence open, a small letter
follows, or a number or a second dash does.

## Fix safety

The dash is removed and every word stays.
The fix is safe if you named the style, by an option or in a configuration file, and the dash can be nothing but a
dialogue dash: an en or em dash must mark two speakers elsewhere in the file.
Otherwise it is unsafe.
If the first line ends a sentence and another line follows, there is no fix: the second line may have lost its dash.

## Sources

- When it applies: `typography.dialogue_dash` of the style.
- Subtitle Edit, Fix common errors: remove start dash in non-dialogs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.analysis.dashes import find_dashed, is_dialogue, is_sure
from captious.analysis.text_fits import change_text
from captious.checks.model import Change, Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding

_DASHES = re.compile(r"(?:[-–—‐](?![-–—‐0-9])[ \t\u00a0]*)*")


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` whose first line alone begins with a dash."""
    for index, lines in subject.once(find_dashed):
        first = lines[0]
        if not first.dash or is_dialogue(lines) or any(line.second for line in lines):
            continue
        fix = None
        # all of them at once: a line of a hundred dashes must not take a hundred rounds
        dashes = _DASHES.match(subject.source, first.start + len(first.dash) + len(first.space))
        past = dashes.end() if dashes is not None else first.start
        if len(lines) == 1 or not first.ends:
            safe = subject.style_named and is_sure(lines)
            fix = change_text(subject, index, [(first.start, past, "")], "Remove the dash", safe=safe)
        place = subject.span(first.start, first.start + len(first.dash))
        yield RULE.at(place, "dialogue dash, but only one speaker", index=index, fix=fix)


RULE = Rule(
    "SPK003",
    "dash-in-single-speaker-cue",
    Severity.WARNING,
    Group.STATED,
    check,
    __doc__,
    fix="safe or unsafe",
    changes=Change.NOTATION,
    stated=lambda profile: profile.typography.dialogue_dash.startswith(("both", "second")),
)
