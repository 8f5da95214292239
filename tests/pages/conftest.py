"""A real browser that writes down every request and every complaint, and axe-core to check pages by."""

from __future__ import annotations

import shutil
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""WCAG 2.2 at level AA, and what axe calls good practice."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, driven by Playwright; tests that want it skip without."""
    program = next((found for found in map(shutil.which, BROWSERS) if found), None)
    if program is None:
        pytest.skip("no Chromium here")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-dev-shm-usage", "--autoplay-policy=no-user-gesture-required"],
        )
        yield running
        running.close()


def until(page: Page, expression: str, *, patience_s: float = 60) -> None:
    """Waits until an expression of JavaScript is true; Playwright's own way is forbidden by the pages' policy."""
    deadline = time.monotonic() + patience_s
    while not page.evaluate(expression):
        assert time.monotonic() < deadline, f"never: {expression}"
        page.wait_for_timeout(20)


class Visit:
    """A page in a browser: what it asked for, and what the browser had to say."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    @property
    def outside(self) -> list[str]:
        """Requests that leave the page: neither a file nor data in it."""
        return [url for url in self.requests if not url.startswith(("file:", "data:", "blob:"))]


@pytest.fixture
def visit(browser: Browser) -> Callable[..., Any]:
    """Opens a file; afterwards nothing may have been asked of a network, and nothing complained about."""

    @contextmanager
    def open_page(
        path: Path | str, *, width: int = 1280, height: int = 900, outside: bool = False, **options: Any
    ) -> Iterator[Page]:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        seen = Visit(context.new_page())
        seen.page.goto(path if isinstance(path, str) else path.resolve().as_uri())
        try:
            yield seen.page
            assert outside or seen.outside == []
            assert seen.complaints == []
        finally:
            context.close()

    return open_page


@pytest.fixture(scope="session")
def violations(root: Path) -> Callable[[Page], list[str]]:
    """What axe-core finds wrong with a page, a line each."""
    program = root / "node_modules" / "axe-core" / "axe.min.js"
    if not program.is_file():
        pytest.skip("no axe-core: npm install --no-save axe-core@4.14.1")
    source = program.read_text(encoding="utf-8")

    def check_page(page: Page) -> list[str]:
        page.evaluate(source)
        result = page.evaluate(
            # without preload: it fetches style sheets beside a page, which the page's policy forbids a script
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], "
            "preload: false})",
            TAGS,
        )
        return [
            f"{each['id']} ({each['impact']}): {each['nodes'][0]['html'][:200]}: {each['nodes'][0]['failureSummary']}"
            for each in result["violations"]
        ]

    return check_page


@pytest.fixture(scope="session")
def captious(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Runs the command with its own folder, and gives the one file it made there."""
    import subprocess
    import sys

    def run(*arguments: object) -> Path:
        folder = tmp_path_factory.mktemp("page")
        command = [
            sys.executable,
            "-m",
            "captious",
            *map(str, arguments),
            "-o",
            str(folder / "page.html"),
            "-q",
        ]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        return folder / "page.html"

    return run


@pytest.fixture(scope="session")
def talk(root: Path) -> Path:
    """The folder of the example interview."""
    return root / "examples"


EVIL = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(2)>'
OVERRIDE = "\u202egnp.exe"
