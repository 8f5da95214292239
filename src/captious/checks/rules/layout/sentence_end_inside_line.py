"""A sentence ends in the middle of a line.

## Why it matters

A new sentence is easier to read at the start of a line, or better, of a cue.
Some guides ask for it, but many captions made by people do without, so the rule runs only when it is selected.

## Fails

"That was it. And then the / doors opened."

## Passes

"That was it. / And then the doors opened."
The dot of an abbreviation does not end a sentence.

## Fix safety

The fix is safe: it puts a line break in place of a space, or a space in place of a break, and changes nothing else.
It re-breaks the lines if fewer sentences end inside a line afterwards and no other layout issue gets worse.
Tags around the whole text stay around it, and direction marks around every line go around every new one.
There is no fix where the break may mean something or a space may be wrong: two speakers, two languages, a song, a word,
number or address that goes on over the break, Chinese or Japanese characters, markup within the text.

## Sources

- DCMP Captioning Key and TED: do not begin a new sentence on the line another one ends on.
- Up to 7% of human cues contain a sentence end, often at the line break (our own measurement).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.analysis.line_breaks import line_span, shape_of
from captious.analysis.rebreaking import rebreak_lines
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.measure.sentence_marks import CLOSING, TERMINAL_RANGES
from captious.segment.sentences import find_plain_ends

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_INNER = re.compile(rf"[{TERMINAL_RANGES}…;:|፡][{re.escape(CLOSING)}]*\s|[。！？．｡]")
_WIDE = re.compile(r"([。！？．｡][」』）】》〉〕］｝”’]*)")


def check(subject: Subject) -> Iterator[Finding]:
    """The lines of ``subject`` in which a sentence ends before the line does."""
    for index, cue in enumerate(subject.cues):
        counts = [_inner_ends(line, subject) for line in cue.lines]
        if not any(counts):
            continue
        fix = rebreak_lines(subject, index, "Re-break the lines", accept=_fewer(sum(counts), index, subject))
        for place, number in enumerate(counts):
            if number:
                what = "a sentence ends" if number == 1 else f"{number:,} sentences end"
                yield RULE.at(
                    line_span(subject, index, place), f"{what} inside the line", index=index, fix=fix
                )


def _inner_ends(line: str, subject: Subject) -> int:
    """How many sentences end before the last word of a line; an interjection before a comma does not count."""
    # a mark and a space: without one, the line cannot hold two sentences; full-width marks have none
    if _INNER.search(line) is None:
        return 0
    words = (line if line.isascii() else _WIDE.sub(r"\1 ", line)).split()
    return len(find_plain_ends(words, subject.lexicon) - {len(words) - 1})


def _fewer(most: int, index: int, subject: Subject) -> Callable[[tuple[str, ...]], bool]:
    before = shape_of(subject.cues[index].lines, subject)

    def accept(lines: tuple[str, ...]) -> bool:
        inner = sum(_inner_ends(line, subject) for line in lines)
        return inner < most and not shape_of(lines, subject).is_worse_than(before)

    return accept


RULE = Rule("LAY008", "sentence-end-inside-line", Severity.INFO, Group.OPT_IN, check, __doc__, fix="safe")
