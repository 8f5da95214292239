"""There is text outside of paragraphs.

## Why it matters

No player shows it: captions are the text of `p` elements.

## Fails

`<div>Words</div>`, or a `span` directly in a `div`.

## Passes

`<div><p>Words</p></div>`.

## Fix safety

There is no fix: the text has no times of its own.

## Sources

- W3C TTML2, Timed Text Markup Language 2, §9.1 (`body`, `div`, `p`): character content is allowed in `p` and
  `span`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.ttml_file import TTML, ttml_file
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.formats.base import quote
from captious.formats.exchange.ttml.tree import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The text of ``subject`` that is in no paragraph."""
    file = ttml_file(subject)
    for one in file.shown:
        if one.element.name not in ("body", "div"):
            continue
        for child in one.element.children:
            if isinstance(child, Text):
                words, place = " ".join(file.tree.text(child).split()), (child.start, child.end)
            elif child.name == "span":
                words, place = file.tree.words(child), (child.start, child.end)
            else:
                continue
            if words:
                source = subject.source
                start = (
                    place[0] + len(source[place[0] : place[1]]) - len(source[place[0] : place[1]].lstrip())
                )
                span = subject.span(start, start + len(source[start : place[1]].rstrip()))
                yield RULE.at(span, f"text outside of paragraphs: {quote(words)}")


RULE = Rule("TTM010", "ttml-stray-text", Severity.ERROR, Group.DEFAULT, check, __doc__, formats=TTML)
