"""A word appears twice in a row.

## Why it matters

In edited captions, "the the" is a typing error.
In verbatim captions the speaker may have said it, so the rule is opt-in.

Words that are doubled by grammar or for emphasis ("that that", "had had", "very very") are not reported if the word
list of the language contains them.

## Fails

"I went to the the shop."

## Passes

"It was very very late."

## Fix safety

One of the two words is removed.
That removes a word, so the fix is unsafe.

## Sources

- Aegisub's ua.QC, double words; Subtitle Edit finds double words by search.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.checks.text_findings import Place, report
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_TWICE = re.compile(
    r"(?<![\w'’\-])([^\W\d_]{2,30})([ \xa0]|[ \t]{0,3}(?:\r\n?|\n))\1(?![\w'’\-])", re.IGNORECASE
)


def check(subject: Subject) -> Iterator[Finding]:
    """The words of ``subject`` that appear twice in a row."""
    yield from report(RULE, subject, _places(subject), "Remove one of the two words", safe=False)


def _places(subject: Subject) -> Iterator[Place]:
    for index, match in subject.matches(_TWICE):
        if match[1].lower() in subject.lexicon.doubles:
            continue
        # within a line, remove the second word and its space; across lines, remove the first and keep the line break
        if match[2] in (" ", "\xa0"):
            start, end = match.end(1), match.end()
        else:
            start, end = match.span(1)
            if subject.source[start - 1] == " ":
                start -= 1
        yield Place(index, start, end, f'repeated word ("{match[1]}")', "")


RULE = Rule("TXT005", "repeated-word", Severity.INFO, Group.OPT_IN, check, __doc__, fix="unsafe")
