"""A cue is there twice, and other captions of the recording show that its words are said once.

## Why it matters

Files that were joined, or cut for streaming, repeat cues at their borders: viewers read a line again that nobody says
again, and the next one comes late.

## Fails

Two cues with the same text within `within_ms` that are shown at the same time, or where the other captions show nothing
beside one of them.

## Passes

Words that are said twice: the other captions show something all the time then.
Cues of a word or two, which people do repeat.
Without `--like` the rule is skipped.

## Fix safety

There is no fix here; `repeated-cue` (TXT016) has one for cues that follow each other.

## Sources

- Streams of WWDC repeat cues at the borders of their segments (our own observation).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.reference_match import match_reference
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the rule.

    Args:
        within_ms: longest time from the start of a cue to that of its copy, in milliseconds.
    """

    within_ms: int = 10_000


_LEAST_CHARS = 12


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The cues of ``subject`` that are there twice."""
    found = subject.once(match_reference)
    if found is None:
        return
    last: dict[str, int] = {}
    for index, cue in enumerate(subject.cues):
        text = " ".join(cue.lines).casefold()
        before = last.get(text)
        last[text] = index
        if before is None or len(text) < _LEAST_CHARS:
            continue
        if not 0 <= subject.starts[index] - subject.starts[before] <= options.within_ms:
            continue
        if _are_together(subject, before, index) or not all(
            found.is_shown(*found.times[place]) for place in (before, index)
        ):
            yield RULE.at(
                subject.text_span(index),
                f"the same text as cue {before + 1}, and {found.reference.name} has it once",
                index=index,
            )


def _are_together(subject: Subject, one: int, other: int) -> bool:
    """Whether two cues share at least half of the shorter one."""
    both = min(subject.ends[one], subject.ends[other]) - max(subject.starts[one], subject.starts[other])
    return 2 * both >= min(subject.durations[one], subject.durations[other]) > 0


RULE = Rule("FID013", "doubled-cue", Severity.WARNING, Group.DEFAULT, check, __doc__, options=Options)
