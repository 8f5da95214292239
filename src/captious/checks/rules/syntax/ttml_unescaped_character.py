"""A character is in the text that XML does not allow as it is.

## Why it matters

The file is no XML: nearly all players show nothing of it.
What is meant can be read here.

## Fails

`R&D`, `I <3 you`, and control characters such as U+000B.

## Passes

`R&amp;D`, `I &lt;3 you`, `&#233;`, and any character in a CDATA section that XML allows.

## Fix safety

The fix of `&` and `<` is safe: it writes the character as a reference.
That of a control character is unsafe: it removes the character.

## Sources

- W3C, Extensible Markup Language (XML) 1.0, §2.2 (characters) and §2.4 (character data).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.ttml_file import TTML
from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.ttml.issues import UNESCAPED
from captious.formats.exchange.ttml.well_formed import REFERENCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding, Fix


def check(subject: Subject) -> Iterator[Finding]:
    """The characters of ``subject`` that XML does not allow."""
    return from_reader(subject, RULE, _escape)


def _escape(subject: Subject, finding: Finding) -> Fix:
    start, end = finding.span.start, finding.span.end
    written = REFERENCES.get(subject.source[start:end], "")
    message = f"Write {written}" if written else "Remove the character"
    return subject.replace(start, end, written, message, safe=bool(written))


RULE = issue_rule(UNESCAPED, check, __doc__, formats=TTML, fix="safe or unsafe")
