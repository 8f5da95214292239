"""Two speakers share one cue, and the style allows one.

## Why it matters

If a player or an app shows one speaker for each cue, the words of the second speaker are attributed to the first.
Some guides therefore ask for a new cue whenever the speaker changes.

## Fails

    - Are you coming?
    - In a minute.

    <v Ann>Are you coming?
    <v Bob>In a minute.

## Passes

The same words in two cues.
The rule is off in styles that allow dialogue in a cue.
Two speakers are detected only from dialogue dashes and from labels or voices with different names.

## Fix safety

There is no fix: the time at which the second speaker begins is only in the recording.

## Sources

- Podcasting 2.0 transcript documentation: a new card when the speaker changes.
- When it applies: `typography.dialogue_dash = "none"` in the style.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.analysis.dashes import find_dashed, is_dialogue
from captious.analysis.labels import find_labels
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_VOICE = re.compile(r"<v(?:\.[^<>\s]{0,80})?[ \t]+([^<>]{1,120})>")


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` with more than one speaker."""
    shared = {index for index, lines in subject.once(find_dashed) if is_dialogue(lines)}
    names: dict[int, set[str]] = {}
    for label in subject.once(find_labels):
        names.setdefault(label.index, set()).add(label.key)
    if subject.document.format == "vtt":
        for index, cue in enumerate(subject.cues):
            if (
                cue.speaker is not None
                and cue.text.count("<v") > 1
                and len(set(_VOICE.findall(cue.text))) > 1
            ):
                shared.add(index)
    shared |= {index for index, found in names.items() if len(found) > 1}
    for index in sorted(shared):
        yield RULE.at(subject.text_span(index), "two speakers in one cue (the style allows one)", index=index)


RULE = Rule(
    "SPK011",
    "two-speakers-in-cue",
    Severity.WARNING,
    Group.STATED,
    check,
    __doc__,
    stated=lambda profile: profile.typography.dialogue_dash == "none",
)
