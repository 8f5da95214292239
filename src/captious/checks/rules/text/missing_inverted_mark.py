"""A Spanish question or exclamation has no opening mark.

## Why it matters

In Spanish, "Vienes mañana" and "¿Vienes mañana?" begin with the same words.
The opening mark tells the reader how to read them before the end of the line.

The rule applies to Spanish only.
The opening mark may be in the same cue or in one of the three cues before it.

## Fails

"Vienes mañana?"

## Passes

"¿Vienes mañana?", "Pero, ¿vienes?", and "¿Qué dices!", which opens with the other mark.

## Fix safety

If the sentence begins at the start of the cue or after a full stop, the mark is added there.
It may belong later in the sentence, so the fix is unsafe.
It is left out where it would make the line too long or the cue too fast.

## Sources

- Real Academia Española, Ortografía de la lengua española (2010), chapter III: opening marks are compulsory.
- Subtitle Edit, "Fix Spanish inverted question and exclamation marks".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.checks.text_findings import Place, primary_language, report
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_CLOSING = re.compile(r"(?<![?!¿¡\s(])[?!]+")
_SENTENCE = re.compile(r"[.?!…][\"'”’»)\]]*[\s]+(?:-\s?)?|(?:\r\n?|\n)-\s?")
_START = re.compile(r"(?:<[^<>]*>|[\s\-–—\"'“‘«>]|\[[^\[\]]*\])*")
_OPEN = {"?": "¿", "!": "¡"}
_BACK = 3
"""In how many cues before its own a sentence may begin."""


def check(subject: Subject) -> Iterator[Finding]:
    """The closing marks of ``subject`` without an opening one; none in other languages."""
    if primary_language(subject) == "es" and ("?" in subject.source or "!" in subject.source):
        yield from report(RULE, subject, _places(subject), "Add the opening mark", safe=False)


def _places(subject: Subject) -> Iterator[Place]:
    source = subject.source
    previous = 0
    for index, match in subject.matches(_CLOSING):
        text = subject.text_starts[index]
        begin = max(previous, match.start() - 400)
        previous = match.end()
        if any(mark in source[max(begin, text) : match.start()] for mark in "¿¡"):
            continue
        first = max(index - _BACK, 0)
        earlier = source[max(begin, subject.text_starts[first]) : match.start()]
        if any(mark in earlier for mark in "¿¡"):
            continue
        within = source[max(begin, text) : match.start()]
        ends = [end.end() for end in _SENTENCE.finditer(within)]
        place = max(begin, text) + (ends[-1] if ends else 0)
        opening = _START.match(source, place, match.start())
        place = opening.end() if opening else place
        # without a capital the sentence began in a cue before
        sure = source[place : place + 1].isupper() and source[place : match.start()].strip() != ""
        mark = _OPEN[match[0][0]]
        if sure and begin <= place:
            yield Place(index, place, place + 1, f'"{match[0][0]}" without "{mark}"', mark + source[place])
        else:
            yield Place(index, *match.span(), f'"{match[0][0]}" without "{mark}"')


RULE = Rule("TXT017", "missing-inverted-mark", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="unsafe")
