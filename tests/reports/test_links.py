"""Links to the pages of rules: none until captious has an address, and then in every format that can hold one."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from captious import address
from captious.checks.added_rules import forget_rule_files, load_rule_files
from captious.checks.registry import all_rules
from captious.reports.links import more_about, page_url, project_url, rule_url
from captious.reports.registry import render
from captious.reports.rule_pages import page_name
from captious.reports.rule_skeleton import rule_skeleton

if TYPE_CHECKING:
    from captious.reports.model import Report

ROOT = Path(__file__).resolve().parents[2]
HOME = "https://github.com/example/captious"
PAGE = f"{HOME}/blob/main/docs/rules/LAY001-line-too-long.md"
LINKED = ("full", "json", "json-lines", "github", "html", "junit", "markdown", "rdjson", "sarif")
"""The formats that lead to a rule's page; the others are one line a finding, or have no field for it."""


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "ADDRESS", HOME)


@pytest.mark.parametrize("name", LINKED)
def test_without_an_address_the_command_is_told_and_no_link(report: Report, name: str) -> None:
    assert project_url() is None
    text = render(report, format=name)
    assert "/docs/rules/" not in text
    # a log of SARIF has the page itself, and JSON is read by programs
    assert "captious rule LAY001" in text or name in ("json", "json-lines", "sarif") or (
        name == "markdown" and "captious rule CODE" in text
    )  # fmt: skip


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("name", LINKED)
def test_with_an_address_every_format_links_the_page(report: Report, name: str) -> None:
    text = render(report, format=name)
    assert PAGE in text
    assert "captious rule LAY001" not in text


@pytest.mark.usefixtures("published")
def test_links_are_where_each_format_has_its_place_for_them(report: Report) -> None:
    driver: dict[str, Any] = json.loads(render(report, format="sarif"))["runs"][0]["tool"]["driver"]
    assert driver["informationUri"] == HOME
    assert {rule["id"]: rule["helpUri"] for rule in driver["rules"]}["LAY001"] == PAGE
    diagnostics = json.loads(render(report, format="rdjson"))
    assert diagnostics["source"] == {"name": "captious", "url": HOME}
    assert {"value": "LAY001", "url": PAGE} in [one.get("code") for one in diagnostics["diagnostics"]]
    assert f'<a href="{PAGE}">' in render(report, format="html")
    assert f"%0AMore: {PAGE}\n" in render(report, format="github")


@pytest.mark.usefixtures("published")
def test_every_link_leads_to_a_page_there_is() -> None:
    for rule in all_rules():
        url = rule_url(rule.code, rule.name)
        assert url is not None
        path = url.removeprefix(f"{HOME}/blob/main/")
        assert path == f"docs/rules/{page_name(rule)}"
        assert (ROOT / path).is_file()


def test_a_release_is_linked_by_its_tag(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "ADDRESS", "https://gitlab.com/example/captious")
    monkeypatch.setattr(address, "RELEASE", "v1.2.0")
    assert page_url("README.md") == "https://gitlab.com/example/captious/-/blob/v1.2.0/README.md"


def test_the_address_is_made_from_one_line_of_pyproject(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / ".ci"))
    sys.modules.pop("address", None)
    from address import address_module, module_text  # type: ignore[import-not-found]

    assert address_module() == (ROOT / "src" / "captious" / "address.py").read_text(encoding="utf-8")
    assert "ADDRESS: str | None = None\n" in module_text("not set", "## [Unreleased]\n")
    never_tagged = "## [Unreleased]\n\n## [1.2.0]\n"
    assert "RELEASE: str | None = None\n" in module_text(HOME, never_tagged)
    made = module_text(HOME, "## [Unreleased]\n\n## [1.2.0] - 2026-01-01\n\n## [1.1.0] - 2025-01-01\n")
    assert f'ADDRESS: str | None = "{HOME}"\n' in made
    assert 'RELEASE: str | None = "v1.2.0"\n' in made
    for wrong in ("", "github.com/example/captious", f"{HOME}/", "https://example.org"):
        with pytest.raises(SystemExit, match="neither 'not set' nor an address"):
            module_text(wrong, "")


@pytest.mark.usefixtures("published")
def test_a_rule_of_others_has_no_page_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "brand_name.py"
    path.write_text(rule_skeleton("OWN001", "brand-name", api=1)["brand_name.py"], encoding="utf-8")
    load_rule_files([str(path)])
    assert rule_url("LAY001", "line-too-long") is not None
    assert rule_url("OWN001", "brand-name") is None
    assert more_about("OWN001", "brand-name") == "captious rule OWN001"
    forget_rule_files()
