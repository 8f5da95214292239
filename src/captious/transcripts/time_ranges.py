"""Blocks of an editing program: a range of times on a line of its own, a name below it, then what was said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_TIME = r"[0-9]{1,3}:[0-5][0-9](?:[:;][0-5][0-9])?(?:[.,:;][0-9]{1,3})?"
_RANGE = re.compile(
    rf"\s*\[?({_TIME})\s{{0,3}}(?:-->|->|→|[-–—]|to)\s{{0,3}}{_TIME}\]?\s*", re.ASCII
).fullmatch
_LONGEST_NAME = 40
_MOST_WORDS = 4


def with_time_labels(lines: Sequence[str]) -> list[str]:
    """The lines of a transcript, where ranges of times above names become names with a time.

    ``00:00:01:12 - 00:00:03:00`` above ``Speaker 1`` is written ``Speaker 1  00:00:01``, which the reader of labels
    knows; a range above words becomes its first time. Other transcripts stay as they are.

    Args:
        lines: its lines; their number stays the same.
    """
    ranges = {
        number: match[1] for number, line in enumerate(lines) if len(line) < 60 and (match := _RANGE(line))
    }
    if not ranges:
        return list(lines)
    named = all(_is_named(lines, number) for number in ranges)
    changed = list(lines)
    for number, written in ranges.items():
        time = _in_seconds(written)
        if named:
            changed[number], changed[number + 1] = "", f"{lines[number + 1].strip()}  {time}"
        else:
            changed[number] = f"[{time}]"
    return changed


def _is_named(lines: Sequence[str], number: int) -> bool:
    """Whether a line below a range is a name, and what was said is below it."""
    name, said = (lines[number + below].strip() if number + below < len(lines) else "" for below in (1, 2))
    return (
        bool(said)
        and 0 < len(name) <= _LONGEST_NAME
        and len(name.split()) <= _MOST_WORDS
        and not name.endswith((".", "!", "?", ",", "…"))
        and name[0].isalnum()
    )


def _in_seconds(written: str) -> str:
    """A time without its frames, whose length is unknown."""
    time = written.replace(";", ":")
    parts = time.split(":")
    return ":".join(parts[:3]) if len(parts) == 4 else time
