"""A line is too wide for vertical (9:16) video.

## Why it matters

On a phone held vertically, the player shrinks or breaks a line of usual length.
If you publish the same captions with vertical video, this rule finds the lines that will not fit.

The rule runs only when it is selected, and has one option: `most_chars`, the maximum line length.

## Fails

A line of 30 characters, where 24 fit.

## Passes

A line of exactly 24 characters.

## Fix safety

There is no fix: captions for vertical video need another segmentation.
Make them with `captious caption` and a style with that line length.

## Sources

- Subtitle Edit's profile for TikTok and YouTube Shorts: 24 characters. The platforms publish no number.
- BBC Subtitle Guidelines 1.2.5 allow three shorter lines on vertical video.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.line_breaks import line_span
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.core.numbers import amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Options:
    """Options of `too-wide-for-vertical-video`.

    Args:
        most_chars: the maximum line length, in characters as the style counts them.
    """

    most_chars: int = 24


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The lines of ``subject`` that are too wide for vertical video."""
    most = options.most_chars
    for index, widths in enumerate(subject.widths):
        for place, width in enumerate(widths):
            if width > most:
                yield RULE.at(
                    line_span(subject, index, place),
                    f"too wide for vertical (9:16) video ({amount(width)} > {most:,} {subject.counting.describe()})",
                    index=index,
                )


RULE = Rule("LAY010", "too-wide-for-vertical-video", Severity.WARNING, Group.OPT_IN, check, __doc__, Options)
