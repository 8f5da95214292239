"""An element refers to a region that is not defined.

## Why it matters

A player that follows the standard shows nothing of it; others show it somewhere.

## Fails

`region="low"` without `<region xml:id="low">`.

## Passes

`region="bottom"` with `<region xml:id="bottom" …/>` in the `layout`.

## Fix safety

The fix is unsafe: it removes the reference, although another region may have been meant.

## Sources

- W3C TTML2, Timed Text Markup Language 2, §11.2.1, the `region` attribute.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.ttml_file import TTML, attribute_span, replace_value, ttml_file
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The references of ``subject`` to regions that do not exist."""
    file = ttml_file(subject)
    for one in file.shown:
        name = one.element.attributes.get("region")
        if name is None or name.strip() in file.regions:
            continue
        fix = replace_value(
            subject, one.element, "region", value="", message="Remove the reference", safe=False
        )
        yield RULE.at(
            attribute_span(subject, one.element, "region"), f'undefined region: "{name[:40]}"', fix=fix
        )


RULE = Rule(
    "TTM005",
    "ttml-unknown-region",
    Severity.WARNING,
    Group.DEFAULT,
    check,
    __doc__,
    fix="unsafe",
    formats=TTML,
)
