"""A punctuation mark is repeated for no reason.

## Why it matters

Two commas or two full stops are typing errors, and the reader cannot tell whether a pause is meant.
A row of exclamation marks shouts louder than any guide allows.

Three dots are an ellipsis, four an ellipsis at the end of a sentence, "?!" and "!!" are emphasis: none of them is
reported.
Two commas before a word are an opening quotation mark, as Polish, Czech, German or Hungarian typists write it, and are
not reported either.

## Fails

"Well,, I never" and "Stop!!!!"

## Passes

"Well... I never!", "What?!" and "To jest ,,dom”."

## Fix safety

Repeated commas become one comma.
That removes a mark that the viewer sees, so the fix is unsafe.
Two full stops or a row of marks have no fix: a program cannot tell what was meant.

## Sources

- Subtitle Edit, "Fix commas" and "Fix unneeded periods"; Aegisub's ua.QC, double periods.
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


_REPEATED = re.compile(
    r",{2,}|(?<![./\\\w\[…])\.\.(?![./\\\w*\]])|(?<=\w)\.\.(?![./\\\w*\]])|\.{5,}|[!?]{4,}|!{3,}|\?{3,}"
)
_CLOSING = re.compile("[”“\"»]|''|’’|‘‘")
# each begins with one letter, which is found ten times faster than two in a row
_GATES = tuple(re.compile(gate) for gate in (r",[,;]", r"\.[.;]", r"![!?]{2}", r"\?[!?]{2}"))


def check(subject: Subject) -> Iterator[Finding]:
    """The repeated punctuation marks of ``subject``."""
    if any(gate.search(subject.source) for gate in _GATES):
        yield from report(RULE, subject, _places(subject), "Keep one comma", safe=False)


def _places(subject: Subject) -> Iterator[Place]:
    for index, match in subject.matches(_REPEATED):
        marks = match[0]
        if marks == ",," and _opens_quotation(subject, index, match):
            continue
        shown = marks if len(marks) <= 10 else f"{marks[:10]}…"
        yield Place(
            index, *match.span(), f'repeated punctuation ("{shown}")', "," if marks[0] == "," else None
        )


def _opens_quotation(subject: Subject, index: int, match: re.Match[str]) -> bool:
    """Whether two commas stand for „: a word begins right after them, or a closing mark comes later in the cue."""
    source, end = subject.source, subject.cue_span(index).end
    before, after = source[match.start() - 1 : match.start()], source[match.end() : match.end() + 1]
    apart = not before.isalnum() and before not in ('"', "”", "’", ")", ".", "?", "!")
    if apart and after and not after.isspace():
        return True
    closes = _CLOSING.search(source, match.end(), min(end, match.end() + 300))
    return closes is not None and (apart or not after.isspace())


RULE = Rule("TXT004", "repeated-punctuation", Severity.INFO, Group.DEFAULT, check, __doc__, fix="unsafe")
