"""A hesitation such as "um" is written out.

## Why it matters

"Um" and "uh" take reading time and add nothing.
Edited captions leave them out and verbatim captions keep them, so the rule is opt-in.

Only sounds that are never words are reported; they come from the word list of the language.
Without a word list for the language, the rule is skipped.

## Fails

"So, um, we went there."

## Passes

"So we went there."
"Like" and "you know" are not reported, because they may carry meaning.

## Fix safety

The hesitation is removed together with its comma.
That removes something the speaker said, so the fix is unsafe.
A cue or line that holds nothing else has no fix.

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
    """The hesitations of ``subject``; none in a language without word lists."""
    fillers = subject.lexicon.fillers
    if fillers:
        # each filler is matched whole, with one comma and one space at most
        words = "|".join(re.escape(filler) for filler in sorted(fillers, key=len, reverse=True))
        pattern = re.compile(
            rf"(,? |^|(?<=[\r\n>]))(?<![\w'’\-])({words})(?![\w'’\-])(,?)( ?)", re.IGNORECASE
        )
        yield from report(RULE, subject, _places(subject, pattern), "Remove the hesitation", safe=False)


def _places(subject: Subject, pattern: re.Pattern[str]) -> Iterator[Place]:
    for index, match in subject.matches(pattern):
        before, word, comma, space = match.groups()
        start, end = match.start(2), match.end()
        text: str | None = ""
        rest = subject.source[end : end + 1]
        if rest in ".?!…":
            # "we went, um." keeps its full stop; a lone "Um." has no fix
            start, end, text = match.start(), match.end(3), "" if before else None
        elif not space:
            start, text = match.start(), "" if before and (comma or not before.startswith(",")) else None
        elif word[0].isupper() and rest.isalpha():
            text, end = rest.upper(), end + 1
        yield Place(index, start, end, f'hesitation ("{word}")', text)


RULE = Rule("TXT015", "filler-word", Severity.INFO, Group.OPT_IN, check, __doc__, fix="unsafe")
