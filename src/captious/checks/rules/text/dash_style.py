"""A dash between words differs from most others in the file, or from the kind you chose.

## Why it matters

An em dash in one cue, two hyphens in the next and a spaced en dash in a third make a file look unedited.

The rule is opt-in.
Its option `dash` is `"consistent"` (the most frequent kind in the file), `"em"` (—), `"en"` (–, with spaces) or
`"hyphens"` (--).
Dashes at the start of a line mark speakers and are not checked.

## Fails

"I was--well, no." in a file with em dashes everywhere else.

## Passes

A file with one kind of dash, and ranges such as 10–12.

## Fix safety

There is no fix: whether spaces belong around a dash depends on the style and on the sentence.

## Sources

- Subtitle Edit, "Fix `--`"; Netflix English and DCMP accept two hyphens, most publishers ask for the em dash.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from captious.checks.model import Group, Rule
from captious.checks.text_findings import Place, report
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_DASH = re.compile(r"(?<=[^\s\-])[ \xa0]?(?:---?(?!-)|—)(?!>)|(?<=\S)[ \xa0](?:–|-)(?=[ \xa0])")
_KINDS = {"—": "em", "–": "en", "--": "hyphens", "---": "hyphens", "-": "hyphen with spaces"}
_NAMES = {"em": "em dash", "en": "en dash", "hyphens": "two hyphens", "hyphen with spaces": "spaced hyphen"}


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the rule.

    Args:
        dash: the kind of dash to use: ``"consistent"``, ``"em"``, ``"en"`` or ``"hyphens"``.
    """

    dash: Literal["consistent", "em", "en", "hyphens"] = "consistent"


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The dashes of ``subject`` that are not of the kind wanted."""
    found = [(index, match, _KINDS[match[0].strip(" \xa0")]) for index, match in subject.matches(_DASH)]
    if not found:
        return
    wanted = options.dash
    if wanted == "consistent":
        ((kind, _),) = Counter(kind for _, _, kind in found).most_common(1)
        message = f"instead of {_NAMES[kind]} (the most frequent dash in the file)"
    else:
        kind, message = wanted, f"instead of {_NAMES[wanted]}"
    places = [
        Place(index, *match.span(), f"{_NAMES[other]} {message}")
        for index, match, other in found
        if other != kind
    ]
    yield from report(RULE, subject, places, "")


RULE = Rule("TXT007", "dash-style", Severity.INFO, Group.OPT_IN, check, __doc__, Options)
