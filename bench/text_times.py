"""Times from the text alone, beside plain characters: what words and pauses cost.

    python bench/text_times.py [--learn] [--data DIR] [--save FILE]

The constants of `captious.timing.pauses` are learned on every second recording of two sets and judged on the others:
``changelog-turns.jsonl.gz`` (podcasts with a time about every four minutes) and ``earnings22-words.jsonl.gz`` (calls).
--learn tries a grid of them on the first half; the rest prints what they are worth on the second, between known times
15 s to an hour apart. Where pairs of captions in two languages are at hand, other languages follow, with the captions
as the lines of the text.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import sync

from captious.timing.estimate import word_cost
from captious.timing.pauses import (
    CLAUSE_PAUSE,
    LETTERS_FADE_MS,
    LETTERS_SHARE,
    PAUSES_FADE_MS,
    SENTENCE_PAUSE,
    faded,
    measure_letters,
    measure_pauses,
)
from captious.transcripts.model import Word
from timing import DATA, calls, podcasts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timing import Recording

FEWEST_CUES = 80
SHARES, SENTENCES, CLAUSES, FADES = (
    (0.0, 0.2, 0.4, 0.6),
    (0, 1, 2, 3),
    (0, 0.4, 0.7, 1.2),
    (120, 240, 480, 10**6),
)


class Measured(NamedTuple):
    """One recording: running totals at the words whose time is known, and those times in milliseconds."""

    characters: np.ndarray
    syllables: np.ndarray
    letters: np.ndarray
    sentences: np.ndarray
    clauses: np.ndarray
    pauses: np.ndarray
    truth: np.ndarray


def measured(recording: Recording) -> Measured:
    words = recording.words
    syllables = [word_cost(word) for word in words]
    pauses = np.array(measure_pauses(words))
    known = [number for number, _ in recording.truth]

    def totals(values: Iterable[float]) -> np.ndarray:
        return np.concatenate([[0.0], np.cumsum(list(values))])[known]

    return Measured(
        totals(len(word.text) + 1 for word in words),
        totals(syllables),
        totals(measure_letters(words, syllables)),
        totals(pauses >= SENTENCE_PAUSE),
        totals((pauses > 0) & (pauses < SENTENCE_PAUSE)),
        totals(pauses),
        np.array([ms for _, ms in recording.truth], float),
    )


def off(recording: Measured, given: set[int], cost: Callable[[slice, float], np.ndarray]) -> np.ndarray:
    """Seconds of error at the times that were not given; the first and the last one always are."""
    truth = recording.truth
    known = sorted(given | {0, len(truth) - 1})
    errors = []
    for here, there in itertools.pairwise(known):
        if there - here < 2:
            continue
        part = cost(slice(here, there + 1), truth[there] - truth[here])
        part = part - part[0]
        made = truth[here] + (truth[there] - truth[here]) * (part / part[-1] if part[-1] else part)
        errors.append(np.abs(made - truth[here : there + 1])[1:-1] / 1000)
    return np.concatenate(errors) if errors else np.zeros(0)


def by_step(step: int) -> Callable[[Measured], set[int]]:
    return lambda recording: set(range(0, len(recording.truth), step))


def by_seconds(seconds: int) -> Callable[[Measured], set[int]]:
    def given(recording: Measured) -> set[int]:
        chosen, latest = set(), -1e9
        for number, ms in enumerate(recording.truth):
            if ms - latest >= seconds * 1000:
                chosen.add(number)
                latest = ms
        return chosen

    return given


def ends_only(_: Measured) -> set[int]:
    return set()


WAYS: tuple[tuple[str, str, Callable[[Measured], set[int]]], ...] = (
    ("podcasts", "the length alone", ends_only), ("podcasts", "a time every 16 min", by_step(4)),
    ("podcasts", "a time every 8 min", by_step(2)), ("calls", "the length alone", ends_only),
    ("calls", "a time a minute", by_seconds(60)), ("calls", "a time every 15 s", by_seconds(15)),
)  # fmt: skip

Cost = "Callable[[Measured], Callable[[slice, float], np.ndarray]]"


def characters(recording: Measured) -> Callable[[slice, float], np.ndarray]:
    return lambda part, _: recording.characters[part]


def priced(
    recording: Measured, share: float, letters_ms: float, pauses: np.ndarray, pauses_ms: float
) -> Callable[[slice, float], np.ndarray]:
    def cost(part: slice, ms: float) -> np.ndarray:
        by_letters = share * faded(ms, letters_ms)
        words = (1 - by_letters) * recording.syllables[part] + by_letters * recording.letters[part]
        made: np.ndarray = words + faded(ms, pauses_ms) * pauses[part]
        return made

    return cost


def product(recording: Measured) -> Callable[[slice, float], np.ndarray]:
    return priced(recording, LETTERS_SHARE, LETTERS_FADE_MS, recording.pauses, PAUSES_FADE_MS)


def tried(share: float, sentence: float, clause: float, fade_s: float) -> Cost:  # type: ignore[valid-type]
    def cost(recording: Measured) -> Callable[[slice, float], np.ndarray]:
        pauses = sentence * recording.sentences + clause * recording.clauses
        return priced(recording, share, LETTERS_FADE_MS, pauses, fade_s * 1000)

    return cost


def figures(
    recordings: Iterable[Measured],
    given: Callable[[Measured], set[int]],
    cost: Cost,  # type: ignore[valid-type]
) -> tuple[float, float, float, int]:
    """Mean, median, what nine of ten are within, and how many."""
    errors = np.concatenate([off(one, given(one), cost(one)) for one in recordings])
    return float(errors.mean()), float(np.median(errors)), float(np.quantile(errors, 0.9)), len(errors)


def row(name: str, recordings: list[Measured], given: Callable[[Measured], set[int]]) -> str:
    plain, ours = figures(recordings, given, characters), figures(recordings, given, product)
    return f"  {name:<32}{ours[3]:9,}" + "".join(f"{value:9.2f}" for value in (*plain[:3], *ours[:3]))


def head(title: str) -> str:
    return f"{title:<34}{'times':>9}" + "".join(f"{one:>9}" for one in ("mean", "median", "90%") * 2)


def judged(sets: dict[str, list[Measured]]) -> Iterator[str]:
    yield f"{'seconds off, on the half nothing was learned on':<43}{'characters':>27}{'captious':>27}"
    yield head("")
    for name, way, given in WAYS:
        yield row(f"{name}, {way}", sets[name][1::2], given)


def learned(sets: dict[str, list[Measured]]) -> Iterator[str]:
    """The best of a grid on the first half, by the errors against those of characters."""
    base = {(name, way): figures(sets[name][::2], given, characters) for name, way, given in WAYS}
    found = []
    for chosen in itertools.product(SHARES, SENTENCES, CLAUSES, FADES):
        cost = tried(*chosen)
        ratios = []
        for name, way, given in WAYS:
            mean, middle, *_ = figures(sets[name][::2], given, cost)
            ratios.append((mean / base[name, way][0] + middle / base[name, way][1]) / 2)
        found.append((sum(ratios) / len(ratios), max(ratios), chosen))
    yield f"{'letters':>9}{'sentence':>9}{'clause':>9}{'fade s':>9}{'errors':>9}{'worst':>9}  (1 = characters, on the learned half)"  # noqa: E501
    for mean, worst, (share, sentence, clause, fade) in sorted(found)[:8]:
        yield f"{share:9}{sentence:9}{clause:9}{fade:9}{mean:9.3f}{worst:9.3f}"
    yield f"in use: {LETTERS_SHARE}, {SENTENCE_PAUSE}, {CLAUSE_PAUSE}, {PAUSES_FADE_MS // 1000}"


class Captions(NamedTuple):
    """Words of captions, and the number and the time of the first one in each."""

    words: list[Word]
    truth: list[tuple[int, int]]


def other_languages() -> Iterator[str]:
    if not (sync.WILD / "pairs.tar.xz").exists():
        return
    with tempfile.TemporaryDirectory() as folder:
        pairs, disturb = sync.load(Path(folder))
    by_language: dict[str, dict[str, list[Measured]]] = {}
    for pair in pairs:
        for language, text in zip(pair["languages"], pair["texts"], strict=True):
            rows = sync.rows_of(text, disturb)
            for kind in ("one line", "lines"):
                captions = Captions([], [])
                for number, (start, _, said) in enumerate(rows):
                    if said.split() and (not captions.truth or start > captions.truth[-1][1]):
                        captions.truth.append((len(captions.words), start))
                    captions.words.extend(
                        Word(word, number + 1 if kind == "lines" else 1) for word in said.split()
                    )
                if len(captions.truth) >= FEWEST_CUES:
                    by_language.setdefault(str(language), {}).setdefault(kind, []).append(measured(captions))  # type: ignore[arg-type]
    yield head("captions, a time a minute")
    for language, kinds in sorted(by_language.items()):
        for kind, recordings in kinds.items():
            yield row(f"{language}, {len(recordings)} files, {kind}", recordings, by_seconds(60))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--learn", action="store_true", help="try a grid of constants first")
    parser.add_argument("--data", type=Path, default=DATA, help="folder with the two files")
    parser.add_argument("--save", type=Path, help="also write the figures to this file")
    given = parser.parse_args()
    if not (given.data / "earnings22-words.jsonl.gz").is_file():
        sys.exit("bench/text_times.py: no data to measure on")
    sets = {
        "podcasts": [measured(one) for one in podcasts(given.data / "changelog-turns.jsonl.gz")],
        "calls": [measured(one) for one in calls(given.data / "earnings22-words.jsonl.gz")],
    }
    lines: list[str] = []
    for line in (*(learned(sets) if given.learn else ()), *judged(sets), *other_languages()):
        print(line, flush=True)
        lines.append(line)
    if given.save:
        command = f"$ python bench/text_times.py{' --learn' if given.learn else ''}"
        given.save.write_text("\n".join([command, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
