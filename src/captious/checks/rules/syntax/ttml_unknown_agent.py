"""A caption names a speaker that is not defined.

## Why it matters

Programs that show or convert speakers cannot know the name.

## Fails

`ttm:agent="ann"` without `<ttm:agent xml:id="ann">`.

## Passes

`ttm:agent="ann"` with `<ttm:agent xml:id="ann" type="person"><ttm:name type="full">Ann Lee</ttm:name></ttm:agent>`
in the `head`.

## Fix safety

There is no fix: the name is known to the one who made the file.
It is read as the name that it refers by.

## Sources

- W3C TTML2, Timed Text Markup Language 2, §14.2.1, the `ttm:agent` attribute.
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
    """The speakers of ``subject`` that are not defined."""
    file = ttml_file(subject)
    for one in file.shown:
        for name in one.element.attributes.get("ttm:agent", "").split():
            if name not in file.frames.agents:
                yield RULE.at(tag_span(subject, one.element), f'undefined speaker (ttm:agent): "{name[:40]}"')


RULE = Rule("TTM011", "ttml-unknown-agent", Severity.WARNING, Group.DEFAULT, check, __doc__, formats=TTML)
