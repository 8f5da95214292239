"""A caption has no end.

## Why it matters

It stays until the end of the video, below or above all that follow.

## Fails

`<p begin="00:00:01.000">` in a division without an end.

## Passes

`<p begin="00:00:01.000" end="00:00:03.000">`, or with `dur`, or in a division that ends.

## Fix safety

There is no fix: how long it is meant to last is not known.
In conversion it lasts until the next one begins.

## Sources

- W3C TTML2, Timed Text Markup Language 2, §10.4, time interval semantics: the implicit duration of a paragraph is
  indefinite.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.ttml_file import TTML, tag_span, ttml_file
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The captions of ``subject`` that never end."""
    file = ttml_file(subject)
    for one in file.shown:
        if one.element.name != "p" or one.frame.shown()[1] is not None or not file.tree.words(one.element):
            continue
        spans = [part for part in one.element.walk() if part.name == "span"]
        if not any("end" in part.attributes or "dur" in part.attributes for part in spans):
            yield RULE.at(tag_span(subject, one.element), "the caption has no end")


RULE = Rule("TTM012", "ttml-missing-end", Severity.WARNING, Group.DEFAULT, check, __doc__, formats=TTML)
