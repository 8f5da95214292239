"""The file does not say in which language it is.

## Why it matters

TTML requires `xml:lang` on the `tt` element.
Without it players cannot name the captions in their menu, choose a font, break lines or read them aloud.

## Fails

`<tt xmlns="http://www.w3.org/ns/ttml">`, or `xml:lang=""`.

## Passes

`<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en">`.

## Fix safety

The fix is unsafe: it states the language that is set (`--lang`) or that the words look like.

## Sources

- W3C TTML2, Timed Text Markup Language 2, §8.1.1 (`tt`): `xml:lang` must be specified.
- EBU Tech 3380, §3.1; W3C IMSC 1.1, §6.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.ttml_file import TTML, add_attribute, replace_value, tag_span, ttml_file
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The finding that ``subject`` has no language."""
    root = ttml_file(subject).tree.root
    written = root.attributes.get("xml:lang")
    if written is not None and written.strip():
        return
    language, message = subject.language, "no xml:lang on the root element"
    fix = None
    if written is None:
        if language:
            fix = add_attribute(subject, root, f'xml:lang="{language}"', message=f"State {language}")
    else:
        message = "xml:lang is empty on the root element"
        if language:
            fix = replace_value(
                subject, root, "xml:lang", value=language, message=f"State {language}", safe=False
            )
    yield RULE.at(tag_span(subject, root), message, fix=fix)


RULE = Rule(
    "TTM004",
    "ttml-missing-language",
    Severity.WARNING,
    Group.DEFAULT,
    check,
    __doc__,
    fix="unsafe",
    formats=TTML,
)
