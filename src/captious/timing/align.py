"""Word times of a transcript from word timings, such as ASR output."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from captious.core.cue import TimeSource
from captious.core.numbers import count
from captious.errors import TimingError
from captious.timing.confidence import Doubt, rate_words
from captious.timing.edges import settle_edges
from captious.timing.estimate import WordTimes, word_cost
from captious.timing.filling import fill_times, find_times
from captious.timing.holes import describe_hole, locate_holes
from captious.timing.long_words import start_after_pauses
from captious.timing.matching import Pair, drop_chance, match
from captious.timing.parts import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from captious.style.profile import Speed
    from captious.timing.holes import Hole
    from captious.timing.parts import Side
    from captious.transcripts.model import Word
    from captious.word_timings.model import WordTrack

LEAST_MATCH = 0.35
"""Share of the words that have to be found; below it the word timings are of another recording.

Sources:
    Our own measurement: with 45% of the words misheard 59% are still found; of two neighbouring episodes of a
    podcast 3 to 13% are found in order (24 pairs).
"""

_LOST_MS, _EARLY_MS = 2000, 400
"""How far off a word may be expected to be that was not said, and one that may begin after a pause."""


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
        pairs = drop_chance(settle_edges(pairs, words, timed, written=written, recognised=recognised))
    early: frozenset[int] = frozenset()
    late = 0
    if track.measured and not own:
        before = timed
        timed, early = start_after_pauses(timed, words, pairs, written=written, recognised=recognised)
        late = sum(one != other for one, other in zip(before, timed, strict=True))
    known = find_times(pairs, timed, written=written, recognised=recognised)
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
    starts, ends = fill_times(words, known, timed, costs=costs, rate_sps=speed.speaking_rate_sps.value)
    exact_source = TimeSource.MEASURED if own else TimeSource.ALIGNED
    held = exact_source if track.measured else TimeSource.APPROXIMATE
    missed = TimeSource.INTERPOLATED if track.measured else TimeSource.APPROXIMATE
    span_s = max((ends[-1] - starts[0]) / 1000, 0.001)
    holes = locate_holes(pairs, written, recognised, timed)
    sure: list[float | None] = [None] * len(words)
    doubts_ms: tuple[int, ...] = ()
    if track.measured:
        doubtful = [*_lost(holes, starts), *_early(pairs, early, written, recognised)]
        trust = rate_words(words, exact, (starts, ends), syllables=costs, doubtful=doubtful)
        sure[:], doubts_ms = trust.confidences, trust.doubts_ms
        for number in exact if own else ():
            sure[number] = track.words[number].confidence
    return WordTimes(
        starts_ms=tuple(starts),
        ends_ms=tuple(ends),
        anchored=frozenset(exact) if track.measured else frozenset(),
        rate_sps=costs[-1] / span_s,
        basis=track.source
        if own
        else f"{track.source}: {100 * rate:.1f}% of the words found, the others interpolated",
        remarks=(
            *track.remarks,
            *_describe_late(late),
            *(describe_hole(hole, words, timed) for hole in holes),
        ),
        sources=tuple(held if number in exact else missed for number in range(len(words))),
        confidences=tuple(sure),
        doubts_ms=doubts_ms,
    )


def _describe_late(late: int) -> Iterator[str]:
    if late:
        yield f"{count(late, 'long word')} with a pause inside: each begins after it, not before as in the word timings"


def _lost(holes: Iterable[Hole], starts_ms: Sequence[int]) -> Iterator[Doubt]:
    """Words that were not said, or elsewhere."""
    for hole in holes:
        if hole.kind != "uncaptioned":
            first, last = hole.words
            away_ms = 0 if hole.start_ms is None else abs(hole.start_ms - starts_ms[first])
            yield Doubt(first, last, max(away_ms, _LOST_MS))


def _early(pairs: Iterable[Pair], early: frozenset[int], written: Side, recognised: Side) -> Iterator[Doubt]:
    """Long words that may begin later than the word timings say."""
    for pair in pairs:
        if recognised.owners[pair.right] in early:
            word = written.owners[pair.left]
            yield Doubt(word, word + 1, _EARLY_MS)


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
