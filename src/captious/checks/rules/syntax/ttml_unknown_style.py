"""An element refers to a style that is not defined.

## Why it matters

The text has not the look that was meant, and some players refuse the file.

## Fails

`style="italics"` without `<style xml:id="italics">`.

## Passes

`style="italic"` with `<style xml:id="italic" …/>` in the `styling`.

## Fix safety

The fix is safe: it removes the reference, which has no effect.

## Sources

- W3C TTML2, Timed Text Markup Language 2, §10.1.1, the `style` attribute.
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
    """The references of ``subject`` to styles that do not exist."""
    file = ttml_file(subject)
    for element in file.tree.root.walk():
        names = element.attributes.get("style", "").split()
        unknown = [name for name in names if name not in file.styles]
        if not unknown:
            continue
        known = " ".join(name for name in names if name in file.styles)
        what = "the reference" if len(unknown) == 1 else "the references"
        fix = replace_value(subject, element, "style", value=known, message=f"Remove {what}")
        shown = ", ".join(f'"{name[:40]}"' for name in unknown)
        yield RULE.at(attribute_span(subject, element, "style"), f"undefined style: {shown}", fix=fix)


RULE = Rule(
    "TTM006", "ttml-unknown-style", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="safe", formats=TTML
)
