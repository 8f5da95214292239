"""The file does not say in which language it is.

## Why it matters

TTML requires `xml:lang` on the `tt` element.
Without it players cannot name the captions in their menu, choose a font, break lines or read them aloud.

## Fails

`<tt xmlns="http://www.w3.org/ns/ttml">`.

## Passes

`<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en">`, or `xml:lang=""`, which says that it is not known.

## Fix safety

The fix is unsafe: it states the language that is set (`--lang`) or that the words look like.

## Sources

- W3C TTML2, Timed Text Markup Language 2, §8.1.1 (`tt`): `xml:lang` must be specified.
- EBU Tech 3380, §3.1; W3C IMSC 1.1, §6.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.ttml_file import TTML, add_attribute, tag_span, ttml_file
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The finding that ``subject`` has no language."""
    root = ttml_file(subject).tree.root
    if "xml:lang" in root.attributes:
        return
    language, fix = subject.language, None
    if language:
        fix = add_attribute(subject, root, f'xml:lang="{language}"', message=f"State {language}")
    yield RULE.at(tag_span(subject, root), "no xml:lang on the root element", fix=fix)


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
