"""The summary of new captions: figures, and everything that was dropped or guessed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.captioning import all_words, count_spoken
from captious.core.clock import short_time
from captious.core.cue import TimeSource
from captious.core.numbers import count
from captious.measure.speed import reading_speed_cps, words_per_minute
from captious.measure.width import line_width
from captious.reports.rows import WARNING, Row
from captious.segment.tables import is_punctuated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from captious.captioning import Captioning
    from captious.core.document import Document
    from captious.style.profile import Profile
    from captious.timing.estimate import WordTimes
    from captious.transcripts.model import Remark, Transcript

_MOST_REMARKS = 12
_MOST_UNSURE = 8
_LEAST_DOUBT_MS = 700
"""Cues that may be expected to be off by this are listed.

Sources:
    Our own measurement (earnings21): with ASR output of four good engines 0.8 to 1.8% of the cues.
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """Measured figures of a caption document.

    Args:
        cues: number of cues.
        lines: number of visible lines.
        longest_line_chars: characters of the longest line.
        lines_at_limit: lines that are exactly as long as the style allows.
        median_cps: reading speed of the middle cue, in characters per second.
        p95_cps: reading speed that 95% of the cues do not exceed.
        max_cps: reading speed of the fastest cue.
        max_wpm: words per minute of the fastest cue.
        too_fast: number of cues over the reading speed of the style.
        shortest_ms: shortest time on screen.
        longest_ms: longest time on screen.
    """

    cues: int
    lines: int
    longest_line_chars: float
    lines_at_limit: int
    median_cps: float
    p95_cps: float
    max_cps: float
    max_wpm: float
    too_fast: int
    shortest_ms: int
    longest_ms: int


def measure_document(document: Document, profile: Profile) -> Figures:
    """The figures of a document, counted the way the profile counts; all zero for a document without cues."""
    cues = document.cues
    widths = [line_width(line, profile.counting) for cue in cues for line in cue.lines]
    speeds = sorted(reading_speed_cps(cue.lines, cue.duration_ms, profile.counting) for cue in cues)
    word_speeds = [
        words_per_minute(sum(len(line.split()) for line in cue.lines), cue.duration_ms) for cue in cues
    ]
    durations = [cue.duration_ms for cue in cues]
    limit = profile.speed.max_cps
    return Figures(
        cues=len(cues),
        lines=len(widths),
        longest_line_chars=max(widths, default=0),
        lines_at_limit=sum(width == profile.layout.line_length_chars.value for width in widths),
        median_cps=speeds[len(speeds) // 2] if speeds else 0.0,
        p95_cps=speeds[max(-(-len(speeds) * 95 // 100) - 1, 0)] if speeds else 0.0,
        max_cps=speeds[-1] if speeds else 0.0,
        max_wpm=max(word_speeds, default=0.0),
        too_fast=sum(speed > limit.value for speed in speeds) if limit else 0,
        shortest_ms=min(durations, default=0),
        longest_ms=max(durations, default=0),
    )


def summarise(transcript: Transcript, times: WordTimes, made: Sequence[Captioning]) -> list[Row]:
    """The summary of one captioned transcript.

    Args:
        transcript: what was captioned.
        times: how its words were timed.
        made: one entry for each format, at least one; figures that differ get a row for each format.
    """
    profile = made[0].profile
    lines = [
        *(Row("warning", warning, WARNING) for warning in times.warnings),
        Row("style", f"{profile.name} ({_limits(profile)})"),
        Row("words", f"{count_spoken(transcript):,} in {count(len(transcript.turns), 'turn')}"),
    ]
    if transcript.speakers:
        spoken = " · ".join(f"{name} {words:,}" for name, words in transcript.speakers.items())
        lines.append(Row("speakers", spoken))
    figures = [measure_document(entry.document, entry.profile) for entry in made]
    for entry, measured in zip(made, figures, strict=True):
        if measured == figures[0] and entry is not made[0]:
            continue
        same = all(other == figures[0] for other in figures)
        lines += _figure_lines(entry, measured, "" if same else f" {entry.profile.format}")
    lines.append(Row("times", times.notice))
    lines += _unsure_lines(made[0].document)
    if not is_punctuated(word.text for word in all_words(transcript) if not word.sound):
        lines.append(Row("punctuation", "none in the text: cues and lines end where punctuation is likely"))
    lines += _remark_lines(transcript.remarks, times.remarks, transcript.place)
    lines += [Row("warning", warning, WARNING) for warning in _warnings(made, figures)]
    return lines


def shortcomings(made: Iterable[Captioning]) -> list[str]:
    """The limits of the style that the captions break, one sentence each; an advisory reading speed is none of them."""
    entries = list(made)
    figures = [measure_document(entry.document, entry.profile) for entry in entries]
    return _warnings(entries, figures, advisory=False)


def _limits(profile: Profile) -> str:
    parts = [
        f"{profile.layout.line_length_chars.value:g} characters × {count(int(profile.layout.lines.value), 'line')}"
    ]
    longest = profile.timing.max_duration_ms
    shortest = f"{profile.timing.min_duration_ms.value / 1000:g}"
    parts.append(f"{shortest}–{longest.value / 1000:g} s" if longest else f"at least {shortest} s")
    if profile.speed.max_cps:
        parts.append(f"{profile.speed.max_cps.value:g} characters per second (CPS)")
    if profile.speed.max_wpm:
        parts.append(f"{profile.speed.max_wpm.value:g} words per minute")
    if profile.speed.reading_table:
        parts.append("reading time by a table")
    if profile.layout.line_length_chars.basis == "advisory":
        parts.append("advisory")
    return ", ".join(parts)


def _figure_lines(entry: Captioning, figures: Figures, suffix: str) -> list[Row]:
    document, profile = entry.document, entry.profile
    end_ms = document.cues[-1].end_ms if document.cues else 0
    lines = [
        Row(
            f"cues{suffix}",
            f"{figures.cues:,} over {short_time(end_ms)}, "
            f"each {figures.shortest_ms / 1000:.1f} to {figures.longest_ms / 1000:.1f} s",
        ),
        Row(
            f"lines{suffix}",
            f"{figures.lines:,}, the longest {figures.longest_line_chars:g} characters, "
            f"{figures.lines_at_limit:,} at the limit of {profile.layout.line_length_chars.value:g}",
        ),
    ]
    if not profile.speed.max_wpm:
        speed = (
            f"median {figures.median_cps:.1f}, 95% up to {figures.p95_cps:.1f}, at most {figures.max_cps:.1f}"
        )
        lines.append(Row(f"speed{suffix}", f"{speed} cps"))
    else:
        lines.append(Row(f"speed{suffix}", f"at most {figures.max_wpm:g} words per minute"))
    return lines


def _unsure_lines(document: Document) -> list[Row]:
    """The cues to listen to, those first that may be expected to be off by most."""
    unsure = [
        (cue.doubt_ms, number, short_time(cue.start_ms))
        for number, cue in enumerate(document.cues, 1)
        if cue.time_source is not TimeSource.MEASURED
        and cue.doubt_ms is not None
        and cue.doubt_ms >= _LEAST_DOUBT_MS
    ]
    if not unsure:
        return []
    unsure.sort(key=lambda one: (-one[0], one[1]))
    more = f" and {len(unsure) - _MOST_UNSURE:,} more" if len(unsure) > _MOST_UNSURE else ""
    begins = "cue begins" if len(unsure) == 1 else "cues begin"
    order = ", the least sure first" if len(unsure) > 1 else ""
    places = ", ".join(f"{number} ({time})" for _, number, time in unsure[:_MOST_UNSURE])
    text = f"{len(unsure):,} {begins} where few words match the word timings{order}: {places}{more}"
    return [Row("unsure", text)]


def _remark_lines(remarks: Iterable[Remark], time_remarks: Iterable[str], unit: str) -> list[Row]:
    shown: list[Row] = []
    left: dict[str, int] = {}
    for remark in sorted(remarks, key=_rank):
        if sum(row.label == remark.kind for row in shown) >= _MOST_REMARKS:
            left[remark.kind] = left.get(remark.kind, 0) + 1
            continue
        place = f"{unit} {remark.line}: " if remark.line is not None else ""
        times = f" (×{remark.count})" if remark.count > 1 else ""
        severity = WARNING if remark.kind == WARNING else ""
        shown.append(Row(remark.kind, f"{place}{remark.message}{times}", severity))
    shown += [Row(kind, f"and {count:,} more") for kind, count in left.items()]
    more = [Row("times", remark) for remark in time_remarks]
    if len(more) > _MOST_REMARKS:
        more[_MOST_REMARKS:] = [Row("times", f"and {len(more) - _MOST_REMARKS:,} more")]
    return shown + more


def _rank(remark: Remark) -> tuple[int, int]:
    """Warnings last, so that they are nearest to the prompt."""
    kinds = ("guessed", "dropped", "changed", "warning")
    return kinds.index(remark.kind) if remark.kind in kinds else len(kinds), remark.line or 0


def _warnings(made: Sequence[Captioning], figures: Sequence[Figures], *, advisory: bool = True) -> list[str]:
    """What to look at, one sentence each.

    Args:
        made: an entry for each format.
        figures: the figures of each.
        advisory: whether to tell of cues over a reading speed that no guide publishes, too: where the speech is fast,
            its times are right all the same.
    """
    warnings: list[str] = []
    for entry, measured in zip(made, figures, strict=True):
        if entry.broken_words:
            words = ", ".join(_cut(word) for word in entry.broken_words[:5])
            more = f" and {len(entry.broken_words) - 5:,} more" if len(entry.broken_words) > 5 else ""
            width = entry.profile.layout.line_length_chars.value
            broken = count(len(entry.broken_words), "word")
            warnings.append(f"{broken} longer than a line of {width:g} broken: {words}{more}")
        if entry.fitted.squeezed:
            warnings.append(
                f"{count(entry.fitted.squeezed, 'cue')} with less time than reading takes: together they need "
                f"{short_time(entry.fitted.needed_ms)}; the speech is too fast for this style or the duration too short"
            )
        elif measured.too_fast and (advisory or entry.profile.speed.guide_limits_speed):
            warnings.append(f"{count(measured.too_fast, 'cue')} faster than the style allows")
    return list(dict.fromkeys(warnings))


def _cut(word: str) -> str:
    return f'"{word}"' if len(word) <= 60 else f'"{word[:59]}…"'
