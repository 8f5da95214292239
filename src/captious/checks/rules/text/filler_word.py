"""A sound of hesitation is written out.

## Why it matters

"Um" and "uh" take reading time and say nothing. Edited captions leave them out; verbatim captions keep them, so the
rule is only on when it is asked for.

Only sounds that are never words are checked, from the word list of the language.

## Fails

"So, um, we went there."

## Passes

"So we went there.", and "like" and "you know", which may mean something.

## Fix safety

The sound is removed with its comma. That takes out what was said, so it is unsafe. A cue or line that holds nothing
else is left to a person.

## Sources

- BBC Subtitle Guidelines 1.2.5: leave out hesitations unless they matter.
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


def check(subject: Subject) -> Iterator[Finding]:
    """The hesitations of ``subject``; silent in a language without word lists."""
    fillers = subject.lexicon.fillers
    if fillers:
        # each filler is matched whole, with one comma and one blank at most
        words = "|".join(re.escape(filler) for filler in sorted(fillers, key=len, reverse=True))
        pattern = re.compile(
            rf"(,? |^|(?<=[\r\n>]))(?<![\w'’\-])({words})(?![\w'’\-])(,?)( ?)", re.IGNORECASE
        )
        yield from report(RULE, subject, _places(subject, pattern), "Leave it out", safe=False)


def _places(subject: Subject, pattern: re.Pattern[str]) -> Iterator[Place]:
    for index, match in subject.matches(pattern):
        lead, word, comma, blank = match.groups()
        start, end = match.start(2), match.end()
        text: str | None = ""
        rest = subject.source[end : end + 1]
        if rest in ".?!…":
            # "we went, um." keeps its full stop; a lone "Um." is left to a person
            start, end, text = match.start(), match.end(3), "" if lead.strip() or lead else None
        elif not blank:
            start, text = match.start(), "" if lead and (comma or not lead.startswith(",")) else None
        elif word[0].isupper() and rest.isalpha():
            text, end = rest.upper(), end + 1
        yield Place(index, start, end, f'hesitation ("{word}")', text)


RULE = Rule("TXT015", "filler-word", Severity.INFO, Group.OPT_IN, check, __doc__, fix="unsafe")
