"""The name of one speaker is spelled in two ways.

## Why it matters

*Jon Smith* and *John Smith* are two people to a reader, to a search, and to a player that groups cues by speaker.
One of them is usually a typing error.

## Fails

`<v Katherine Lee>` in forty cues and `<v Katharine Lee>` in one. `Bob:` in most labels and `bob:` in another.

## Passes

*Ann* and *Anna*, *Kevin* and *Devin*, *Speaker 1* and *Speaker 2*: short names, names that differ in the first letter,
and names with numbers count as different people.
Two names that are about equally frequent also count as different people.
*Dr. Ann Lee* and *ANN* are a full and a short form, not two spellings.
Labels are compared with labels, and WebVTT voices with voices.

## Fix safety

The rarer spelling is replaced by the more frequent one.
That changes a word, so the fix is unsafe.

## Sources

- W3C WAI media guide: after the full name, one name for a speaker throughout.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from captious.analysis.labels import find_labels
from captious.analysis.spelling import find_rivals
from captious.analysis.text_fits import change_text
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.formats.base import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_VOICE = re.compile(r"<v(?:\.[^<>\s]{0,80})?[ \t]+([^<>]{1,120}?)[ \t]*>")


def check(subject: Subject) -> Iterator[Finding]:
    """The labels and voices of ``subject`` with the rarer of two spellings."""
    voices = Counter(cue.speaker for cue in subject.cues if cue.speaker is not None)
    if rivals := find_rivals(voices, case=True):
        for index, cue in enumerate(subject.cues):
            if cue.speaker in rivals:
                yield from _voice_findings(subject, index, cue.speaker, rivals[cue.speaker], voices)
    labels = subject.once(find_labels)
    # where the style wants capitals, a label without them is reported by label-style
    names = Counter(label.name for label in labels)
    rivals = find_rivals(names, case=subject.profile.labels.case != "upper")
    for label in labels if rivals else ():
        if label.name in rivals:
            better = rivals[label.name]
            start = label.start + subject.source[label.start : label.end].find(label.name)
            yield _finding(subject, label.index, (start, label.name, better), names)


def _voice_findings(
    subject: Subject, index: int, name: str, better: str, times: Counter[str]
) -> Iterator[Finding]:
    begin, end = subject.text_starts[index], subject.cue_span(index).end
    match = _VOICE.search(subject.source, begin, end)
    if match is not None and match[1] == name:
        yield _finding(subject, index, (match.start(1), name, better), times)


def _finding(subject: Subject, index: int, change: tuple[int, str, str], times: Counter[str]) -> Finding:
    start, name, better = change
    place = (start, start + len(name))
    fix = change_text(subject, index, [(*place, better)], "Spell the name as elsewhere", safe=False)
    message = (
        f"{printable(name)} ({times[name]:,}×) is spelled {printable(better)} elsewhere ({times[better]:,}×)"
    )
    return RULE.at(subject.span(*place), message, index=index, fix=fix)


RULE = Rule("SPK007", "inconsistent-name", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="unsafe")
