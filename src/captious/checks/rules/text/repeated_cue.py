"""A cue repeats the text of the previous cue without a pause between them.

## Why it matters

The text stays the same, but the screen flickers and the viewer reads it twice.
It usually comes from a cue that was split in two or pasted twice.

Cues of one word ("No. / No."), songs, and cues at least half a second apart are not reported, because people do
repeat themselves.
If both cues last long enough for their words to be said twice, the finding is of severity info.

## Fails

"I did not know that." until 3.0 s, and "I did not know that." from 3.0 s on.

## Passes

The same words two seconds later.

## Fix safety

The second cue is removed, and the first one stays on screen until the end of the second.
That removes a cue, so the fix is unsafe.

## Sources

- Aegisub's ua.QC, repeated text. That half a second ends a repetition is our own advice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.edits import move_end
from captious.analysis.removal import removal
from captious.checks.model import Group, Rule
from captious.core.clock import srt_time
from captious.core.finding import Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_APART_MS = 500
"""Gap from which the speaker counts as repeating the words."""


_FASTEST_CPS = 25
"""Characters per second that nobody speaks for long."""


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` that repeat the previous one."""
    cues = subject.cues
    texts = [cue.text for cue in cues]
    same = [index for index in range(1, len(texts)) if texts[index] == texts[index - 1]]
    for index in same:
        first, second = cues[index - 1], cues[index]
        if subject.word_counts[index] < 2 or subject.gaps[index - 1] >= _APART_MS:
            continue
        if second.start_ms < first.start_ms or first.settings != second.settings or "♪" in second.text:
            continue
        yield RULE.at(
            subject.text_span(index),
            f"same text as the previous cue, which ends at {srt_time(first.end_ms)}",
            index=index,
            fix=_merge(subject, index),
            severity=Severity.INFO if _may_be_said_twice(subject, index) else RULE.severity,
        )


def _may_be_said_twice(subject: Subject, index: int) -> bool:
    """Whether both cues last as long as their words take to be said."""
    apart = subject.starts[index] >= subject.ends[index - 1]
    return apart and all(
        subject.durations[place] * _FASTEST_CPS >= subject.cue_widths[place] * 1000
        for place in (index - 1, index)
    )


def _merge(subject: Subject, index: int) -> Fix | None:
    gone = removal(subject, index)
    if gone is None:
        return None
    if subject.ends[index] <= subject.ends[index - 1]:
        return Fix((gone,), False, "Remove this cue, which the previous one outlasts")
    message = "Extend the previous cue and remove this one"
    longer = move_end(subject, index - 1, subject.cues[index].end_ms, message)
    if longer is None:
        return None
    longest = subject.profile.timing.max_duration_ms
    if longest is not None and subject.ends[index] - subject.starts[index - 1] > longest.value:
        return None
    return Fix((*longer.edits, gone), False, longer.message)


RULE = Rule("TXT016", "repeated-cue", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="unsafe")
