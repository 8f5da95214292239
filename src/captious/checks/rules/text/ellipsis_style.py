"""An ellipsis is not written the way the style writes it.

## Why it matters

Guides disagree: some require the ellipsis character (…), others three full stops, because old decoders cannot show
the character.
A file that mixes the two counts characters differently from line to line.

## Fails

"Well..." under a style that uses the character, "Well…" under one that uses three dots.

## Passes

The style's own form.
Two dots, and five or more, are reported by `repeated-punctuation`.

## Fix safety

The ellipsis is rewritten.
No word changes, but a punctuation mark does, so the fix is unsafe.
It is left out where three dots would make the line too long or the cue too fast.

## Sources

- The choice and its source are those of the style: `docs/guide/styles.md`, `typography.ellipsis`.
- Netflix English asks for U+2026, the BBC Subtitle Guidelines for three dots.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.checks.text_findings import Place, beyond_ascii, report
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_DOTS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
_CHARACTER = re.compile("…")


def check(subject: Subject) -> Iterator[Finding]:
    """The ellipses of ``subject`` in the other form."""
    wanted = subject.profile.typography.ellipsis
    if wanted == "character" and "..." in subject.source:
        message = "three dots (the style uses the ellipsis character)"
        places = [Place(index, *match.span(), message, "…") for index, match in subject.matches(_DOTS)]
    elif wanted == "dots" and "…" in beyond_ascii(subject):
        message = "ellipsis character (the style uses three dots)"
        places = [Place(index, *match.span(), message, "...") for index, match in subject.matches(_CHARACTER)]
    else:
        return
    yield from report(RULE, subject, places, "Write the ellipsis as the style does", safe=False)


RULE = Rule(
    "TXT006",
    "ellipsis-style",
    Severity.WARNING,
    Group.STATED,
    check,
    __doc__,
    fix="unsafe",
    stated=lambda profile: profile.typography.ellipsis != "as-is",
)
