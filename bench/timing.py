"""Accuracy of times, by their source: the text alone, anchors, or word timings.

    python bench/timing.py [--data DIR] [--save FILE] [--only PART] [--engine NAME] [--calls 0-4] [--situation NAME]
                           [--places N]

Truth is ``earnings22-words.jsonl.gz`` (calls, each word ``[text, start, end, speaker]`` in seconds, null if unknown),
``changelog-turns.jsonl.gz`` (podcasts with a time about every four minutes) and ``earnings21-asr.jsonl.gz`` (calls,
and what five engines heard: `engines`). Where there is no real ASR output, the truth is garbled like it, and the text
is the truth, edited as people do (`situations`). For recordings see `bench/audio.py`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import statistics
import sys
import time
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from engines import ENGINES, floor_of, read_calls
from garbling import Said, edit, garble, insert
from situations import SITUATIONS, places_of

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


# --- real ASR output, and situations ---------------------------------------------------------------------------------


class Off(NamedTuple):
    """How far a word is from its true time, in seconds, and whether its time is flagged as unsure."""

    seconds: float
    flagged: bool


_HEADS = (("words", 9), ("mean", 8), ("95%", 8), ("max", 9), ("floor", 8), ("unflagged", 11), ("max", 9),
          ("flagged", 9), (">1 s", 7), ("told", 7), ("s", 7))  # fmt: skip


def _head_line(title: str) -> str:
    return f"{title:40}" + "".join(f"{head:>{width}}" for head, width in _HEADS)


def _figures(name: str, off: Sequence[Off], floor: Sequence[float], seconds: float) -> str:
    """One line: of the words over 1 s off, ``told`` is the share that is flagged."""
    errors = sorted(one.seconds for one in off)
    sure = [one.seconds for one in off if not one.flagged]
    far = [one.flagged for one in off if one.seconds > 1]
    line = f"  {name}".ljust(40) + f"{len(off):9,}{statistics.fmean(errors):8.3f}"
    line += f"{errors[int(len(errors) * 0.95)]:8.3f}{errors[-1]:9.1f}"
    line += f"{statistics.fmean(floor):8.3f}" if floor else f"{'':8}"
    if len(sure) < len(off):
        line += f"{statistics.fmean(sure):11.3f}{max(sure):9.2f}{1 - len(sure) / len(off):9.2%}"
        line += f"{len(far):7,}{sum(far) / max(len(far), 1):7.1%}"
    else:
        line += f"{'':29}{len(far):7,}{'':7}"
    return f"{line}{seconds:7.2f}"


def engine_lines(path: Path, engines: Sequence[str], calls: range, compared: Sequence[str]) -> Iterator[str]:
    yield ""
    yield _head_line("from real ASR output (seconds off)")
    for engine in engines:
        all_calls = list(read_calls(path, engine, calls))
        floor = [one for call in all_calls for one in floor_of(call)]
        for method in compared:
            off: list[Off] = []
            start = time.process_time()
            try:
                for call in all_calls:
                    made = METHODS[method]([Said(text, 0, 0) for text in call.written], call.heard)
                    off += [Off(abs(made.starts[n] - true), n in made.flagged) for n, true in call.truth]
            except ImportError:
                continue
            yield _figures(f"{engine}, {method}", off, floor, time.process_time() - start)


def situation_lines(path: Path, names: Sequence[str], count: int, compared: Sequence[str]) -> Iterator[str]:
    calls = []
    for line in lines_of(path):
        known = [Said(*word[:3]) for word in json.loads(line)["words"] if word[1] is not None]
        if len(known) > 4000 and len(known) > 0.85 * len(json.loads(line)["words"]):
            calls.append(known)
    yield ""
    yield _head_line(f"{count} places of real calls each (seconds off)")
    for name in names:
        for method in compared:
            off: list[Off] = []
            spent = 0.0
            far = 0
            try:
                for words, chance in places_of(calls, count):
                    case = SITUATIONS[name](words, chance)
                    start = time.process_time()
                    made = METHODS[method](case.written, case.heard)
                    spent += time.process_time() - start
                    here = [
                        Off(abs(made.starts[n] - word.start), n in made.flagged)
                        for n, word in enumerate(case.written)
                        if word.start >= 0
                    ]
                    far += any(one.seconds > 5 and not one.flagged for one in here)
                    off += here
            except ImportError:
                continue
            more = f"{far:5}" if method == "captious" else ""
            yield _figures(f"{name}, {method}", off, (), spent) + more


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA, help="folder with the three files")
    parser.add_argument("--save", type=Path, help="also write the figures to this file")
    parser.add_argument("--only", choices=("text", "words", "engines", "situations"), help="only this part")
    parser.add_argument("--engine", choices=ENGINES, help="only this engine")
    parser.add_argument("--calls", default="0-9", help="numbers of the calls for the engines")
    parser.add_argument("--situation", choices=tuple(SITUATIONS), help="only this situation")
    parser.add_argument("--places", type=int, default=40, help="places for each situation")
    parser.add_argument("--alone", action="store_true", help="without the methods to compare with")
    given = parser.parse_args()
    if not (given.data / "earnings22-words.jsonl.gz").is_file():
        print("bench/timing.py: no data to measure on")
        return
    only = given.only or ("engines" if given.engine else "situations" if given.situation else None)
    first, _, last = given.calls.partition("-")
    calls = range(int(first), int(last or first) + 1)
    compared = ("captious",) if given.alone else ("captious", "rapidfuzz")
    words, asr = given.data / "earnings22-words.jsonl.gz", given.data / "earnings21-asr.jsonl.gz"
    parts: dict[str, Callable[[], Iterator[str]]] = {
        "text": lambda: text_lines(given.data),
        "words": lambda: word_lines(read_words(words)),
        "engines": lambda: engine_lines(asr, [given.engine] if given.engine else ENGINES, calls, compared),
        "situations": lambda: situation_lines(
            words, [given.situation] if given.situation else list(SITUATIONS), given.places, compared
        ),
    }
    lines: list[str] = []
    for name, part in parts.items():
        for line in part() if only in (None, name) else ():
            print(line, flush=True)
            lines.append(line)
    if given.save:
        given.save.parent.mkdir(parents=True, exist_ok=True)
        command = " ".join(["python", "bench/timing.py", *sys.argv[1:]])
        given.save.write_text(f"$ {command}\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
