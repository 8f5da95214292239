"""Accuracy of times, by their source: the text alone, anchors, or word timings.

    python bench/timing.py [--data DIR] [--save FILE]

Truth is ``earnings22-words.jsonl.gz`` (calls, each word ``[text, start, end, speaker]`` in seconds, null if unknown)
and ``changelog-turns.jsonl.gz`` (podcasts with a time about every four minutes). Word timings are the
truth, garbled like ASR output; the text is the truth, edited as people do. For recordings see `bench/audio.py`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import statistics
import time
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from garbling import Said, edit, garble, insert

from captious.errors import CaptiousError, TimingError
from captious.style import load_style
from captious.timing.align import align_word_times
from captious.timing.anchors import PlacedAnchor
from captious.timing.estimate import estimate_word_times
from captious.timing.holes import locate_holes
from captious.timing.matching import match
from captious.timing.parts import parts_of
from captious.transcripts.model import Word
from captious.word_timings.model import TimedWord, WordTrack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "timing"
SPEED = load_style("base").profile(format="srt", language="en").speed
PAUSE_S = 5.0


class Recording(NamedTuple):
    """Words of a recording, and those of them whose time is known: number and milliseconds."""

    words: list[Word]
    truth: list[tuple[int, int]]


def lines_of(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return file.readlines()


# --- the text alone, and anchors ------------------------------------------------------------------------------------


def podcasts(path: Path) -> Iterator[Recording]:
    for line in lines_of(path):
        data = json.loads(line)
        words: list[Word] = []
        turns: list[tuple[int, int, str]] = []
        offset = 0
        for _, text in data["turns"]:
            turns.append((len(words), offset, text))
            words += [Word(word, 1) for word in text.split()]
            offset += len(text)
        truth: list[tuple[int, int]] = []
        for turn, place, seconds in data["anchors"]:
            first, begin, text = turns[turn]
            word, ms = first + len(text[: max(place - begin, 0)].split()), round(seconds * 1000)
            if word < len(words) and (not truth or (word > truth[-1][0] and ms > truth[-1][1])):
                truth.append((word, ms))
        if len(truth) >= 6:
            yield Recording(words, truth)


def calls(path: Path) -> Iterator[Recording]:
    for line in lines_of(path):
        known = json.loads(line)["words"]
        words = [Word(word[0], 1) for word in known]
        truth: list[tuple[int, int]] = []
        for number, word in enumerate(known):
            if word[1] is not None and (not truth or word[1] * 1000 > truth[-1][1]):
                truth.append((number, round(word[1] * 1000)))
        yield Recording(words, truth)


def by_step(step: int) -> Callable[[Recording], set[int]]:
    return lambda recording: set(range(0, len(recording.truth), step))


def by_seconds(seconds: int) -> Callable[[Recording], set[int]]:
    def given(recording: Recording) -> set[int]:
        chosen, latest = set(), -(10**9)
        for number, (_, ms) in enumerate(recording.truth):
            if ms - latest >= seconds * 1000:
                chosen.add(number)
                latest = ms
        return chosen

    return given


def ends_only(_: Recording) -> set[int]:
    return set()


def from_text(recording: Recording, given: set[int]) -> list[float]:
    """Seconds of error at the times that were not given; the first and the last one always are."""
    truth = recording.truth
    given = given | {0, len(truth) - 1}
    first, last = truth[0], truth[-1]
    anchors = [
        PlacedAnchor(word - first[0], ms - first[1] + 1, True, 1)
        for number, (word, ms) in enumerate(truth)
        if number in given and number != len(truth) - 1
    ]
    part = recording.words[first[0] : last[0]]
    times = estimate_word_times(part, anchors=anchors, duration_ms=last[1] - first[1] + 1, speed=SPEED)
    return [
        abs(times.starts_ms[word - first[0]] - (ms - first[1])) / 1000
        for number, (word, ms) in enumerate(truth)
        if number not in given
    ]


def text_lines(data: Path) -> Iterator[str]:
    yield f"{'from the text (seconds off)':40}{'checked':>9}{'mean':>8}{'median':>8}{'95%':>8}{'max':>9}"
    sets = (
        ("podcasts", list(podcasts(data / "changelog-turns.jsonl.gz")), (
            ("duration only", ends_only), ("an anchor every 16 min", by_step(4)), ("an anchor every 8 min", by_step(2)),
        )),
        ("calls", list(calls(data / "earnings22-words.jsonl.gz")), (
            ("duration only", ends_only), ("an anchor every 60 s", by_seconds(60)),
            ("an anchor every 15 s", by_seconds(15)),
        )),
    )  # fmt: skip
    for title, recordings, ways in sets:
        for name, given in ways:
            off: list[float] = []
            for recording in recordings:
                try:
                    off += from_text(recording, given(recording))
                except CaptiousError:
                    continue  # its anchors contradict its text, so it says nothing about the estimate
            off.sort()
            yield (
                f"  {title}, {name}".ljust(40)
                + f"{len(off):9,}{statistics.fmean(off):8.2f}{off[len(off) // 2]:8.2f}"
                f"{off[int(len(off) * 0.95)]:8.2f}{off[-1]:9.1f}"
            )


# --- word timings ---------------------------------------------------------------------------------------------------


def read_words(path: Path) -> list[Said]:
    """The words of all recordings, one recording after the other."""
    words: list[Said] = []
    offset = 0.0
    for line in lines_of(path):
        known = [word for word in json.loads(line)["words"] if word[1] is not None]
        words += [Said(word[0], offset + word[1], offset + word[2]) for word in known]
        offset += known[-1][2] + PAUSE_S
    return words


class Aligned(NamedTuple):
    """Starts in seconds, how many words were matched, and which of the words are in a reported hole."""

    starts: list[float]
    found: int
    flagged: frozenset[int]


def ours(written: Sequence[Said], heard: Sequence[Said]) -> Aligned:
    timed = tuple(TimedWord(word.text, round(word.start * 1000), round(word.end * 1000)) for word in heard)
    times = align_word_times([Word(word.text, 1) for word in written], WordTrack("bench", timed), speed=SPEED)
    flagged = frozenset(n for n, sure in enumerate(times.confidences) if sure is not None and sure < 0.9)
    return Aligned([ms / 1000 for ms in times.starts_ms], len(times.anchored), flagged)


def interpolated(
    written: Sequence[Said], heard: Sequence[Said], blocks: Sequence[tuple[int, int, int]]
) -> Aligned:
    """Times of matched words; the others are interpolated."""
    one, two = parts_of(word.text for word in written), parts_of(word.text for word in heard)
    known: dict[int, float] = {}
    for left, right, size in blocks:
        for step in range(size):
            known.setdefault(one.owners[left + step], heard[two.owners[right + step]].start)
    numbers = sorted(known)
    starts = [known.get(number, 0.0) for number in range(len(written))]
    for here, there in pairwise(numbers):
        for number in range(here + 1, there):
            share = (number - here) / (there - here)
            starts[number] = known[here] + share * (known[there] - known[here])
    for number in range(numbers[0]):
        starts[number] = known[numbers[0]]
    for number in range(numbers[-1] + 1, len(written)):
        starts[number] = known[numbers[-1]]
    return Aligned(starts, len(known), frozenset())


def by_rapidfuzz(written: Sequence[Said], heard: Sequence[Said]) -> Aligned:
    from rapidfuzz.distance import Levenshtein

    one, two = parts_of(word.text for word in written), parts_of(word.text for word in heard)
    blocks = Levenshtein.opcodes(one.parts, two.parts).as_matching_blocks()
    return interpolated(written, heard, [(block.a, block.b, block.size) for block in blocks])


def by_difflib(written: Sequence[Said], heard: Sequence[Said]) -> Aligned:
    one, two = parts_of(word.text for word in written), parts_of(word.text for word in heard)
    blocks = SequenceMatcher(None, one.parts, two.parts, autojunk=False).get_matching_blocks()
    return interpolated(written, heard, [(block.a, block.b, block.size) for block in blocks])


METHODS: dict[str, Callable[[Sequence[Said], Sequence[Said]], Aligned]] = {
    "captious": ours, "rapidfuzz": by_rapidfuzz, "difflib": by_difflib
}  # fmt: skip


def never_heard(written: Sequence[Said], heard: Sequence[Said]) -> frozenset[int]:
    """The words of the text in holes that are reported to the user."""
    one, two = parts_of(word.text for word in written), parts_of(word.text for word in heard)
    timed = [TimedWord(word.text, round(word.start * 1000), round(word.end * 1000)) for word in heard]
    holes = locate_holes(match(one.parts, two.parts), one, two, timed)
    return frozenset(n for hole in holes if hole.kind != "uncaptioned" for n in range(*hole.words))


def word_lines(words: Sequence[Said]) -> Iterator[str]:
    chance = random.Random(5)  # noqa: S311 - the same every time
    some, spot = words[:10_000], words[20_000:20_150]
    read_often = insert(some, spot, {1000, 3000, 5000, 8000})
    swapped = [*some[:3000], *some[3200:3400], *some[3000:3200], *some[3400:]]
    cases = [
        (f"{rate:.0%} garbled", garble(some, rate, chance), edit(some, chance)) for rate in (0.1, 0.2, 0.45)
    ]
    cases += [
        ("a spot read 4 times, 3 in the text", garble(read_often, 0.15, chance),
         edit(read_often[:5300] + read_often[5450:], chance)),
        ("600 words in the audio only", garble(some, 0.15, chance), edit([*some[:4000], *some[4600:]], chance)),
        ("300 words in the text only", garble([*some[:4000], *some[4300:]], 0.15, chance), edit(some, chance)),
        ("two passages of 200 words swapped", garble(some, 0.15, chance), edit(swapped, chance)),
        ("20% garbled, all words", garble(words, 0.2, chance), edit(words, chance)),
    ]  # fmt: skip
    heads = ("words", "found", "mean", "median", "95%", "max", "unflagged", "s")
    yield ""
    yield f"{'from word timings (seconds off)':48}" + "".join(
        f"{head:>{width}}" for head, width in zip(heads, (9, 8, 8, 8, 8, 9, 11, 8), strict=True)
    )
    for name, heard, written in cases:
        holes = never_heard(written, heard)
        for method, align in METHODS.items():
            if method == "difflib" and len(written) > 20_000:
                continue  # minutes
            start = time.process_time()
            try:
                made = align(written, heard)
            except ImportError:
                continue
            seconds = time.process_time() - start
            # a word that was never said has no true time
            off = [
                (abs(made.starts[n] - word.start), n in made.flagged)
                for n, word in enumerate(written)
                if n not in holes
            ]
            errors = sorted(error for error, _ in off)
            sure = max((error for error, flagged in off if not flagged), default=0.0)
            count = len(errors)
            yield (
                f"  {name}, {method}".ljust(48) + f"{count:9,}{made.found / len(written):8.1%}"
                f"{sum(errors) / count:8.3f}{errors[count // 2]:8.3f}{errors[int(count * 0.95)]:8.2f}{errors[-1]:9.1f}"
                + (f"{sure:11.2f}" if method == "captious" else f"{'':11}")
                + f"{seconds:8.2f}"
            )
    other = garble(words[40_000:50_000], 0.15, chance)
    try:
        ours(edit(some, chance), other)
    except TimingError as error:
        yield f"  another recording: {error.message}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with the two files")
    parser.add_argument("--save", type=Path, help="also write the figures to this file")
    given = parser.parse_args()
    if not (given.data / "earnings22-words.jsonl.gz").is_file():
        print("bench/timing.py: no data to measure on")
        return
    lines = [*text_lines(given.data)]
    print("\n".join(lines), flush=True)
    for line in word_lines(read_words(given.data / "earnings22-words.jsonl.gz")):
        print(line, flush=True)
        lines.append(line)
    if given.save:
        given.save.parent.mkdir(parents=True, exist_ok=True)
        given.save.write_text("$ python bench/timing.py\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
