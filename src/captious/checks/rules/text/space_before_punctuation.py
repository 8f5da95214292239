"""There is a space between a word and the punctuation mark after it.

## Why it matters

The punctuation mark can wrap to the next line on its own, and it looks like a typing error.

In French, `; : ! ?` follow a no-break space, so these four are only reported if the language is known and is not
French.
An ellipsis, a name such as ".NET" and a smiley do not belong to the word before them and are not reported.

## Fails

"Are you sure ?" and "Yes , I am ."

## Passes

"Are you sure?", and in French "Vraiment ?"

## Fix safety

The space is removed.
No word changes, so the fix is safe.

## Sources

- Subtitle Edit, "Fix unneeded spaces"; a public Netflix linter has the same check (NF-PUNCT-SPACE).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.model import Change, Group, Rule
from captious.checks.text_findings import Place, primary_language, report
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


# a smiley begins like punctuation, a file name or a fraction like a full stop
_SPACE = re.compile(r"(?<=[^\W_])[ \xa0]{1,9}(?=,(?![0-9])|\.(?![.\w])|[;:!?](?![\w()\[\]/\\*|\-]))")
_GATE = re.compile(r" [,.;:!?]")


def check(subject: Subject) -> Iterator[Finding]:
    """The spaces of ``subject`` before punctuation."""
    language = primary_language(subject)
    # without a language the file may be French
    every = language not in ("", "fr")
    if _GATE.search(subject.source):
        yield from report(RULE, subject, _places(subject, every), "Remove the space")


def _places(subject: Subject, every: bool) -> Iterator[Place]:
    for index, match in subject.matches(_SPACE):
        mark = subject.source[match.end()]
        if every or mark in ",.":
            yield Place(index, *match.span(), f'space before "{mark}"', "")


RULE = Rule(
    "TXT003",
    "space-before-punctuation",
    Severity.WARNING,
    Group.DEFAULT,
    check,
    __doc__,
    fix="safe",
    changes=Change.SPACES,
)
