"""A small number is written in figures where the style spells it out.

## Why it matters

Small numbers in running speech read better as words: "I have 2 of them" makes the eye stop.
Guides agree on that and differ on the largest number to spell out.

Times, decimals, money, percentages, numbers with units, numbers beside other figures, and numbers that name something
("Chapter 5", "number 5") stay in figures.
The rule applies to English only.

## Fails

"I have 2 brothers." under a style that spells out 1 to 10.

## Passes

"I have two brothers.", "at 7:30", "5 km", "May 5", "Windows 10".

## Fix safety

The number becomes a word.
That changes the text, so the fix is unsafe.
It is left out where the word would make the line too long or the cue too fast.

## Sources

- The limit and its source are those of the style: `docs/guide/styles.md`, `typography.spell_out_to`.
- Subtitle Edit's Netflix check, whose exceptions we extend.
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


_WORDS = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_NUMBER = re.compile(
    r"(?<![\w.,:/$€£¥#%+*=<>&°'’\-–—])([1-9]|1[0-2])(?![\w%°€£$\"'’/:*=<>+\-–—]|[.,][0-9])", re.ASCII
)
_NAMING = frozenset(
    {
        "number", "numbers", "no", "chapter", "page", "pages", "part", "step", "section", "version", "level", "type",
        "figure", "line", "channel", "episode", "season", "room", "route", "highway", "grade", "group", "phase",
        "day", "week", "unit", "item", "slide", "question", "volume", "table",
        "plus", "minus", "times", "by", "point", "to", "from", "between", "or", "and",
    }
)  # fmt: skip
"""Words after which a figure is part of a name, a sum or a range."""


def check(subject: Subject) -> Iterator[Finding]:
    """The small numbers of ``subject`` in figures."""
    limit = subject.profile.typography.spell_out_to
    if limit is not None and primary_language(subject) == "en":
        yield from report(RULE, subject, _places(subject, limit.value), "Spell out the number", safe=False)


def _places(subject: Subject, most: float) -> Iterator[Place]:
    source, units = subject.source, subject.lexicon.units
    for index, match in subject.matches(_NUMBER):
        value = int(match[1])
        start, end = match.span()
        text = subject.text_starts[index]
        before = source[max(start - 30, text) : start].split()
        after = source[end : min(end + 30, subject.cue_span(index).end)].split()
        # 3 by 4, the last 10, 20 years: figures keep each other company
        near = source[max(start - 8, text) : start] + source[end : min(end + 8, subject.cue_span(index).end)]
        if (
            value > most
            or any(character.isdigit() for character in near)
            or _stays(before[-1] if before else "", after[0] if after else "", units)
        ):
            continue
        opens = not before or before[-1].endswith((".", "?", "!"))
        word = _WORDS[value].capitalize() if opens and start == text else _WORDS[value]
        yield Place(
            index,
            start,
            end,
            f"{value} is written in figures (the style spells out numbers up to {most:g})",
            word,
        )


def _stays(before: str, after: str, units: frozenset[str]) -> bool:
    """Whether the words around a number make it a measure, a name or a sum."""
    following = after.strip(",.;:?!…\"'”’)")
    return (
        following.lower() in units
        or following[:1].isdigit()
        or before.lower().strip(",.;:?!") in _NAMING
        # Chapter 5, Windows 10; but not: I have 2, Yes. 2 of them
        or (before[:1].isupper() and len(before) > 1 and before[-1:].isalpha())
        or (not before and following[:1].isupper())
    )


RULE = Rule(
    "TXT014",
    "number-style",
    Severity.WARNING,
    Group.STATED,
    check,
    __doc__,
    fix="unsafe",
    stated=lambda profile: profile.typography.spell_out_to is not None,
)
