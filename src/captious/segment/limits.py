"""The limits of a style as the search needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.segment.problem import Limits

if TYPE_CHECKING:
    from captious.style.profile import Profile


def limits_of(profile: Profile) -> Limits:
    """The limits of a style's cues."""
    layout, timing = profile.layout, profile.timing
    return Limits(
        width=layout.line_length_chars.value,
        lines=int(layout.lines.value),
        one_line_if_fits=layout.one_line_if_fits,
        min_ms=timing.min_duration_ms.value,
        max_ms=timing.max_duration_ms.value if timing.max_duration_ms else None,
        max_cps=_fastest_cps(profile),
        cue_width=_most_chars(profile),
        words=_most_words(profile),
        label_apart=profile.labels.own_line,
    )


def _fastest_cps(profile: Profile) -> float | None:
    """Most characters per second in the search; for a table, the speed of a full line."""
    speed = profile.speed
    if speed.max_cps is not None:
        return speed.max_cps.value
    if speed.reading_table is None:
        return None
    width = profile.layout.line_length_chars.value
    return width * 1000 / max(speed.reading_table.least_ms(width), 1)


def _most_chars(profile: Profile) -> float | None:
    """Most characters in a cue: the style's limit, and no more than can be read in its longest time on screen."""
    limits = [limit.value for limit in (profile.layout.cue_length_chars,) if limit is not None]
    longest, speed = profile.timing.max_duration_ms, profile.speed.max_cps
    if longest is not None and speed is not None:
        limits.append(longest.value * speed.value // 1000)
    return min(limits, default=None)


def _most_words(profile: Profile) -> int | None:
    """Most words in a cue that can be read in the style's longest time on screen."""
    longest, speed = profile.timing.max_duration_ms, profile.speed
    each = [limit.value for limit in (speed.min_ms_per_word,) if limit is not None]
    if speed.max_wpm is not None:
        each.append(60_000 / speed.max_wpm.value)
    if longest is None or not each:
        return None
    return max(int((longest.value - speed.label_ms.value) // max(each)), 1)
