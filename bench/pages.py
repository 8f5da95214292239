"""How long pages take to make, to open, and to follow: the seed interview, and 2,000 and 20,000 cues.

    python bench/pages.py [--save FILE]

Made: the whole process, best of three. Open: from the start of the navigation to the end of its load event, and to
the first paint with content, in headless Chromium, the median of five. Following: the longest of 120 frames while it
plays at double speed. Search: from a key to the list of results.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FRAMES = """() => new Promise(done => {
    let worst = 0, last = performance.now(), count = 0;
    const tick = at => {
        worst = Math.max(worst, at - last);
        last = at;
        if (++count < 120) requestAnimationFrame(tick); else done(worst);
    };
    requestAnimationFrame(tick);
})"""
OPENED = """() => {
    const entry = performance.getEntriesByType("navigation")[0];
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    return [entry.loadEventEnd, paint ? paint.startTime : -1];
}"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--save", type=Path, help="also write the figures to this file")
    lines: list[str] = []
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        print("no playwright", file=sys.stderr)
        return 0
    program = next(
        (found for found in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if found),
        None,
    )
    if program is None:
        print("no Chromium", file=sys.stderr)
        return 0
    saved = parser.parse_args().save
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name, command, page in jobs(Path(folder)):
            made = min(run(command) for _ in range(3))
            loads, paints = zip(*(opened(browser, page) for _ in range(5)), strict=True)
            line = (
                f"{name:<28} made in {made:4.2f} s, {page.stat().st_size / 1e6:5.2f} MB, open in "
                f"{statistics.median(loads) / 1000:4.2f} s, first paint {statistics.median(paints) / 1000:4.2f} s"
            )
            if "preview" in name:
                line += follow(browser, page)
            lines.append(line)
            print(line, flush=True)
        browser.close()
    if saved is not None:
        saved.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def jobs(folder: Path) -> list[tuple[str, list[str], Path]]:
    (seed,) = (ROOT / "seeds").glob("*.txt")
    run(["caption", str(seed), "--duration", "1:08:21", "--to", "vtt", "-o", str(folder / "seed.vtt"), "-q"])
    made = [
        ("seed transcript", ["transcript", str(seed), "--duration", "1:08:21", "-o"], "transcript.html"),
        ("seed preview, 1,353 cues", ["preview", str(folder / "seed.vtt"), "-o"], "preview.html"),
        (
            "seed report",
            ["check", str(folder / "seed.vtt"), "--output-format", "html", "--output-file"],
            "report.html",
        ),
    ]
    found = []
    for name, command, file in made:
        force = [] if "check" in command else ["--force", "-q"]
        found.append((name, [*command, str(folder / file), *force], folder / file))
    for count in (2000, 20_000):
        path = folder / f"{count}.srt"
        path.write_text(
            "".join(
                f"{number + 1}\n{clock(2 * number)},000 --> {clock(2 * number + 1)},900\n"
                f"This is number {number}\nof them all\n\n"
                for number in range(count)
            ),
            encoding="utf-8",
        )  # fmt: skip
        target = folder / f"{count}.html"
        found.append(
            (f"preview, {count:,} cues", ["preview", str(path), "-o", str(target), "--force", "-q"], target)
        )
    return found


def clock(seconds: int) -> str:
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def run(arguments: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "captious", *arguments], check=False, capture_output=True)
    return time.perf_counter() - start


def opened(browser: Any, page: Path) -> tuple[float, float]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    tab.goto(page.as_uri())
    tab.wait_for_timeout(100)
    times: list[float] = tab.evaluate(OPENED)
    context.close()
    return times[0], times[1]


def follow(browser: Any, page: Path) -> str:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    tab.goto(page.as_uri())
    tab.locator("#rate").select_option("2")
    tab.locator("#play").click()
    worst = tab.evaluate(FRAMES)
    tab.locator("#play").click()
    start = time.perf_counter()
    tab.locator("#search").fill("number 7")
    while " of " not in tab.locator("#status").inner_text():
        tab.wait_for_timeout(5)
    took = time.perf_counter() - start
    context.close()
    return f", longest of 120 frames {worst:.0f} ms, search {took:.2f} s"


if __name__ == "__main__":
    sys.exit(main())
