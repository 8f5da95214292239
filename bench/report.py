"""The report of a delivery: time, memory and size for many files, and how long its first page takes to open.

    python bench/report.py [--files N] [--save FILE]

The files are parts of 37 cues of the seed interview as captioned for Netflix, no two alike, with every twelfth cue
damaged in one of four ways. Memory is the largest of the first process, and of any of its children. The second delivery
has every other file with its first damage repaired, and is compared with the first. The third line is of files in which
every cue is broken: captions made for YouTube, by the style of Netflix.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CUES = 37
EVERY = 12
"""One of so many cues is damaged."""
MEASURE = """
import resource, runpy, sys
sys.argv = ["captious", *sys.argv[1:]]
try:
    runpy.run_module("captious", run_name="__main__")
finally:
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    sys.stderr.write(f"\\nUSED {own.ru_maxrss} {children.ru_maxrss} {cpu}\\n")
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--files", type=int, default=10_000, help="how many files")
    parser.add_argument("--save", type=Path, help="also write the figures to this file")
    asked = parser.parse_args()
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts = pieces(folder, "netflix-en")
        deliver(folder / "d1", [damaged(part) for part in parts], asked.files)
        repaired = [damaged(part, but_first=number % 2 == 0) for number, part in enumerate(parts)]
        deliver(folder / "d2", repaired, asked.files // 5)
        deliver(folder / "worst", pieces(folder, "youtube"), asked.files // 20)
        lines += report(folder, "d1", asked.files)
        lines += report(folder, "d2", asked.files // 5, "--compared-with", "report-d1")
        lines += report(folder, "worst", asked.files // 20)
        lines.append(opening(folder / "report-d1" / "index.html"))
    print("\n".join(lines))
    if asked.save is not None:
        asked.save.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def report(folder: Path, name: str, size: int, *more: str) -> list[str]:
    """Makes the report of a delivery, and says what it took."""
    (seconds, cpu), own, children, said = run(
        folder, "check", name, "--isolated", "--style", "netflix-en", "--fps", "25",
        "--report-dir", f"report-{name}", *more,
    )  # fmt: skip
    made = folder / f"report-{name}"
    sizes = [path.stat().st_size for path in made.rglob("*") if path.is_file()]
    found = json.loads((made / "summary.json").read_text(encoding="utf-8"))
    findings = found["errors"] + found["warnings"] + found["infos"]
    first = (made / "index.html").stat().st_size
    line = (
        f"{name}: {size:,} files of {CUES} cues, {findings / size:.1f} findings a file, in {seconds:.1f} s "
        f"({cpu:.1f} s of all {os.cpu_count()} CPUs, {1000 * cpu / size:.1f} ms a file); {own // 1024} MB, workers "
        f"{children // 1024} MB; report {sum(sizes) / 1e6:.1f} MB, its first page {first / 1e6:.1f} MB"
    )
    return [
        line,
        *(f"  {text.strip()}" for text in said.splitlines() if text.strip()[:6] in ("verdic", "since ")),
    ]


def pieces(folder: Path, style: str) -> list[str]:
    """Parts of the seed interview's captions."""
    (seed,) = (ROOT / "seeds").glob("*.txt")
    anchor = "3:12=Yeah, thank you for the invitation"
    options = ("--duration", "1:08:21", "--anchor", anchor, "--style", style, "--fps", "25", "--to", "srt")
    run(folder, "caption", str(seed), *options, "-o", f"{style}.srt")
    blocks = (folder / f"{style}.srt").read_text(encoding="utf-8").strip().split("\n\n")
    return ["\n\n".join(blocks[at : at + CUES]) + "\n" for at in range(0, len(blocks) - CUES, CUES)]


def damaged(part: str, *, but_first: bool = False) -> str:
    """A part with every twelfth cue damaged: lines too long, a double space, an overlap, or no time to read."""
    blocks = part.strip().split("\n\n")
    for at in range(4 + EVERY * but_first, len(blocks), EVERY):
        number, times, *lines = blocks[at].split("\n")
        match at // EVERY % 4:
            case 0:
                lines = [" ".join([*lines, "and a little more than fits"])]
            case 1:
                lines[0] = lines[0].replace(" ", "  ", 1)
            case 2:
                times = (
                    f"{times[:17]}{blocks[at + 1].split(chr(10))[1][17:]}" if at + 1 < len(blocks) else times
                )
            case _:
                times = f"{times[:17]}{times[:9]}{min(int(times[9:12]) + 200, 999):03d}"
        blocks[at] = "\n".join([number, times, *lines])
    return "\n\n".join(blocks) + "\n"


def deliver(folder: Path, parts: list[str], size: int) -> None:
    """Writes a delivery, in which no two files are alike."""
    for number in range(size):
        place = folder / f"season{number % 10}"
        place.mkdir(parents=True, exist_ok=True)
        text = re.sub(r"\bthe\b", f"the {number}", parts[number % len(parts)], count=1)
        (place / f"episode-{number:05d}.en.srt").write_text(text, encoding="utf-8")


def run(folder: Path, *arguments: str) -> tuple[tuple[float, float], int, int, str]:
    """Seconds on the wall and of all CPUs, kilobytes of the process and of its children, and what it printed."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    seconds = time.perf_counter() - start
    used = re.search(r"USED (\d+) (\d+) ([\d.]+)", done.stderr)
    if used is None:
        raise SystemExit(done.stderr)
    return (seconds, float(used[3])), int(used[1]), int(used[2]), done.stdout


def opening(page: Path) -> str:
    """How long the first page takes to open, and its search to answer, in headless Chromium."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next((found for found in map(shutil.which, names) if found), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        program = None
    if program is None:
        return "no Chromium: the first page was not opened"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        start = time.perf_counter()
        tab.goto(page.as_uri())
        loaded = time.perf_counter() - start
        start = time.perf_counter()
        tab.fill("#words", "00123")
        tab.wait_for_timeout(150)
        while " of " not in tab.inner_text("#shown"):
            tab.wait_for_timeout(10)
        searched = time.perf_counter() - start
        shown = tab.inner_text("#shown")
        browser.close()
    return f"first page open in {loaded:.2f} s, search in {searched:.2f} s: {shown}"


if __name__ == "__main__":
    sys.exit(main())
