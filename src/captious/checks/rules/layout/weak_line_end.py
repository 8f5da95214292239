"""A line ends on a function word that belongs with the next line.

## Why it matters

A line is read as a unit.
A line that ends on *the*, *of*, *and* or *I* breaks off in the middle of a phrase.
Viewers have to remember the word until they have found the next line.

Function words are articles, prepositions, conjunctions, auxiliaries, subject pronouns and negations without punctuation
after them.
Those that often end a phrase (*log in*, *all of this*) count only if the next line does not begin a new phrase.
In a language without word lists the rule is skipped.

## Fails

"I have never seen the / end of it."

## Passes

"I have never seen / the end of it.", and "That's what it is, / I think."

Where no line break that fits avoids it, the finding is of severity info.

Lines of captions that roll, where a cue begins with the last line of the one before, pass too.

## Fix safety

The fix is safe: it puts a line break in place of a space, or a space in place of a break, and changes nothing else.
It re-breaks the lines if no line ends on a function word afterwards and no other layout issue gets worse.
Tags around the whole text stay around it, and direction marks around every line go around every new one.
There is no fix where the break may mean something or a space may be wrong: two speakers, two languages, a song, a word,
number or address that goes on over the break, Chinese or Japanese characters, markup within the text.

## Sources

- Netflix general requirements (partnerhelp 215758617), the BBC Subtitle Guidelines and the DCMP Captioning Key each
  list the words a line should not end on.
- Human captions do so at 2% to 9% of line breaks (our own measurement), so it is a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.line_breaks import improve, line_span, suspect_ends, weigh
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.lexicon.weak_ends import last_word, weak_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding, Fix


def check(subject: Subject) -> Iterator[Finding]:
    """The lines of ``subject`` that end on a function word; none in a language without word lists."""
    lexicon = subject.lexicon
    fixes: dict[int, Fix | None] = {}
    for index, place in suspect_ends(subject):
        lines = subject.cues[index].lines
        if weak_end(lines[place], lines[place + 1], lexicon) is None:
            continue
        if index not in fixes:
            fixes[index] = improve(subject, index, "Re-break the lines", issue="weak")
        yield RULE.at(
            line_span(subject, index, place),
            f'line ends on a function word ("{last_word(lines[place])}")',
            index=index,
            fix=fixes[index],
            severity=weigh(subject, index, fixes[index], RULE.severity),
        )


RULE = Rule("LAY005", "weak-line-end", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="safe")
