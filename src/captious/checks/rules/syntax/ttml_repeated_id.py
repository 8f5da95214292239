"""Two elements have the same identifier.

## Why it matters

An identifier must be unique: a parser that validates refuses the file, and of two styles or regions one is never
used.

## Fails

`<p xml:id="c1" …>` twice.

## Passes

`<p xml:id="c1" …>` and `<p xml:id="c2" …>`.

## Fix safety

There is no fix: what refers to the identifier may mean either.

## Sources

- W3C, xml:id Version 1.0, §4: the value is unique within the document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.ttml_file import TTML, attribute_span, ttml_file
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The identifiers of ``subject`` that were there before."""
    seen: set[str] = set()
    for element in ttml_file(subject).tree.root.walk():
        name = element.attributes.get("xml:id")
        if name is None:
            continue
        if name in seen:
            yield RULE.at(attribute_span(subject, element, "xml:id"), f'duplicate identifier: "{name[:40]}"')
        seen.add(name)


RULE = Rule("TTM007", "ttml-repeated-id", Severity.WARNING, Group.DEFAULT, check, __doc__, formats=TTML)
