"""Accuracy of chapters, on episodes joined from others, whose joins are known.

Six parts of five minutes from six episodes of The Changelog, one after another, as often as there are episodes; the
first half of the episodes for choosing the parameters of `captious.episode.topics` and `chapters`, the second for
measuring. The score: of the five joins, how many begin a chapter, and how many have one within 15 seconds; beside it,
words in common alone, turns and openings alone, and chapters of even length.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from captious.episode import chapters, topics
from captious.episode.model import EpisodeWord, Speech
from captious.episode.paragraphs import cut_into_paragraphs
from captious.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "timing" / "changelog-turns.jsonl.gz"
PARTS = 6
PART_WORDS = 850
WORD_MS = 353
"""Five minutes at 170 words a minute."""

Turns = list[tuple[str, list[str]]]


def main() -> int:
    if not DATA.is_file():
        print(f"no data at {DATA}", file=sys.stderr)
        return 0
    with gzip.open(DATA, "rt", encoding="utf-8") as file:
        episodes = [json.loads(line) for line in file]
    episodes = [each for each in episodes if each.get("lang", "en") == "en"]
    half = len(episodes) // 2
    for name, some in (("chosen on", episodes[:half]), ("measured on", episodes[half:])):
        shows = [joined(some, seed) for seed in range(len(some))]
        joins = sum(len(where) for _, where in shows)
        print(f"{name} {len(some)} episodes: {len(shows)} joined shows, {joins} joins")
        for title, find in (
            ("captious", found),
            ("words in common alone", words_alone),
            ("turns and openings alone", turns_alone),
            ("even lengths", even),
        ):
            start = time.perf_counter()
            hits = near = chosen = 0
            for speeches, where in shows:
                starts = find(speeches)
                chosen += len(starts)
                hits += len(where & set(starts))
                near += sum(any(abs(start - join) * WORD_MS <= 15_000 for start in starts) for join in where)
            took = (time.perf_counter() - start) / len(shows)
            print(
                f"  {title:<26} {100 * hits / joins:5.1f}% of the joins, {100 * near / joins:5.1f}% within 15 s, "
                f"{chosen / len(shows):.1f} chapters begun, {took:.2f} s a show"
            )
    return 0


def joined(episodes: Sequence[dict[str, object]], seed: int) -> tuple[tuple[Speech, ...], set[int]]:
    """A show of parts of other shows, and the number of the first word of each part but the first."""
    choice = random.Random(seed)  # noqa: S311 - no secret
    lexicon = load_lexicon("en")
    speeches: list[Speech] = []
    where: set[int] = set()
    at = 0
    for episode in choice.sample(list(episodes), PARTS):
        turns: Turns = [(speaker, text.split()) for speaker, text in episode["turns"]]  # type: ignore[union-attr]
        turns = [turn for turn in turns if turn[1]]
        first = choice.randrange(len(turns) // 4, max(len(turns) // 2, len(turns) // 4 + 1))
        if at:
            where.add(at)
        taken = 0
        for speaker, words in turns[first:]:
            if taken >= PART_WORDS:
                break
            said = [EpisodeWord(word, (at + number) * WORD_MS) for number, word in enumerate(words)]
            # hosts and guests, not names: a new name would give the join away
            role = "host" if speaker == turns[0][0] else "guest"
            speeches.append(Speech(role, cut_into_paragraphs(said, lexicon)))
            at += len(words)
            taken += len(words)
    return tuple(speeches), where


def _length(speeches: Sequence[Speech]) -> int:
    return sum(len(paragraph.words) for speech in speeches for paragraph in speech.paragraphs)


def found(speeches: Sequence[Speech]) -> list[int]:
    made = chapters.find_chapters(
        speeches, lexicon=load_lexicon("en"), language="en", duration_ms=_length(speeches) * WORD_MS
    )
    return [word for _, word in made if word]


def _with(
    name: str, value: object, find: Callable[[Sequence[Speech]], list[int]]
) -> Callable[[Sequence[Speech]], list[int]]:
    def changed(speeches: Sequence[Speech]) -> list[int]:
        kept = getattr(topics, name)
        setattr(topics, name, value)
        try:
            return find(speeches)
        finally:
            setattr(topics, name, kept)

    return changed


words_alone = found
for _name in ("OPENER", "OPENER_NEXT", "QUESTION", "ANSWER", "BEFORE", "TURN"):
    words_alone = _with(_name, 0.0, words_alone)
turns_alone = _with("COMMON_WIDE", 0.0, _with("COMMON_NEAR", 0.0, found))


def even(speeches: Sequence[Speech]) -> list[int]:
    starts = []
    at = 0
    for speech in speeches:
        for paragraph in speech.paragraphs:
            starts.append(at)
            at += len(paragraph.words)
    return [
        min(starts, key=lambda start, part=part: abs(start - at * part / PARTS)) for part in range(1, PARTS)
    ]


if __name__ == "__main__":
    sys.exit(main())
