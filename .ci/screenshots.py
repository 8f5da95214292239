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
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        IMAGES.mkdir(exist_ok=True)
        for page, scheme, action in (
            ("transcript", "light", ""),
            ("preview", "light", "document.getElementById('issue').click()"),
            ("report", "dark", "document.getElementById('figures').scrollIntoView({behavior: 'instant'})"),
        ):
            context = browser.new_context(viewport=SIZE, color_scheme=scheme, reduced_motion="reduce")
            tab = context.new_page()
            tab.goto((folder / f"{page}.html").as_uri())
            if action:
                tab.evaluate(action)
            tab.wait_for_timeout(200)
            tab.screenshot(path=IMAGES / f"{page}.png")
            context.close()
        browser.close()
    return 0


def run(folder: Path, *arguments: object) -> None:
    """Runs captious in a folder, whatever it finds."""
    command = [sys.executable, "-m", "captious", *map(str, arguments)]
    subprocess.run(command, cwd=folder, check=False, stdout=subprocess.DEVNULL)  # noqa: S603 - ours


if __name__ == "__main__":
    sys.exit(main())
