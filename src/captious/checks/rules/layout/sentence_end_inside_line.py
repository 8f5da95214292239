"""A sentence ends in the middle of a line.

## Why it matters

A new sentence on a new line, or better in a new cue, can be taken in as a whole. Some guides ask for it; much of what
people caption does without, so the rule is only on when it is asked for.

## Fails

"That was it. And then the / doors opened."

## Passes

"That was it. / And then the doors opened." The dot of an abbreviation ends no sentence.

## Fix safety

The cue is broken again if fewer sentences end inside a line then and no other issue of layout gets worse. Words and
times stay.

## Sources

- DCMP Captioning Key and TED: do not begin a new sentence on the line another one ends on.
- Up to 7 % of human cues hold a sentence end, often at the line break (our own measurement).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.edits import rebreak_lines
from captious.analysis.line_breaks import line_span, shape_of
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.segment.sentences import find_plain_ends

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The lines of ``subject`` in which a sentence ends before the line does."""
    for index, cue in enumerate(subject.cues):
        counts = [_inner_ends(line, subject) for line in cue.lines]
        if not any(counts):
            continue
        fix = rebreak_lines(
            subject, index, "Break the lines again", accept=_fewer(sum(counts), index, subject)
        )
        for place, count in enumerate(counts):
            if count:
                what = "a sentence ends" if count == 1 else f"{count} sentences end"
                yield RULE.at(
                    line_span(subject, index, place), f"{what} inside the line", index=index, fix=fix
                )


def _inner_ends(line: str, subject: Subject) -> int:
    """How many sentences end before the last word of a line; a lone interjection before a comma is none."""
    # a mark and a space: without one, the line holds no two sentences
    if ". " not in line and "? " not in line and "! " not in line and "… " not in line and '" ' not in line:
        return 0
    words = line.split()
    return len(find_plain_ends(words, subject.lexicon) - {len(words) - 1})


def _fewer(most: int, index: int, subject: Subject) -> Callable[[tuple[str, ...]], bool]:
    before = shape_of(subject.cues[index].lines, subject)

    def accept(lines: tuple[str, ...]) -> bool:
        inner = sum(_inner_ends(line, subject) for line in lines)
        return inner < most and not shape_of(lines, subject).is_worse_than(before)

    return accept


RULE = Rule("LAY008", "sentence-end-inside-line", Severity.INFO, Group.OPT_IN, check, __doc__, fix="safe")
