"""Find chapters: where the subject changes, titled with the words that open it."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from captious.episode.chapter_titles import Titles
from captious.episode.model import Chapter
from captious.episode.topics import Place, find_places, read_turns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.episode.model import Speech
    from captious.lexicon import Lexicon

FEWEST = 3
LEAST_MS = 10_000
"""Fewest chapters and their shortest length: YouTube shows no others.

Sources:
    YouTube Help, Video chapters: the first timestamp is 00:00, at least three, each of 10 seconds or more.
"""
SHORTEST_MS = 180_000
LONGEST_MS = 720_000
USUAL_MS = 270_000
"""Shortest, longest and usual length of a chapter that is found: three, twelve and four and a half minutes, as shows
publish them. Our own, as are the rest of these."""
LENGTH = 2.0
"""How much a chapter of e times the usual length, or an e-th of it, loses against one of the usual length."""
TOO_LONG = 20.0
"""What a chapter longer than the longest costs: more than all that a place could be worth."""
LIFT = 5.0
"""What is added to each place of a text that would have too few chapters."""
_NEAR_MS = 20_000
"""Of the places within this time only the best is weighed."""


def find_chapters(
    speeches: Sequence[Speech], *, lexicon: Lexicon, language: str, duration_ms: int
) -> list[tuple[Chapter, int]]:
    """Find the chapters of an episode; the first begins at 0:00 and every other with a turn or a sentence.

    Args:
        speeches: the text.
        lexicon: of its language: its function words and small talk are the stop words.
        language: BCP 47 tag, for the stems of words and for what announces a subject.
        duration_ms: length of the recording.

    Returns:
        Each with the index of its first word in the whole text: at least `FEWEST`, of `SHORTEST_MS` or more; none where
        the episode is too short.
    """
    turns = read_turns(speeches, lexicon)
    places = find_places(turns, lexicon=lexicon, language=language)
    chosen = choose(places, duration_ms)
    if len(chosen) + 1 < FEWEST:
        chosen = choose([replace(place, score=place.score + LIFT) for place in places], duration_ms)
    if len(chosen) + 1 < FEWEST:
        return []
    titles = Titles(turns, lexicon=lexicon, language=language)
    starts = [0, *(place.word for place in chosen)]
    times = [0, *(place.start_ms for place in chosen)]
    named = titles.of(starts)
    return [
        (Chapter(start_ms, title), word) for start_ms, title, word in zip(times, named, starts, strict=True)
    ]


def choose(places: Sequence[Place], duration_ms: int) -> list[Place]:
    """Choose where chapters begin, besides 0:00: the best places that make chapters of about the usual length.

    One search over the places, in order: the best choice up to each place is the best choice up to one before it,
    `SHORTEST_MS` to `LONGEST_MS` earlier, and this place. A longer chapter is made only where nothing begins for so
    long.
    """
    held = _best_of_near(places)
    points = [Place(0, 0, 0.0), *held, Place(duration_ms, 0, 0.0)]
    best = [0.0] + [-math.inf] * (len(points) - 1)
    back = [0] * len(points)
    for to in range(1, len(points)):
        for start in range(to - 1, -1, -1):
            length_ms = points[to].start_ms - points[start].start_ms
            if length_ms < SHORTEST_MS or best[start] == -math.inf:
                continue
            value = best[start] - LENGTH * math.log(length_ms / USUAL_MS) ** 2
            if length_ms > LONGEST_MS:
                value -= TOO_LONG
            if value > best[to]:
                best[to], back[to] = value, start
            if length_ms > LONGEST_MS:
                break
        best[to] += points[to].score
    found: list[Place] = []
    at = back[-1]
    while at:
        found.append(points[at])
        at = back[at]
    return found[::-1]


def _best_of_near(places: Sequence[Place]) -> list[Place]:
    """The best place of each stretch of time, so that the search stays short."""
    kept: dict[int, Place] = {}
    for place in places:
        stretch = place.start_ms // _NEAR_MS
        if stretch not in kept or place.score > kept[stretch].score:
            kept[stretch] = place
    return sorted(kept.values(), key=lambda place: (place.start_ms, place.word))
