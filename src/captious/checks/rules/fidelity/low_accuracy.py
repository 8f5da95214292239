"""The captions match too few words of the transcript.

## Why it matters

"At least 99% accurate" is what US federal agencies owe their viewers, and what contracts ask for.
This rule reports that figure.

## Fails

Captions that miss, add or change 25 of 2,000 words: 98.8%.

## Passes

Exactly 99%.
Each missing, added, changed or moved word counts as one error; hesitations do not count.
Without `--transcript` the rule is skipped.

## Fix safety

There is no fix: the other rules of this family report each difference.

## Sources

- Section508.gov, captions: at least 99% accurate.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.transcript_match import compare
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.core.numbers import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the rule.

    Args:
        least_percent: lowest accuracy, in percent, that is not reported.
    """

    least_percent: float = 99.0


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """One finding if ``subject`` is less accurate than ``least_percent``."""
    found = subject.once(compare)
    if found is None or 100 * found.accuracy >= options.least_percent:
        return
    counts: Counter[str] = Counter()
    for one in found.differences:
        counts[one.kind] += one.count
    parts = ", ".join(
        f"{number:,} {kind}" for kind, number in sorted(counts.items(), key=lambda item: -item[1])
    )
    percent = 100 * found.accuracy
    # 98.96 must not be shown as 99.0 where 99 is the limit
    shown = f"{percent:.1f}" if round(percent, 1) < options.least_percent else f"{percent:.3f}"
    yield RULE.at(
        subject.span(0, 0),
        f"accuracy {shown}% (< {options.least_percent:g}%): {parts} of {count(found.total, 'word')}",
    )


RULE = Rule("FID004", "low-accuracy", Severity.ERROR, Group.DEFAULT, check, __doc__, options=Options)
