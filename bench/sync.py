"""How well the clock of other captions is found, beside ffsubsync.

    python bench/sync.py [--third] [--kinds offset,rate,cut,cuts] [--unrelated N] [--hours N] [--ffsubsync PATH]

Pairs of captions of one recording in two languages, segmented independently; one of them is disturbed by an offset, a
frame rate and cuts with fixed seeds, and retimed like the other.  A cue is right within 0.3 s of the time it had, or
of that plus the steady lag between the two files.  A file that is accepted with a median error of half a second or
more is wrong.  The constants were chosen on two thirds of the pairs; --third measures the others alone.  Hours are
several pairs one after the other, with three cuts, for the speed.  ffsubsync gets the same files if it is installed;
it has no way to refuse a file.  The pairs are kept outside of the repository; without them, nothing is measured.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import re
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from captious.errors import TimingError
from captious.rhythm.matching import ClockMatch, match_clocks, refuse_unlike
from captious.rhythm.pattern import make_cues

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

WILD = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "wild"
KINDS = ("offset", "rate", "cut", "cuts")
HOUR_MS = 3_600_000
RIGHT_MS = 300
WRONG_MS = 500
Row = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file.

    Args:
        accepted: whether a clock was found.
        right: share of its cues that are right.
        median: its median error in milliseconds.
        seconds: what it took of the processor.
        weak: whether the two files of the pair agree little.
    """

    accepted: bool
    right: float
    median: float
    seconds: float
    weak: bool


def load(folder: Path) -> tuple[list[dict[str, Any]], Any]:
    """The pairs with their texts, and the module that disturbs them."""
    spec = importlib.util.spec_from_file_location("disturb", WILD / "disturb.py")
    assert spec is not None  # noqa: S101
    assert spec.loader is not None  # noqa: S101
    disturb = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(disturb)
    with tarfile.open(WILD / "pairs.tar.xz") as archive:
        archive.extractall(folder, filter="data")
    listed = json.loads((folder / "pairs" / "pairs.json").read_text(encoding="utf-8"))
    pairs = listed if isinstance(listed, list) else listed["pairs"]
    for number, pair in enumerate(pairs):
        pair["number"] = number
        pair["texts"] = [disturb.read(folder / "pairs" / name) for name in pair["files"]]
    return pairs, disturb


def rows_of(text: str, disturb: Any) -> list[Row]:
    """Start, end and text of each cue."""
    return [
        (disturb.ms(found.groups()[1:5]), disturb.ms(found.groups()[6:10]), block[found.end() :].strip())
        for block in re.split(r"\n[ \t]*\n", text)
        for found in disturb.LINE.finditer(block)
    ]


def by_captious(rows: Sequence[Row], reference: Sequence[Row]) -> list[float] | None:
    """The new starts; ``None`` if the files are refused."""
    target, other = make_cues(rows), make_cues(reference)
    try:
        found: ClockMatch = match_clocks(target, other)
        refuse_unlike(found, target, other, name="the reference")
    except TimingError:
        return None
    return [found.times(start, end)[0] for start, end, _ in rows]


def by_ffsubsync(program: str, options: Sequence[str]) -> Callable[[Sequence[Row], Sequence[Row]], Any]:
    """A function like `by_captious` that runs ffsubsync."""

    def run(rows: Sequence[Row], reference: Sequence[Row]) -> list[float] | None:
        with tempfile.TemporaryDirectory() as name:
            here, there, made = (Path(name) / one for one in ("target.srt", "reference.srt", "made.srt"))
            here.write_text(srt(rows), encoding="utf-8")
            there.write_text(srt(reference), encoding="utf-8")
            done = subprocess.run(
                [program, there, "-i", here, "-o", made, *options], capture_output=True, check=False
            )
            if done.returncode or not made.exists():
                return None
            stamps = re.findall(r"(\d+):(\d+):(\d+),(\d+) -->", made.read_text(encoding="utf-8"))
            return [((int(h) * 60 + int(m)) * 60 + int(s)) * 1000.0 + int(ms) for h, m, s, ms in stamps]

    return run


def srt(rows: Sequence[Row]) -> str:
    """The cues as SubRip, with a word for each text: ffsubsync looks at times only."""

    def clock(ms: int) -> str:
        return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02},{ms % 1000:03}"

    return "\n".join(
        f"{number}\n{clock(start)} --> {clock(end)}\nword {number}\n"
        for number, (start, end, _) in enumerate(rows, 1)
    )


def outcomes(pairs: Sequence[Any], disturb: Any, kind: str, tool: Callable[..., Any]) -> Iterator[Outcome]:
    """Each pair once, disturbed in a way of its own; its sides take turns."""
    for pair in pairs:
        side = (pair["number"] + KINDS.index(kind)) % 2
        text = pair["texts"][side]
        seed = 1000 * KINDS.index(kind) + pair["number"]
        offset, rate, cuts = disturb.plan(kind, seed, disturb.cues(text))
        changed, truth = disturb.disturb(text, offset, rate, cuts)
        rows, reference = rows_of(changed, disturb), rows_of(pair["texts"][1 - side], disturb)
        began = time.process_time(), time.perf_counter()
        starts = tool(rows, reference)
        cpu, wall = time.process_time() - began[0], time.perf_counter() - began[1]
        seconds = cpu if tool is by_captious else wall
        if starts is None or len(starts) != len(truth):
            yield Outcome(starts is not None, 0.0, float("inf"), seconds, pair["weak"])
            continue
        lag = (pair["lag"] if side == 0 else -pair["lag"]) * 1000
        errors = [
            min(abs(start - was), abs(start - was - lag))
            for start, (_, was, _) in zip(starts, truth, strict=True)
        ]
        right = sum(error <= RIGHT_MS for error in errors) / len(errors)
        yield Outcome(True, right, statistics.median(errors), seconds, pair["weak"])


def report(name: str, made: Sequence[Outcome]) -> tuple[int, int]:
    """Print a line, and give the numbers of files and of wrong ones."""
    strong = [one for one in made if not one.weak]
    accepted = [one for one in strong if one.accepted]
    wrong = sum(one.accepted and one.median >= WRONG_MS for one in made)
    right = statistics.mean(one.right for one in accepted) if accepted else 0.0
    print(
        f"{name:<22} {len(accepted):3} of {len(strong):3} accepted ({len(accepted) / len(strong):6.1%}), "
        f"{right:6.1%} of their cues within 0.3 s, {wrong} wrong of {len(made)}, "
        f"{statistics.mean(one.seconds for one in made):.3f} s a file (median "
        f"{statistics.median(one.seconds for one in made):.3f})",
        flush=True,
    )
    return len(made), wrong


def recording(pair: Any) -> set[str]:
    """What tells the recording of a pair: its paths without the language."""
    return {re.sub(r"^.*?(\d{4}/\d+).*$", r"\1", path) for path in pair["paths"]}


def unrelated(pairs: Sequence[Any], disturb: Any, number: int, tool: Callable[..., Any], name: str) -> None:
    """Files of two recordings, which must be refused."""
    chance = random.Random(18)  # noqa: S311 - a fixed choice
    refused = tried = 0
    seconds = 0.0
    while tried < number:
        one, other = chance.sample(list(pairs), 2)
        here, there = one["texts"][chance.randrange(2)], other["texts"][chance.randrange(2)]
        # some pairs are of the same recording, and some files are there twice
        if recording(one) & recording(other) or here == there or abs(one["seconds"] - other["seconds"]) < 3:
            continue
        if {*one["texts"]} & {*other["texts"]}:
            continue
        tried += 1
        began = time.process_time(), time.perf_counter()
        refused += tool(rows_of(here, disturb), rows_of(there, disturb)) is None
        ended = time.process_time(), time.perf_counter()
        seconds += ended[0] - began[0] if tool is by_captious else ended[1] - began[1]
    print(
        f"{f'{name}, unrelated':<22} {refused:3} of {tried:3} refused ({refused / tried:6.1%}), "
        f"{seconds / tried:.3f} s a file",
        flush=True,
    )


def hours(pairs: Sequence[Any], disturb: Any, number: int, tool: Callable[..., Any], name: str) -> None:
    """Files of an hour with three cuts, made of several pairs in two languages one after the other."""
    chance = random.Random(19)  # noqa: S311 - a fixed choice
    strong = [pair for pair in pairs if not pair["weak"]]
    right, seconds, cues, refused = [], [], 0, 0
    for _ in range(number):
        rows: list[Row] = []
        reference: list[Row] = []
        at = 0
        for pair in chance.sample(strong, len(strong)):
            mine, theirs = (rows_of(text, disturb) for text in pair["texts"])
            rows += [(start + at, end + at, said) for start, end, said in mine]
            reference += [(start + at, end + at, said) for start, end, said in theirs]
            at += max(row[1] for row in (*mine, *theirs)) + 5_000
            if at >= HOUR_MS:
                break
        cuts = [(at / 4000 * step, chance.uniform(6, 25)) for step in (1, 2, 3)]
        changed, truth = disturb.disturb(srt(rows), chance.uniform(5, 50), Fraction(1), cuts)
        moved = rows_of(changed, disturb)
        moved = [
            (start, end, rows[place][2]) for (start, end, _), (place, *_) in zip(moved, truth, strict=True)
        ]
        began = time.process_time(), time.perf_counter()
        starts = tool(moved, reference)
        ended = time.process_time(), time.perf_counter()
        seconds.append(ended[0] - began[0] if tool is by_captious else ended[1] - began[1])
        cues += len(moved)
        refused += starts is None
        if starts is None or len(starts) != len(truth):
            right.append(0.0)
            continue
        errors = [abs(start - was) for start, (_, was, _) in zip(starts, truth, strict=True)]
        right.append(sum(error <= WRONG_MS for error in errors) / len(errors))
    print(
        f"{f'{name}, an hour, 3 cuts':<28} {number} files of {cues // max(number, 1):,} cues on average, "
        f"{refused} refused, {statistics.mean(right):6.1%} of them within 0.5 s, "
        f"{statistics.mean(seconds):.2f} s a file (at most {max(seconds):.2f})",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--third", action="store_true", help="only the pairs that no constant was chosen on")
    parser.add_argument("--unrelated", type=int, default=200, help="number of unrelated files")
    parser.add_argument("--kinds", default=",".join(KINDS), help="ways to disturb a file")
    parser.add_argument("--hours", type=int, default=5, help="number of files of an hour with cuts")
    parser.add_argument("--only", default="captious,ffsubsync", help="what to measure")
    parser.add_argument(
        "--ffsubsync", default=shutil.which("ffsubsync") or "", help="the program, if not on the path"
    )
    options = parser.parse_args()
    if not (WILD / "pairs.tar.xz").exists():
        sys.exit(f"nothing to measure: {WILD} is not there")
    with tempfile.TemporaryDirectory() as folder:
        pairs, disturb = load(Path(folder))
    if options.third:
        pairs = [pair for pair in pairs if pair["number"] % 3 == 2]
    print(f"{len(pairs)} pairs, {sum(not pair['weak'] for pair in pairs)} of them not weak")
    wanted = options.only.split(",")
    tools: list[tuple[str, Callable[..., Any]]] = []
    if "captious" in wanted:
        tools.append(("captious", by_captious))
    if "ffsubsync" in wanted and options.ffsubsync:
        tools.append(("ffsubsync", by_ffsubsync(options.ffsubsync, ())))
    elif "ffsubsync" in wanted:
        print("ffsubsync is left out: it is not installed (pip install ffsubsync, or --ffsubsync PATH)")
    for name, tool in tools:
        kinds = [kind for kind in KINDS if kind in options.kinds.split(",")]
        counts = [report(f"{name}, {kind}", list(outcomes(pairs, disturb, kind, tool))) for kind in kinds]
        print(f"{name}: {sum(wrong for _, wrong in counts)} wrong of {sum(files for files, _ in counts)}")
        if options.unrelated:
            unrelated(pairs, disturb, options.unrelated, tool, name)
        if options.hours:
            hours(pairs, disturb, options.hours, tool, name)


if __name__ == "__main__":
    main()
