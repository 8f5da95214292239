"""A sentence begins with a small letter, or the English word *I* is written small.

## Why it matters

The capital shows the reader that a new sentence begins.
With a small letter after a full stop, it is unclear which of the two is wrong.

Abbreviations, ellipses, file names and brand names with a small first letter are not reported.
The lone *i* is reported in English only.

## Fails

"That was it. and then i left."

## Passes

"That was it. And then I left.", "e.g. this one", "He said ... nothing."

## Fix safety

The letter becomes a capital.
That changes the spelling of a word, so the fix is unsafe.

## Sources

- Subtitle Edit, "Uppercase after paragraph" and "Fix lone i"; SubtitleComposer.
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
    from captious.lexicon import Lexicon


# each begins with one letter, which is found ten times faster than several in a row
_AFTER = tuple(
    re.compile(rf"{re.escape(mark)}(?<=[^\W_]{re.escape(mark)}) (?=[^\W\d_A-Z][^\W\d_])")
    for mark in (".", "?")
)
_LONE = re.compile(r"(?<![\w.'’&/\-])i(?=['’](?:m|ve|ll|d)\b|[ ,?!\r\n]|\Z)(?! *[=<>+])")
_GATES = tuple(re.compile(gate) for gate in (r" i[ ,?!'’\r\n]", r"\ni[ ,?!'’\r\n]", r"\ri[ ,?!'’]"))


def check(subject: Subject) -> Iterator[Finding]:
    """The small letters of ``subject`` where capitals belong."""
    places = [place for pattern in _AFTER for place in _after(subject, pattern)]
    if primary_language(subject) == "en" and any(gate.search(subject.source) for gate in _GATES):
        places += [Place(index, *match.span(), 'small "i"', "I") for index, match in subject.matches(_LONE)]
    places.sort(key=lambda place: place.start)
    yield from report(RULE, subject, places, "Write a capital letter", safe=False)


def _after(subject: Subject, pattern: re.Pattern[str]) -> Iterator[Place]:
    source, lexicon = subject.source, subject.lexicon
    for match in pattern.finditer(source):
        end = match.end()
        letter = source[end]
        if not letter.islower() or len(letter.upper()) > 1:
            continue
        index = subject.cue_at(match.start())
        if index is None or end >= subject.cue_span(index).end:
            continue
        before = source[max(match.start() - 30, 0) : match.start()].split()[-1]
        if source[match.start()] == "." and _is_short(before, lexicon):
            continue
        if not source[end + 1 : end + 2].islower():
            continue  # iPhone, eBay
        yield Place(index, end, end + 1, "a sentence begins with a small letter", letter.upper())


def _is_short(word: str, lexicon: Lexicon) -> bool:
    bare = word.lstrip("\"'“‘([{<>-").lower()
    return "." in bare or len(bare) < 2 or bare in lexicon.abbreviations or bare[-1:].isdigit()


RULE = Rule("TXT011", "sentence-case", Severity.INFO, Group.DEFAULT, check, __doc__, fix="unsafe")
