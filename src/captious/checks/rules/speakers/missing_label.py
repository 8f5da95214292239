"""The speaker changes, and no label in the text says so.

## Why it matters

WebVTT voices are for programs: hardly any player shows them.
Viewers who cannot hear have only the visible label to tell who is speaking, above all if the speaker is off screen.

## Fails

Under a style with visible labels:

    00:01.000 --> 00:03.000
    <v Ann>Ann: Are you coming?

    00:03.000 --> 00:05.000
    <v Bob>In a minute.

## Passes

    00:03.000 --> 00:05.000
    <v Bob>Bob: In a minute.

Speaker changes are only known from the voices of a WebVTT file.
In SubRip, and in files with no voice or one voice, the rule is skipped.
A dialogue dash, chevrons, and a cue with nothing but sounds need no label.
Of a name with brackets, such as *Lee, Ann (Host)*, a label holds what comes before them.

## Fix safety

The name is added at the start of the cue, spelled as in the other labels of that speaker, or else as in the voice.
That adds words, so the fix is unsafe; it is left out where the line would be too long or the cue too fast.

## Sources

- FCC 47 CFR 79.1(j)(2): captions identify the speakers.
- W3C WAI media guide: full name first, then one name, whenever the speaker changes.
- When labels are wanted: `labels.form` of the style.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.dashes import find_dashed
from captious.analysis.labels import find_arrows, find_labels, name_cue, voice_names
from captious.analysis.sounds import find_descriptions
from captious.analysis.text_fits import change_text
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.formats.base import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding, Fix


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` in which another speaker begins without a label in the text."""
    if len(voice_names(subject)) < 2 or not subject.profile.labels.form:
        return
    last: str | None = None
    changes = []
    for index, cue in enumerate(subject.cues):
        if cue.speaker is not None and cue.speaker != last:
            last = cue.speaker
            changes.append(index)
    marked = {item.index for item in subject.once(find_labels)}
    marked |= {item.index for item in subject.once(find_arrows)}
    marked |= {item.index for item in subject.once(find_descriptions)}
    marked |= {index for index, _ in subject.once(find_dashed)}
    for index in changes:
        speaker = subject.cues[index].speaker
        if index in marked or speaker is None or not subject.cues[index].lines:
            continue
        message = f"{printable(speaker)} begins to speak without a label"
        yield RULE.at(subject.text_span(index), message, index=index, fix=_name(subject, index, speaker))


def _name(subject: Subject, index: int, speaker: str) -> Fix | None:
    place, label = name_cue(subject, index, speaker)
    if not label:
        return None
    extra = round(subject.profile.speed.label_ms.value)
    edit = (place, place, f"{label} ")
    return change_text(subject, index, [edit], "Add the speaker's label", safe=False, extra_ms=extra)


RULE = Rule(
    "SPK005",
    "missing-label",
    Severity.WARNING,
    Group.STATED,
    check,
    __doc__,
    fix="unsafe",
    formats=("vtt",),
    stated=lambda profile: bool(profile.labels.form),
)
