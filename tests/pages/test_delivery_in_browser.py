"""The report of a delivery as its readers see it, and the pages of ``stats`` and ``diff``."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Visit = Callable[..., Any]

pytestmark = pytest.mark.programs

CLEAN = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nThis is all that is said here.\n"
PAGES = ("report-2/index.html", "edited", "unread", "clean", "changes.html", "figures.html", "compared.html")


def captious(*arguments: str, folder: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "captious", *arguments], check=False, cwd=folder)
    assert done.returncode in (0, 1, 2)


@pytest.fixture(scope="session")
def delivery(talk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("delivery")
    edited = (talk / "edited.srt").read_text(encoding="utf-8")
    for name, text in (
        ("d1", edited),
        ("d2", edited.replace("talking to\nsomebody", "talking\nto somebody")),
    ):
        (folder / name).mkdir()
        (folder / name / "edited.srt").write_text(text, encoding="utf-8")
        (folder / name / "clean.vtt").write_text(CLEAN, encoding="utf-8")
        (folder / name / "unread.srt").write_bytes(
            "1\n00:00:01,000 --> 00:00:02,000\nSé.\n".encode("latin-1")
        )
    common = ("--style", "youtube", "--isolated", "-q")
    captious("check", "d1", *common, "--report-dir", "report-1", folder=folder)
    captious("check", "d2", *common, "--report-dir", "report-2", "--compared-with", "report-1", folder=folder)
    captious("diff", "d1", "d2", "--output-format", "html", "-o", "changes.html", folder=folder)
    captious("stats", "d2", "--output-format", "html", "-o", "figures.html", folder=folder)
    captious("diff", "report-1", "report-2", "--output-format", "html", "-o", "compared.html", folder=folder)
    return folder


def path_of(delivery: Path, page: str) -> Path:
    if page.endswith(".html"):
        return delivery / page
    (found,) = (delivery / "report-2" / "files").glob(f"*-{page}.*.html")
    return found


@pytest.mark.parametrize("look", [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")])
@pytest.mark.parametrize("page_name", PAGES)
def test_nothing_is_in_a_readers_way(
    visit: Visit,
    violations: Callable[..., list[str]],
    delivery: Path,
    page_name: str,
    look: tuple[int, str],
) -> None:
    width, scheme = look
    with visit(path_of(delivery, page_name), width=width, color_scheme=scheme) as page:
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_style_sheet_is_used(visit: Visit, delivery: Path) -> None:
    with visit(path_of(delivery, "edited")) as page:
        assert page.evaluate("getComputedStyle(document.querySelector('.todo')).display") == "grid"


def test_files_are_searched_and_filtered(visit: Visit, delivery: Path) -> None:
    with visit(delivery / "report-2" / "index.html") as page:
        rows = page.locator("#rows tr")
        assert rows.all_inner_texts()[0].startswith("unread.srt")
        assert page.locator("#shown").inner_text() == "3 files"
        page.select_option("#need", "clean")
        assert page.locator("#rows tr:visible").all_inner_texts()[0].startswith("clean.vtt")
        page.select_option("#need", "")
        page.fill("#words", "tim004")
        page.wait_for_timeout(250)
        assert page.locator("#rows tr:visible").count() == 1
        assert page.locator("#shown").inner_text() == "1 of 3 files"
        page.locator("#rows tr:visible a").click()
        assert page.locator("h1").inner_text() == "edited.srt"
        page.locator("nav a").click()
        assert page.locator(".outcome strong").inner_text() == "Fail"


def test_without_scripts_all_files_are_there(visit: Visit, delivery: Path) -> None:
    with visit(delivery / "report-2" / "index.html", java_script_enabled=False) as page:
        assert page.locator("#rows tr:visible").count() == 3
        assert not page.locator("#filter").is_visible()


def test_it_prints_without_the_clean_files_and_says_so(visit: Visit, delivery: Path) -> None:
    with visit(delivery / "report-2" / "index.html") as page:
        page.emulate_media(media="print")
        assert page.locator("#rows tr:visible").count() == 2
        assert page.locator("p.print").is_visible()
        assert not page.locator("#filter").is_visible()
        assert page.pdf().startswith(b"%PDF")
