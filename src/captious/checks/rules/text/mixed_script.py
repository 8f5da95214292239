"""A word mixes look-alike letters of two alphabets.

## Why it matters

A Cyrillic "а" in a Latin word is invisible to readers, but searches miss the word, screen readers stumble over it and
some decoders show a box.
It comes from copied text or from a keyboard set to the wrong layout.

Words whose foreign letters do not look like others ("YouTube-канал", "β-carotene") are intentional and not reported.

## Fails

"Pаris", where the second letter is Cyrillic.

## Passes

"Paris", "Париж", "Δt".

## Fix safety

There is no fix: a program cannot tell which alphabet was meant.

## Sources

- Unicode Technical Standard 39, confusable characters.
- A public Netflix linter has the same check (NF-CODE-MIXED-SCRIPT).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.checks.text_findings import Place, beyond_ascii, report
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_LOOKALIKES = frozenset("аеорсухіјѕԁԛԝһАВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι")
"""Cyrillic and Greek letters that a reader takes for Latin ones."""
_MEETING = re.compile(
    r"[A-Za-z\u00c0-\u024f][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-z\u00c0-\u024f]"
)
_WORD = re.compile(r"[^\W\d_]{1,60}")


def check(subject: Subject) -> Iterator[Finding]:
    """The words of ``subject`` in two alphabets."""
    if not beyond_ascii(subject).isdisjoint(_LOOKALIKES):
        yield from report(RULE, subject, _places(subject), "")


def _places(subject: Subject) -> Iterator[Place]:
    source = subject.source
    done = 0
    for index, match in subject.matches(_MEETING):
        if match.start() < done:
            continue
        start = match.start()
        while start and start > match.start() - 30 and source[start - 1].isalpha():
            start -= 1
        word = _WORD.match(source, start)
        if word is None:
            continue
        done = word.end()
        latin = [letter for letter in word[0] if letter < "\u0370"]
        other = [letter for letter in word[0] if letter >= "\u0370"]
        # a Latin word with strange letters, or the other way round
        if all(letter in _LOOKALIKES for letter in other) or (
            len(latin) < len(other) and all(letter in "aeopcyxijsABEKMHOPCTYXIJS" for letter in latin)
        ):
            strange = other if len(other) <= len(latin) else latin
            shown = " ".join(f"U+{ord(letter):04X}" for letter in dict.fromkeys(strange))
            yield Place(index, *word.span(), f'word in two alphabets ("{word[0]}": {shown})')


RULE = Rule("TXT018", "mixed-script", Severity.WARNING, Group.DEFAULT, check, __doc__)
