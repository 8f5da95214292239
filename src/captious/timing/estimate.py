"""Draft timing: word times estimated from the text alone."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from captious.core.clock import short_time
from captious.core.display import short_repr
from captious.core.numbers import count
from captious.errors import TimingError
from captious.timing.anchors import PlacedAnchor
from captious.timing.pauses import (
    LETTERS_FADE_MS,
    LETTERS_SHARE,
    PAUSES_FADE_MS,
    faded,
    measure_letters,
    measure_pauses,
)
from captious.timing.syllables import SOUND_SYLLABLES, count_syllables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.core.cue import TimeSource
    from captious.style.profile import Speed
    from captious.transcripts.model import Word

DRAFT_NOTICE = "draft timing: estimated from text"
"""The notice in files and summaries when no time was measured."""

SLOWEST_SPEECH_SPS = 1.5
"""Syllables per second below which the time before the first or after the last anchor cannot be all speech.

Sources:
    Our own choice: 3.75 to 4.44 syllables per second are the means of two sets of podcasts, with a standard
    deviation under 0.4 (docs/guide/timing.md), so a third of that is no conversation.
"""


@dataclass(frozen=True, slots=True)
class WordTimes:
    """The times of the words of a transcript.

    Args:
        starts_ms: when each word starts, never falling.
        ends_ms: when each word ends: where the next one starts, except before a pause.
        anchored: indices of the words whose time was given.
        rate_sps: syllables per second over all words.
        basis: the basis of the estimate, for a summary: ``"4,101 s and 1 anchor"``.
        remarks: what was left out or assumed, one sentence each.
        doubts_ms: by how much each start may be expected to be off; empty where unknown.
        warnings: what makes all times doubtful, one sentence each, to be said first.
        sources: the source of each word's time; empty for an estimate from text and anchors.
        confidences: confidence of each word's start: the share of such starts that are within 0.3 s of the truth, or
            the source's own confidence; ``None`` where unknown.
    """

    starts_ms: tuple[int, ...]
    ends_ms: tuple[int, ...]
    anchored: frozenset[int]
    rate_sps: float
    basis: str
    remarks: tuple[str, ...]
    sources: tuple[TimeSource, ...] = ()
    confidences: tuple[float | None, ...] = ()
    doubts_ms: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()

    __repr__ = short_repr

    @property
    def is_draft(self) -> bool:
        """Whether the times are estimated from the text, without any word timings."""
        return not self.sources

    @property
    def notice(self) -> str:
        """The notice about the times in files and summaries."""
        return f"{DRAFT_NOTICE} ({self.basis})" if self.is_draft else f"timed by {self.basis}"


def estimate_word_times(
    words: Sequence[Word], *, anchors: Sequence[PlacedAnchor], duration_ms: int | None, speed: Speed
) -> WordTimes:
    """Interpolate the times of words between known times, by their syllables, their letters and the pauses after them.

    Args:
        words: all words of the transcript, at least one.
        anchors: words whose time is known; words and times both rise.
        duration_ms: length of the media; ``None`` = unknown, then a usual rate of speech is assumed after the
            last known time.
        speed: the style's assumed and fastest rates of speech.

    Raises:
        TimingError: more syllables than can be said in the available time, or an anchor past the end.

    Sources:
        Accuracy of such times, measured on podcasts: docs/guide/timing.md.
    """
    syllables = [word_cost(word) for word in words]
    costs = [0.0, *accumulate(syllables)]
    total = max(costs[-1], 1.0)
    remarks: list[str] = []
    past = [] if duration_ms is None else [anchor for anchor in anchors if _is_past(anchor, duration_ms)]
    anchors = [anchor for anchor in anchors if anchor not in past] if past else anchors
    kept = _plausible(anchors, costs, duration_ms, speed, remarks)
    points = [(anchor.word, anchor.time_ms) for anchor in kept]
    measured = _measured_rate(points, costs)
    rate = measured or speed.speaking_rate_sps.value
    first_word, first_ms = points[0] if points else (0, 0)
    if first_word:
        if kept[0].given:
            _check_rate(costs[first_word], first_ms, "before the first anchor", kept[0].line, speed)
        # a long musical opening: begin where speech at the usual rate would have to begin
        too_slow = costs[first_word] * 1000 < SLOWEST_SPEECH_SPS * first_ms
        begin = max(0, round(first_ms - costs[first_word] * 1000 / rate)) if too_slow else 0
        points.insert(0, (0, begin))
        if too_slow:
            remarks.append(
                f"speech is taken to begin at {short_time(begin)}: too few words for the time before"
            )
    elif not points:
        points.append((0, 0))
    last_word, last_ms = points[-1]
    rest = costs[-1] - costs[last_word]
    if duration_ms is None:
        points.append((len(words), last_ms + round(rest * 1000 / rate)))
    else:
        if last_ms >= duration_ms:
            raise TimingError(
                f"anchor past the end: {short_time(last_ms)} >= {short_time(duration_ms)} of media",
                hint="Check the duration and the anchors.",
            )
        place = "after the last anchor" if kept else ""
        if not kept or kept[-1].given:
            _check_rate(rest, duration_ms - last_ms, place, kept[-1].line if kept else None, speed)
        too_slow = bool(kept) and rest * 1000 < SLOWEST_SPEECH_SPS * (duration_ms - last_ms)
        end = min(duration_ms, last_ms + round(rest * 1000 / rate)) if too_slow else duration_ms
        points.append((len(words), end))
        if too_slow and end < duration_ms:
            remarks.append(f"speech is taken to end at {short_time(end)}: too few words for the time after")
    starts, ends = _interpolate(points, words, syllables, rate if kept else None)
    span_s = max((ends[-1] - starts[0]) / 1000, 0.001)
    return WordTimes(
        starts_ms=tuple(starts),
        ends_ms=tuple(ends),
        anchored=frozenset(anchor.word for anchor in kept),
        rate_sps=total / span_s,
        basis=_describe(duration_ms, len(kept), rate, assumed=measured is None),
        remarks=tuple(remarks),
        warnings=_warn_of(past, duration_ms or 0),
    )


def _is_past(anchor: PlacedAnchor, duration_ms: int) -> bool:
    """Whether a time of the transcript is past the end of the media."""
    return not anchor.given and anchor.time_ms >= duration_ms


def _warn_of(past: Sequence[PlacedAnchor], duration_ms: int) -> tuple[str, ...]:
    """One sentence about times past the end of the media: the duration is wrong, or that of another edit."""
    if not past:
        return ()
    times = f"{count(len(past), 'time')} of the transcript {'is' if len(past) == 1 else 'are'} past the end"
    first, last = past[0], past[-1]
    since = "" if first is last else f" from line {first.line} on"
    both = (
        f"the last is {short_time(last.time_ms)} (line {last.line}), the duration {short_time(duration_ms)}"
    )
    return (f"{times}{since}: {both}; check the duration, the captions are timed without them",)


def word_cost(word: Word) -> float:
    """Syllables of a word or sound."""
    return SOUND_SYLLABLES if word.sound else count_syllables(word.text)


def _plausible(
    anchors: Sequence[PlacedAnchor],
    costs: Sequence[float],
    duration_ms: int | None,
    speed: Speed,
    remarks: list[str],
) -> list[PlacedAnchor]:
    """Drop the transcript's anchors that leave too little time for the words between them.

    Anchors of the user are always kept; two of them that ask for too fast speech are an error.
    """
    ends = [] if duration_ms is None else [PlacedAnchor(len(costs) - 1, duration_ms, True, 0)]
    kept: list[PlacedAnchor] = [PlacedAnchor(0, 0, True, 0)]
    left_out: list[PlacedAnchor] = []
    for anchor in [*anchors, *ends]:
        # a time of the transcript yields to one of the user, and to the end of the media
        while anchor.given and not kept[-1].given and _is_too_fast(kept[-1], anchor, costs, speed):
            left_out.append(kept.pop())
        if not _is_too_fast(kept[-1], anchor, costs, speed):
            kept.append(anchor)
        elif not anchor.given:
            left_out.append(anchor)
        elif kept[-1].line and anchor.line:
            place = f"between {short_time(kept[-1].time_ms)} (line {kept[-1].line}) and {short_time(anchor.time_ms)}"
            syllables = costs[anchor.word] - costs[kept[-1].word]
            _check_rate(syllables, anchor.time_ms - kept[-1].time_ms, place, anchor.line, speed)
        else:
            # before the first anchor, or up to the end: checked where these places are named
            kept.append(anchor)
    remarks += _left_out(left_out)
    return [anchor for anchor in kept if anchor.line]


def _is_too_fast(earlier: PlacedAnchor, later: PlacedAnchor, costs: Sequence[float], speed: Speed) -> bool:
    syllables = costs[later.word] - costs[earlier.word]
    # timestamps in transcripts are truncated to the second, so a second more may have passed
    slack_ms = 0 if earlier.given and later.given else 1000
    return syllables * 1000 > speed.fastest_speech_sps.value * (later.time_ms - earlier.time_ms + slack_ms)


def _left_out(anchors: Sequence[PlacedAnchor]) -> list[str]:
    """One sentence about the times that leave too little time for the words."""
    if not anchors:
        return []
    first = f"line {anchors[0].line}: time {short_time(anchors[0].time_ms)}"
    if len(anchors) == 1:
        return [f"{first} left out, it leaves too little time for the words"]
    return [f"{first} and {len(anchors) - 1:,} more left out, they leave too little time for the words"]


def _check_rate(syllables: float, time_ms: int, place: str, line: int | None, speed: Speed) -> None:
    limit = speed.fastest_speech_sps.value
    if syllables * 1000 <= limit * time_ms:
        return
    needed = syllables * 1000 / max(time_ms, 1)
    where = f" {place}" if place else ""
    raise TimingError(
        f"too little time for the words{where}: {syllables:.0f} syllables in {time_ms / 1000:.0f} s need "
        f"{needed:.1f} syllables per second > {limit:g}",
        line=line,
        hint=f"The words take at least {short_time(round(syllables * 1000 / limit))}; check duration and anchors.",
    )


def _measured_rate(points: Sequence[tuple[int, int]], costs: Sequence[float]) -> float | None:
    """Syllables per second between the first and the last known time, if there are two."""
    if len(points) < 2 or points[-1][1] <= points[0][1]:
        return None
    rate = (costs[points[-1][0]] - costs[points[0][0]]) * 1000 / (points[-1][1] - points[0][1])
    return max(rate, SLOWEST_SPEECH_SPS)


def _interpolate(
    points: Sequence[tuple[int, int]],
    words: Sequence[Word],
    syllables: Sequence[float],
    usual_sps: float | None,
) -> tuple[list[int], list[int]]:
    """Starts and ends of the words between known times, with long pauses where ``usual_sps`` is given."""
    costs, letters, pauses = (
        [0.0, *accumulate(each)]
        for each in (syllables, measure_letters(words, syllables), measure_pauses(words))
    )
    starts: list[int] = []
    ends: list[int] = []
    for (word, time_ms), (next_word, next_ms) in pairwise(points):
        span = costs[next_word] - costs[word]
        length_ms = next_ms - time_ms
        if usual_sps is not None and span * 1000 < SLOWEST_SPEECH_SPS * length_ms:
            # too slow for speech: the words come at the usual rate, and then there is a pause
            length_ms = min(length_ms, round(span * 1000 / usual_sps))
        share = LETTERS_SHARE * faded(length_ms, LETTERS_FADE_MS)
        paused = faded(length_ms, PAUSES_FADE_MS) if span else 0.0
        taken = [
            (1 - share) * (costs[number] - costs[word])
            + share * (letters[number] - letters[word])
            + paused * (pauses[number] - pauses[word])
            for number in range(word, next_word + 1)
        ]
        whole = taken[-1]
        moments = [time_ms + (round(part / whole * length_ms) if span else 0) for part in taken]
        starts += moments[:-1]
        ends += moments[1:]
    return starts, ends


def _describe(duration_ms: int | None, anchors: int, rate: float, *, assumed: bool) -> str:
    parts = []
    if duration_ms is not None:
        parts.append(f"a duration of {short_time(duration_ms)}")
    if anchors:
        parts.append(count(anchors, "anchor"))
    if duration_ms is None:
        parts.append(f"{'an assumed' if assumed else 'a measured'} {rate:.1f} syllables per second")
    return " and ".join(parts)
