"""A label names the speaker who is already speaking.

## Why it matters

A label announces a new speaker.
Repeated in the next cue, it makes the viewer look for a change that has not happened, and it takes room and reading
time from the words.

## Fails

    ANN: We were in Rome

    ANN: for two years.

## Passes

    ANN: We were in Rome

    for two years.

A label after a pause of `pause_ms` or more passes, and so does one after anything but a cue of the same speaker.
The rule is off in styles that want a label in every cue.

## Fix safety

The label is removed.
That removes words from the screen, so the fix is unsafe.

## Sources

- W3C WAI media guide and Apple Podcasts: the name is shown when the speaker changes.
- HeadStart.gov labels every time, which is why the severity is info.
- When it applies: `labels.when` of the style.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.analysis.dashes import find_dashed
from captious.analysis.labels import find_arrows, find_labels
from captious.analysis.text_fits import change_text
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.formats.base import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the rule.

    Args:
        pause_ms: shortest pause, in milliseconds, after which a repeated label is not reported.
    """

    pause_ms: int = 4000


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The labels of ``subject`` with the speaker of the previous cue."""
    labels = subject.once(find_labels)
    if len(labels) < 2:
        return
    per_cue = Counter(label.index for label in labels)
    shared = {index for index, _ in subject.once(find_dashed)}
    shared |= {item.index for item in subject.once(find_arrows)}
    shared |= {index for index, count in per_cue.items() if count > 1}
    for before, label in pairwise(labels):
        index = label.index
        if label.key != before.key or index != before.index + 1 or not (before.first and label.first):
            continue
        voices = {subject.cues[index].speaker, subject.cues[index - 1].speaker} - {None}
        if len(voices) > 1 or not shared.isdisjoint((index - 1, index)):
            continue
        if subject.gaps[index - 1] >= options.pause_ms:
            continue
        end = label.end
        after = subject.source[end : end + 2]
        end += 2 if after == "\r\n" else 1
        fix = (
            change_text(subject, index, [(label.start, end, "")], "Remove the label", safe=False)
            if end < subject.cue_span(index).end
            else None
        )
        message = f"{printable(label.name)} is named again without a change of speaker"
        yield RULE.at(subject.span(label.start, label.end), message, index=index, fix=fix)


RULE = Rule(
    "SPK006",
    "repeated-label",
    Severity.INFO,
    Group.STATED,
    check,
    __doc__,
    options=Options,
    fix="unsafe",
    stated=lambda profile: bool(profile.labels.form) and profile.labels.when == "change",
)
