"""Speed of checking: every default rule over 100,000 cues beside pysubs2 only parsing them, and one small file.

python bench/check.py
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import captious
from captious.core.clock import srt_time
from captious.style import load_style

ROOT = Path(__file__).resolve().parents[1]
CUES = 100_000
RUNS = 3

CHECK = """
import resource, sys, time
start = time.perf_counter()
from captious.checks.settings import CheckSettings, check_reading
from captious.formats.documents import read_document
from captious.style import load_style
reading = read_document(sys.argv[1])
read = time.perf_counter()
found = check_reading(reading, CheckSettings(load_style("youtube"), language="en"), path=sys.argv[1])
end = time.perf_counter()
print(end - start, end - read, len(found), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
PARSE = """
import resource, sys, time
start = time.perf_counter()
import pysubs2
pysubs2.load(sys.argv[1], encoding="utf-8")
print(time.perf_counter() - start, 0, 0, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def write_long_file(path: Path) -> None:
    """The seed's captions over and over, each time later."""
    (seed,) = (ROOT / "seeds").glob("*.txt")
    document = captious.caption(seed.read_text(encoding="utf-8"), style="youtube", duration_ms=4_101_000)
    length = document.cues[-1].end_ms + 1000
    with path.open("w", encoding="utf-8", newline="") as file:
        for number in range(CUES):
            turn, place = divmod(number, len(document.cues))
            cue = document.cues[place]
            start, end = cue.start_ms + turn * length, cue.end_ms + turn * length
            file.write(f"{number + 1}\n{srt_time(start)} --> {srt_time(end)}\n{cue.text}\n\n")


def measure(code: str, path: Path) -> list[float]:
    runs = []
    for _ in range(RUNS):
        done = subprocess.run(
            [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
        )
        runs.append([float(part) for part in done.stdout.split()])
    return [statistics.median(column) for column in zip(*runs, strict=True)]


def wall(command: list[str]) -> float:
    seconds = []
    for _ in range(15):
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def main() -> None:
    load_style("base")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.srt"
        write_long_file(path)
        whole, rules, found, peak = measure(CHECK, path)
        parsed, _, _, parser_peak = measure(PARSE, path)
        print(
            f"{CUES:,} cues, {path.stat().st_size / 1e6:.1f} MB, medians of {RUNS} runs, each in a process of its own"
        )
        print(
            f"  captious  read and check {whole:6.2f} s, of it rules {rules:.2f} s, peak {peak:.0f} MB, "
            f"{found:.0f} findings"
        )
        print(
            f"  pysubs2   parse          {parsed:6.2f} s, peak {parser_peak:.0f} MB  (ratio {whole / parsed:.2f})"
        )
        small = Path(folder) / "small.srt"
        small.write_text(
            "".join(path.read_text(encoding="utf-8").partition("\n\n21\n")[0]) + "\n", encoding="utf-8"
        )
        captious_command = str(Path(sys.executable).with_name("captious"))
        check = wall([captious_command, "check", str(small)])
        click = wall([sys.executable, "-c", "import click"])
        print(f"one small file: captious check {check * 1000:.0f} ms, python -c 'import click' {click * 1000:.0f} ms "
              f"(ratio {check / click:.2f})")  # fmt: skip
    print(f"(this bench itself: peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB)")


if __name__ == "__main__":
    main()
