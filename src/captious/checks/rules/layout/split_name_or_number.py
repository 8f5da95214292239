"""A line break separates a title from its name, or a number from its unit.

## Why it matters

"Dr." or "40" means nothing by itself.
Titles and numbers are read together with what follows them, on the same line.
In a language without word lists the rule is skipped.

## Fails

"I went to see Dr. / Miller about it." and "It weighs about 40 / kilos."

## Passes

"I went to see / Dr. Miller about it."

Where no line break that fits avoids it, the finding is of severity info.

## Fix safety

The fix is safe: it puts a line break in place of a space, or a space in place of a break, and changes nothing else.
It re-breaks the lines if that keeps names and numbers together and no other layout issue gets worse.
Tags around the whole text stay around it, and direction marks around every line go around every new one.
There is no fix where the break may mean something or a space may be wrong: two speakers, two languages, a song, a word,
number or address that goes on over the break, Chinese or Japanese characters, markup within the text.

## Sources

- DCMP Captioning Key: do not break a person's name or title from the name; Netflix general requirements (partnerhelp
  215758617): no break between first and last name.
- Which words are titles and units: the word lists of the language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.line_breaks import improve, line_span, split_pair, suspect_ends, weigh
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The line breaks of ``subject`` that split a name or a number; none in a language without word lists."""
    lexicon = subject.lexicon
    for index, place in suspect_ends(subject):
        lines = subject.cues[index].lines
        pair = split_pair(lines[place], lines[place + 1], lexicon)
        if pair is not None:
            fix = improve(subject, index, "Re-break the lines", issue="split")
            yield RULE.at(
                line_span(subject, index, place),
                f'line break separates "{pair[0]}" from "{pair[1]}"',
                index=index,
                fix=fix,
                severity=weigh(subject, index, fix, RULE.severity),
            )


RULE = Rule("LAY011", "split-name-or-number", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="safe")
