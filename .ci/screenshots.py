"""Takes the screenshots that the README and the guide show; run it when pages have changed (needs Chromium)."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
SIZE = {"width": 1180, "height": 740}
NAMES = {"delivered/index": "delivery"}


def main() -> int:
    """0 when every screenshot was taken."""
    program = next(
        found for found in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if found
    )
    (seed,) = (ROOT / "seeds").glob("*.txt")
    anchor = "3:12=Yeah, thank you for the invitation"
    times = ["--duration", "1:08:21", "--anchor", anchor]
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        folder = Path(name)
        run(folder, "caption", seed, *times, "--style", "netflix-en", "--to", "vtt", "-o", "interview.vtt")
        run(folder, "transcript", seed, *times, "-o", "transcript.html")
        run(folder, "preview", "interview.vtt", "--style", "bbc", "-o", "preview.html")
        report = ["--output-format", "html", "--output-file", "report.html"]
        run(folder, "check", "interview.vtt", "--style", "bbc", *report)
        deliver(folder, "interview.vtt")
        dated = ["--report-date", "2026-03-31", "--report-title", "Interview, in parts"]
        run(
            folder,
            "check",
            "delivery",
            "--style",
            "netflix-en",
            "--isolated",
            "--report-dir",
            "delivered",
            *dated,
        )
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        IMAGES.mkdir(exist_ok=True)
        for page, scheme, action in (
            ("transcript", "light", ""),
            ("preview", "light", "document.getElementById('issue').click()"),
            ("delivered/index", "light", ""),
            ("report", "dark", "document.getElementById('figures').scrollIntoView({behavior: 'instant'})"),
        ):
            context = browser.new_context(viewport=SIZE, color_scheme=scheme, reduced_motion="reduce")
            tab = context.new_page()
            tab.goto((folder / f"{page}.html").as_uri())
            if action:
                tab.evaluate(action)
            tab.wait_for_timeout(200)
            tab.screenshot(path=IMAGES / f"{NAMES.get(page, page)}.png")
            context.close()
        browser.close()
    return 0


def deliver(folder: Path, captions: str) -> None:
    """Writes parts of captions as a delivery: some with a line too long, and one in another encoding."""
    blocks = (folder / captions).read_text(encoding="utf-8").split("\n\n")[1:]
    place = folder / "delivery"
    place.mkdir()
    for number in range(24):
        part = blocks[40 * number : 40 * number + 40]
        if number % 5 == 1:
            part[7] = part[7].rstrip() + " and a few more words than a line can hold"
        text = "WEBVTT\n\n" + "\n\n".join(part) + "\n"
        path = place / f"part-{number + 1:02d}.vtt"
        path.write_bytes(text.encode("utf-16-be" if number == 11 else "utf-8"))


def run(folder: Path, *arguments: object) -> None:
    """Runs captious in a folder, whatever it finds."""
    command = [sys.executable, "-m", "captious", *map(str, arguments)]
    subprocess.run(command, cwd=folder, check=False, stdout=subprocess.DEVNULL)  # noqa: S603 - ours


if __name__ == "__main__":
    sys.exit(main())
