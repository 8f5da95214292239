"""Word times of a transcript from word timings, such as ASR output."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from captious.core.cue import TimeSource
from captious.errors import TimingError
from captious.timing.confidence import rate_words
from captious.timing.edges import ends_sentence, settle_edges
from captious.timing.estimate import WordTimes, word_cost
from captious.timing.holes import describe_hole, locate_holes
from captious.timing.matching import Pair, match
from captious.timing.parts import parts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.style.profile import Speed
    from captious.timing.parts import Side
    from captious.transcripts.model import Word
    from captious.word_timings.model import TimedWord, WordTrack

LEAST_MATCH = 0.35
"""Share of the words that have to be found; below it the word timings are of another recording.

Sources:
    Our own measurement: with 45% of the words misheard 59% are still found; of two neighbouring episodes of a
    podcast 3 to 13% are found in order (24 pairs).
"""

_ALONE, _HOLE = 2, 8
"""A match of no more words in a row than this is not trusted beside a hole of more words than this."""

_LONGEST_WAIT_MS = 3000
"""A longer gap that words at the usual rate would not half fill holds speech without text, or silence."""


def align_word_times(words: Sequence[Word], track: WordTrack, *, speed: Speed) -> WordTimes:
    """Give the words of a transcript the times of the same words in a track.

    Args:
        words: all words of the transcript, at least one.
        track: the word timings.
        speed: the style's usual rate of speech, for words that were not found.

    Returns:
        Times and the source of each: aligned with the same word, interpolated between such words, or approximate where
        the track itself has no times of single words. Speech without text, and text that was never said, are among
        the remarks.

    Raises:
        TimingError: too few words match: it is another recording.
    """
    timed = [word for word in track.words if word.start_ms is not None]
    written = parts_of(word.text if not word.sound else "" for word in words)
    recognised = parts_of(word.text for word in timed)
    own = len(words) == len(track.words) and all(
        word.text == other.text for word, other in zip(words, track.words, strict=True)
    )
    if own:
        pairs = _own_pairs(track, written, recognised)
    else:
        pairs = match(written.parts, recognised.parts)
        pairs = _steady(settle_edges(pairs, words, timed, written=written, recognised=recognised))
    known = _known(pairs, written, recognised, timed)
    exact = {written.owners[pair.left] for pair in pairs if pair.same}
    spoken = len(set(written.owners))
    rate = len(exact) / max(spoken, 1)
    if rate < LEAST_MATCH and not own:
        raise TimingError(
            f"the word timings are of another recording: {100 * rate:.0f}% of the {spoken:,} words were found "
            f"among the {len(timed):,} of {track.source} (at least {100 * LEAST_MATCH:.0f}% are needed)",
            hint="Give the word timings of this recording, in the transcript's language.",
        )
    costs = [0.0, *accumulate(word_cost(word) for word in words)]
    starts, ends = _fill(words, known, costs, speed.speaking_rate_sps.value)
    exact_source = TimeSource.MEASURED if own else TimeSource.ALIGNED
    held = exact_source if track.measured else TimeSource.APPROXIMATE
    missed = TimeSource.INTERPOLATED if track.measured else TimeSource.APPROXIMATE
    span_s = max((ends[-1] - starts[0]) / 1000, 0.001)
    holes = locate_holes(pairs, written, recognised, timed)
    confidences: tuple[float | None, ...] = (None,) * len(words)
    if own and track.measured:
        confidences = tuple(
            word.confidence if number in exact else None for number, word in enumerate(track.words)
        )
    elif track.measured:
        lost = [hole.words for hole in holes if hole.kind != "uncaptioned"]
        confidences = rate_words(words, exact, (starts, ends), syllables=costs, lost=lost)
    return WordTimes(
        starts_ms=tuple(starts),
        ends_ms=tuple(ends),
        anchored=frozenset(exact) if track.measured else frozenset(),
        rate_sps=costs[-1] / span_s,
        basis=track.source
        if own
        else f"{track.source}: {100 * rate:.1f}% of the words found, the others interpolated",
        remarks=(*track.remarks, *(describe_hole(hole, words, timed) for hole in holes)),
        sources=tuple(held if number in exact else missed for number in range(len(words))),
        confidences=confidences,
    )


def _steady(pairs: Sequence[Pair]) -> list[Pair]:
    """Drop the pairs that stand alone beside a hole: a word of one side of it may match on the other by chance."""
    runs: list[list[Pair]] = []
    for pair in pairs:
        last = runs[-1][-1] if runs else None
        if last is not None and (pair.left, pair.right) == (last.left + 1, last.right + 1):
            runs[-1].append(pair)
        else:
            runs.append([pair])
    gaps = [
        max(there[0].left - here[-1].left, there[0].right - here[-1].right) for here, there in pairwise(runs)
    ]
    return [
        pair
        for number, run in enumerate(runs)
        if sum(one.same for one in run) > _ALONE
        or max([*gaps[max(number - 1, 0) : number], *gaps[number : number + 1]], default=0) <= _HOLE
        for pair in run
    ]


def _own_pairs(track: WordTrack, written: Side, recognised: Side) -> list[Pair]:
    """The words of a track that are the transcript's own, each with itself: no search is needed."""
    numbers = [number for number, word in enumerate(track.words) if word.start_ms is not None]
    first: dict[int, int] = {}
    for part, owner in enumerate(written.owners):
        first.setdefault(owner, part)
    pairs: list[Pair] = []
    before, place = -1, 0
    for right, owner in enumerate(recognised.owners):
        place = place + 1 if owner == before else 0
        before = owner
        pairs.append(Pair(first[numbers[owner]] + place, right, True))
    return pairs


def _known(
    pairs: Sequence[Pair], written: Side, recognised: Side, timed: Sequence[TimedWord]
) -> dict[int, tuple[int, int]]:
    """Start and end of each transcript word that has a match in the track, in milliseconds."""
    known: dict[int, tuple[int, int]] = {}
    for pair in pairs:
        word, other = written.owners[pair.left], recognised.owners[pair.right]
        start = timed[other].start_ms
        following = timed[other + 1].start_ms if other + 1 < len(timed) else None
        end = timed[other].end_ms
        assert start is not None  # noqa: S101 - those without a time were left out
        if end is None:
            end = following if following is not None else start + _LONGEST_WAIT_MS // 10
        if following is not None:
            end = min(end, max(following, start))
        first, last = known.get(word, (start, end))
        known[word] = (min(first, start), max(last, end, start))
    return known


def _fill(
    words: Sequence[Word], known: dict[int, tuple[int, int]], costs: Sequence[float], rate_sps: float
) -> tuple[list[int], list[int]]:
    starts = [0] * len(words)
    ends = [0] * len(words)
    latest = 0
    for number in sorted(known):
        start, end = known[number]
        starts[number] = max(start, latest)
        ends[number] = latest = max(end, starts[number])
    places = sorted(known)

    def interpolate(first: int, last: int, begin: float, finish: float) -> None:
        whole = max(costs[last] - costs[first], 0.001)
        for number in range(first, last):
            starts[number] = round(begin + (costs[number] - costs[first]) / whole * (finish - begin))
            ends[number] = round(begin + (costs[number + 1] - costs[first]) / whole * (finish - begin))

    usual_ms = 1000 / rate_sps
    if places[0]:
        needed = costs[places[0]] * usual_ms
        interpolate(0, places[0], max(starts[places[0]] - needed, 0), starts[places[0]])
    for here, there in pairwise(places):
        if there - here < 2:
            continue
        begin, finish = ends[here], starts[there]
        needed = (costs[there] - costs[here + 1]) * usual_ms
        # the end of a sentence belongs to the speech before a pause, the rest to the speech after it
        turn = next((n + 1 for n in range(there - 1, here - 1, -1) if ends_sentence(words[n].text)), None)
        is_hole = finish - begin > max(_LONGEST_WAIT_MS, 2 * needed)
        if finish - begin <= needed or (turn is None and not is_hole):
            interpolate(here + 1, there, begin, finish)
            continue
        turn = here + 1 if turn is None else turn
        interpolate(here + 1, turn, begin, begin + (costs[turn] - costs[here + 1]) * usual_ms)
        interpolate(turn, there, finish - (costs[there] - costs[turn]) * usual_ms, finish)
    last = places[-1] + 1
    interpolate(last, len(words), ends[last - 1], ends[last - 1] + (costs[-1] - costs[last]) * usual_ms)
    return starts, ends
