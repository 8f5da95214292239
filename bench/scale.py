"""Speed and memory on many files and very long ones, by the number of processes, and how they grow.

    python bench/scale.py [--files N] [--cluster] [--save FILE]

The files are captions of parts of podcasts (``changelog-turns.jsonl.gz``), a minute or two each, made by
captious itself; every ratio is of two runs one after the other. Long files are one transcript over and over, as a
recording of 24 hours would be. Memory is the largest of the first process, and of any of its children.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data" / "timing" / "changelog-turns.jsonl.gz"
MEASURE = """
import resource, runpy, sys
sys.argv = ["captious", *sys.argv[1:]]
try:
    runpy.run_module("captious", run_name="__main__")
finally:
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    sys.stderr.write(f"\\nMEMORY {own} {children}\\n")
"""
Figures = tuple[float, int, int]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--files", type=int, default=10_000, help="how many files, at most")
    parser.add_argument("--cluster", action="store_true", help="also measure a Dask cluster on this machine")
    parser.add_argument("--save", type=Path, help="also write the figures to this file")
    asked = parser.parse_args()
    if not DATA.is_file():
        print(f"no data at {DATA}", file=sys.stderr)
        return 0
    lines: list[str] = []

    def say(line: str) -> None:
        print(line, flush=True)
        lines.append(line)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts, captions = material(folder, 50)
        sizes = [size for size in (1000, 10_000, 100_000) if size <= asked.files]
        for size in sizes:
            many_files(say, folder, captions, size)
        batches(say, folder, texts, min(1000, asked.files), cluster=asked.cluster)
        long_files(say, folder)
    if asked.save is not None:
        asked.save.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def material(folder: Path, count: int) -> tuple[list[str], list[bytes]]:
    """Transcripts of a minute or two, and captions of them."""
    texts: list[str] = []
    with gzip.open(DATA, "rt", encoding="utf-8") as file:
        for line in file:
            turns = json.loads(line)["turns"]
            for start in range(0, len(turns) - 8, 8):
                if len(texts) < count:
                    texts.append(
                        "\n\n".join(f"{who}: {said}" for who, said in turns[start : start + 8]) + "\n"
                    )
    source = folder / "texts"
    source.mkdir()
    for number, text in enumerate(texts):
        (source / f"t{number}.txt").write_text(text, encoding="utf-8")
    run(folder, "batch", "caption", "texts", "-o", "captions", "--set", "to=srt", "-q")
    return texts, [path.read_bytes() for path in sorted((folder / "captions").glob("*.srt"))]


def many_files(say: object, folder: Path, captions: list[bytes], size: int) -> None:
    place = folder / f"many{size}"
    place.mkdir()
    for number in range(size):
        # no two alike: the cache must not help yet
        (place / f"f{number}.srt").write_bytes(
            captions[number % len(captions)].replace(b"the", b"the%d" % number, 1)
        )
    cues = sum(data.count(b"-->") for data in captions) / len(captions)
    command = ("check", ".", "--output-format", "concise", "--output-file", os.devnull, "--exit-zero")
    one = run(place, *command, "--no-cache", "-j", "1")
    two = run(place, *command, "--no-cache", "-j", "2")
    cold = run(place, *command, "-j", "2")
    warm = run(place, *command, "-j", "2")
    say(  # type: ignore[operator]
        f"check {size:>7,} files of {cues:.0f} cues: 1 process {size / one[0]:6.0f} files/s, "
        f"2 processes {size / two[0]:6.0f} "
        f"({one[0] / two[0]:.2f} x), keeping answers {cold[0] / two[0]:.2f} x as long, unchanged {warm[0]:.2f} s "
        f"({size / warm[0]:,.0f} files/s); {two[1] // 1024} MB, workers {two[2] // 1024} MB"
    )
    shutil.rmtree(place)


def batches(say: object, folder: Path, texts: list[str], size: int, *, cluster: bool) -> None:
    source = folder / "season"
    source.mkdir()
    for number in range(size):
        (source / f"t{number}.txt").write_text(
            texts[number % len(texts)] + f"\nAnn: {number}.\n", encoding="utf-8"
        )
    run(
        folder, "caption", str(source / "t0.txt"), "-o", f"{folder}/alone/", "-q"
    )  # files of modules are read once
    start = time.perf_counter()
    run(
        folder,
        "caption",
        *map(str, sorted(source.glob("*.txt"))),
        "--to",
        "srt",
        "-o",
        f"{folder}/plain/",
        "-q",
    )
    plain = time.perf_counter() - start
    one = run(folder, "batch", "caption", "season", "-o", "b1", "--set", "to=srt", "-j", "1", "-q")
    two = run(folder, "batch", "caption", "season", "-o", "b2", "--set", "to=srt", "-j", "2", "-q")
    again = run(folder, "batch", "caption", "season", "-o", "b2", "--set", "to=srt", "-j", "2", "-q")
    say(  # type: ignore[operator]
        f"batch caption {size:,} files: captious caption {1000 * plain / size:.1f} ms a file, batch -j 1 "
        f"{1000 * one[0] / size:.1f}, -j 2 {1000 * two[0] / size:.1f} ({one[0] / two[0]:.2f} x); "
        f"unchanged {again[0]:.2f} s; "
        f"one process has {one[1] // 1024} MB"
    )
    if cluster:
        with_cluster(say, folder, size, one[0])


def with_cluster(say: object, folder: Path, size: int, alone_s: float) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
    parts = [
        ["distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"],
        *[["distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard"]] * 2,
    ]
    running = []
    try:
        for part in parts:
            running.append(subprocess.Popen([sys.executable, "-m", *part], **quiet))  # type: ignore[call-overload]
            time.sleep(2)
        options = ("season", "--set", "to=srt", "--cluster", address, "-q")
        run(folder, "batch", "caption", *options, "-o", "c0")  # workers load what they need
        there = run(folder, "batch", "caption", *options, "-o", "c1", "--ledger", "c1.sqlite")
        say(  # type: ignore[operator]
            f"the same by 2 workers of a cluster here: {1000 * there[0] / size:.1f} ms a file "
            f"({alone_s / there[0]:.2f} x one process)"
        )
    finally:
        for process in running:
            process.kill()
            process.wait()


def long_files(say: object, folder: Path) -> None:
    (seed,) = (ROOT / "seeds").glob("*.txt")
    text = seed.read_text(encoding="utf-8")
    rows: dict[str, list[str]] = {}
    for times in (5, 10, 20):
        place = folder / f"long{times}"
        place.mkdir()
        (place / "talk.txt").write_text(text * times, encoding="utf-8")
        steps = {
            "caption": ("caption", "talk.txt", "--to", "srt,vtt", "-q"),
            "check": ("check", "talk.srt", "--output-format", "concise", "--output-file", os.devnull),
            "fix": (
                "fix",
                "talk.vtt",
                "--style",
                "netflix-en",
                "--output-format",
                "concise",
                "--output-file",
                os.devnull,
            ),
            "retime": ("retime", "talk.srt", "--shift", "1", "-o", "later.srt", "-q"),
            "convert": ("convert", "talk.srt", "talk.ttml", "-q"),
            "transcript": ("transcript", "talk.txt", "-q"),
            "preview": ("preview", "talk.srt", "-q"),
            "stats": ("stats", "talk.srt"),
            "diff": ("diff", "talk.srt", "later.srt", "-q"),
        }
        for name, command in steps.items():
            took = run(place, *command)
            rows.setdefault(name, []).append(f"{took[0]:6.1f} s {took[1] // 1024:5} MB")
    say("long files: 62,000, 125,000 and 250,000 words (6, 12 and 24 hours; up to 27,000 cues)")  # type: ignore[operator]
    for name, cells in rows.items():
        say(f"  {name:<10} {'   '.join(cells)}")  # type: ignore[operator]


def run(cwd: Path, *arguments: str) -> Figures:
    """Seconds, and the largest memory of the process and of its children in KB."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    took = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise SystemExit(f"captious {' '.join(arguments)[:200]}: {done.stderr[-500:]}")
    memory = done.stderr.rsplit("MEMORY ", 1)[1].split()
    return took, int(memory[0]), int(memory[1])


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_NOFILE, resource.getrlimit(resource.RLIMIT_NOFILE))
    sys.exit(main())
