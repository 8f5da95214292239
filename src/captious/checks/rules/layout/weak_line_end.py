"""A line ends on a word that belongs with the next one.

## Why it matters

A line is read as a unit. One that ends on *the*, *of*, *and* or *I* breaks off in the middle of a phrase, and the
reader has to hold the word until the eye has found the next line.

Weak words are articles, prepositions, conjunctions, auxiliaries, subject pronouns and negations without punctuation
after them. Those that often close a phrase (*log in*, *all of this*) count only if what follows does not begin a new
one.

## Fails

"I have never seen the / end of it."

## Passes

"I have never seen / the end of it.", and "That's what it is, / I think."

## Fix safety

The cue is broken again if that leaves no weak line end and no other issue of layout gets worse. Words and times stay.

## Sources

- Netflix general requirements (partnerhelp 215758617), the BBC Subtitle Guidelines and the DCMP Captioning Key each
  list the words a line should not end on.
- Human captions do so in 2 to 9 % of line breaks (our own measurement), so it is a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.line_breaks import improve, line_span, suspect_ends
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.lexicon.weak_ends import last_word, weak_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding, Fix


def check(subject: Subject) -> Iterator[Finding]:
    """The lines of ``subject`` that end on a weak word; silent in a language without word lists."""
    lexicon = subject.lexicon
    fixes: dict[int, Fix | None] = {}
    for index, place in suspect_ends(subject):
        lines = subject.cues[index].lines
        if weak_end(lines[place], lines[place + 1], lexicon) is None:
            continue
        if index not in fixes:
            fixes[index] = improve(subject, index, "Break the lines again", issue="weak")
        yield RULE.at(
            line_span(subject, index, place),
            f'line ends on a weak word ("{last_word(lines[place])}")',
            index=index,
            fix=fixes[index],
        )


RULE = Rule("LAY005", "weak-line-end", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="safe")
