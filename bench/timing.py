"""How far estimated word times are off, measured at times that were not given.

    python bench/timing.py TURNS.jsonl.gz

Each line of the file is one recording: ``turns`` (speaker, text) and ``anchors`` (turn, character offset in the
turn's text counted over the recording, seconds). Some anchors are given to the estimate, the error is measured at
the others. With the first and the last known, the rest is "duration only".
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics

from captious.errors import CaptiousError
from captious.style import load_style
from captious.timing.anchors import Knot
from captious.timing.estimate import estimate_word_times
from captious.transcript.model import Word

SPEED = load_style("base").profile(format="srt", language="en").speed


def knots_of(recording: dict) -> tuple[list[Word], list[Knot]]:
    words: list[Word] = []
    first_word: list[int] = []
    for _, text in recording["turns"]:
        first_word.append(len(words))
        words += [Word(word, 1) for word in text.split()]
    starts = [0]
    for _, text in recording["turns"]:
        starts.append(starts[-1] + len(text))
    knots = []
    for turn, offset, seconds in recording["anchors"]:
        inside = max(offset - starts[turn], 0)
        text = recording["turns"][turn][1]
        word = first_word[turn] + len(text[:inside].split())
        if word < len(words) and (
            not knots or (word > knots[-1].word and seconds * 1000 > knots[-1].time_ms)
        ):
            knots.append(Knot(word, round(seconds * 1000), True, 1))
    return words, knots


def errors(words: list[Word], knots: list[Knot], step: int | None) -> list[float]:
    """Seconds of error at the knots that were held back; ``step`` = give every so-manieth, None = only the ends."""
    given = {0, len(knots) - 1} | (set(range(0, len(knots), step)) if step else set())
    first, last = knots[0], knots[-1]
    part = words[first.word : last.word]
    shown = [
        Knot(knot.word - first.word, knot.time_ms - first.time_ms + 1, True, 1)
        for number, knot in enumerate(knots)
        if number in given and knot is not last
    ]
    times = estimate_word_times(part, knots=shown, duration_ms=last.time_ms - first.time_ms + 1, speed=SPEED)
    return [
        abs(times.starts_ms[knot.word - first.word] - (knot.time_ms - first.time_ms)) / 1000
        for number, knot in enumerate(knots)
        if number not in given
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument(
        "file", nargs="?", help="recordings with anchors; without it there is nothing to measure"
    )
    arguments = parser.parse_args()
    if arguments.file is None:
        print("bench/timing.py: give a file of recordings with anchors to measure on")
        return
    with gzip.open(arguments.file, "rt", encoding="utf-8") as lines:
        recordings = [knots_of(json.loads(line)) for line in lines]
    print(f"{'given':<28} {'recordings':>10} {'times':>6} {'mean':>7} {'median':>7} {'p90':>7}  (seconds)")
    for name, step in (("duration only", None), ("every fourth anchor", 4), ("every second anchor", 2)):
        per_file = []
        for words, knots in recordings:
            if len(knots) < 6:
                continue
            try:
                per_file.append(errors(words, knots, step))
            except (
                CaptiousError
            ) as error:  # a recording whose anchors contradict its text tells nothing of the estimate
                print(f"  left out: {error}")
        off = sorted(value for values in per_file for value in values)
        p90 = off[int(len(off) * 0.9)]
        print(f"{name:<28} {len(per_file):>10} {len(off):>6} {statistics.fmean(off):>7.2f} "
              f"{statistics.median(off):>7.2f} {p90:>7.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
