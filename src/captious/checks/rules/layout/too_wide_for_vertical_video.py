"""A line is too wide for a video in upright format.

## Why it matters

On a phone held upright a line of usual length is shrunk or broken by the player. Whoever publishes the same captions
to an upright feed wants to know which lines will not fit.

The rule is only on when it is asked for, and knows one option: `most_chars`, the widest line.

## Fails

A line of 30 characters, where 24 fit.

## Passes

A line of exactly 24 characters.

## Fix safety

There is no fix: cues for upright video have to be cut again, which `captious caption` does with a style of such a line
length.

## Sources

- Subtitle Edit's profile for TikTok and YouTube Shorts: 24 characters. The platforms publish no number.
- BBC Subtitle Guidelines 1.2.5 allow three shorter lines on upright video.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.line_breaks import line_span
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the rule.

    Args:
        most_chars: most characters of a line, counted as the style counts.
    """

    most_chars: int = 24


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The lines of ``subject`` that are wider than an upright screen."""
    most = options.most_chars
    for index, widths in enumerate(subject.widths):
        for place, width in enumerate(widths):
            if width > most:
                yield RULE.at(
                    line_span(subject, index, place),
                    f"too wide for upright video ({width:g} > {most} {subject.counting.describe()})",
                    index=index,
                )


RULE = Rule("LAY010", "too-wide-for-vertical-video", Severity.WARNING, Group.OPT_IN, check, __doc__, Options)
