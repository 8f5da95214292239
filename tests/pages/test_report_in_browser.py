"""The report as its reader sees it."""

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


@pytest.fixture(scope="session")
def report(talk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("report") / "report.html"
    command = [sys.executable, "-m", "captious", "check", "edited.srt", "talk.vtt", "--style", "netflix-en"]
    command += ["--output-format", "html", "--output-file", str(made), "--exit-zero"]
    subprocess.run(command, check=True, cwd=talk)
    return made


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_nothing_is_in_a_readers_way(
    visit: Visit, violations: Callable[..., list[str]], report: Path, width: int, scheme: str
) -> None:
    with visit(report, width=width, color_scheme=scheme) as page:
        for summary in page.locator("summary").all():
            summary.click()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_findings_by_rule_before_and_after_with_figures_and_sources(visit: Visit, report: Path) -> None:
    with visit(report) as page:
        assert page.locator("h1").inner_text() == "Caption report"
        rows = page.locator("main section").first.locator("tbody tr").all_inner_texts()
        assert [row.split("\t")[0] for row in rows] == ["edited.srt", "talk.vtt"]
        rule = page.locator("section.rule", has=page.locator("#LAY001"))
        assert "line too long (51 > 42 characters" in rule.inner_text()
        assert "Today I am talking to somebody" in rule.locator("pre").nth(1).inner_text()
        assert page.locator("svg[role=img]").count() == 8
        assert "past the limit of at most 20" in page.locator("figcaption").first.inner_text()
        assert "Netflix general requirements" in page.locator("table.sources").first.inner_text()
        assert page.locator("script").count() == 0


def test_the_accessibility_tree_says_what_the_plots_show(visit: Visit, report: Path) -> None:
    with visit(report) as page:
        tree = page.locator("main").aria_snapshot()
    assert '- heading "Findings" [level=2]' in tree
    assert '- img "Reading speed (characters per second)"' in tree
    assert "values from" in tree
    assert '- columnheader "errors"' in tree


def test_it_prints(visit: Visit, report: Path) -> None:
    with visit(report) as page:
        page.emulate_media(media="print")
        assert not page.locator(".plot details").first.is_visible()
        assert page.pdf().startswith(b"%PDF")
