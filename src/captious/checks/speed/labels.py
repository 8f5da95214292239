"""Which cues name their speaker in sight, so that their reader needs more time."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from captious.checks.subject import Subject


def label_time_ms(subject: Subject, number: int) -> int:
    """Extra time the style asks for the label of a cue; 0 where the cue shows none in the style's form."""
    extra = round(subject.profile.speed.label_ms.value)
    if not extra:
        return 0
    labels = subject.profile.labels
    pattern = _label_pattern(labels.form)
    if pattern is None:
        return 0
    for line in subject.cues[number].lines:
        match = pattern.match(line)
        if match is not None and _is_name(match[1], upper=labels.case == "upper"):
            return extra
    return 0


@lru_cache(maxsize=16)
def _label_pattern(form: str) -> re.Pattern[str] | None:
    before, mark, after = form.partition("{name}")
    if not mark or not (before.strip() or after.strip()):
        return None
    return re.compile(rf"\s{{0,9}}{re.escape(before)}([^\W_][^\n:\[\]()]{{0,60}}?){re.escape(after)}(?!\S)")


def _is_name(text: str, *, upper: bool) -> bool:
    if upper:
        return text == text.upper() and text != text.lower()
    words = text.split()
    return 0 < len(words) <= 5 and all(not word[0].islower() for word in (words[0], words[-1]))
