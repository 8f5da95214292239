"""A quotation mark or apostrophe is not of the kind the style uses.

## Why it matters

Some platforms show only straight marks reliably, and some publishers require curly ones.
A file with both looks careless, and a search for "don't" finds only half of the matches.

## Fails

“Don’t.” under a style with straight marks.

## Passes

"Don't." under the same style.
Guillemets are never reported.
A cue is reported once, however many marks it has.

## Fix safety

Marks are rewritten where their direction is certain.
Curly marks are only written in English, because languages differ.
An apostrophe is part of its word, so the fix is unsafe.

## Sources

- The choice and its source are those of the style: `docs/guide/styles.md`, `typography.quotes`.
- BBC Subtitle Guidelines 1.2.5: straight quotation marks only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.checks.text_findings import Place, beyond_ascii, primary_language, report
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_STRAIGHT = dict.fromkeys("“”„‟", '"') | dict.fromkeys("‘’‚‛", "'")
_CURLY_MARKS = re.compile(f"[{''.join(_STRAIGHT)}]")
_STRAIGHT_MARKS = re.compile("[\"']")
_OPENS_AFTER = frozenset(" \n\r([{—–-/>“‘")


def check(subject: Subject) -> Iterator[Finding]:
    """The quotation marks and apostrophes of ``subject`` of the other kind."""
    wanted = subject.profile.typography.quotes
    if wanted == "straight" and not beyond_ascii(subject).isdisjoint(_STRAIGHT):
        message = "curly quotation mark or apostrophe (the style uses straight ones)"
        places = [
            Place(index, *match.span(), message, _STRAIGHT[match[0]])
            for index, match in subject.matches(_CURLY_MARKS)
        ]
    elif wanted == "curly" and ('"' in subject.source or "'" in subject.source):
        message = "straight quotation mark or apostrophe (the style uses curly ones)"
        sure = primary_language(subject) == "en"
        places = [
            Place(index, *match.span(), message, _curl(subject.source, match.start()) if sure else None)
            for index, match in subject.matches(_STRAIGHT_MARKS)
        ]
    else:
        return
    yield from report(RULE, subject, places, f"Use {wanted} quotation marks", safe=False, first_only=True)


def _curl(source: str, place: int) -> str | None:
    """The English curly mark for a straight one; ``None`` where it is in doubt: 'cause, 6'2"."""
    before, after = source[place - 1 : place] or "\n", source[place + 1 : place + 2] or "\n"
    opens = before in _OPENS_AFTER and not after.isspace()
    if before.isdigit():
        return None
    if source[place] == '"':
        return "“" if opens else "”"
    return None if opens else "’"


RULE = Rule(
    "TXT008",
    "quote-style",
    Severity.WARNING,
    Group.STATED,
    check,
    __doc__,
    fix="unsafe",
    stated=lambda profile: profile.typography.quotes != "as-is",
)
