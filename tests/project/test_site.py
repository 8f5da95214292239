"""The documentation site: its menu, and how links of the repository become links of the site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / ".ci"))
    import documentation

    return documentation


def test_the_menu_leads_to_every_page_but_those_of_single_rules_and_decisions(site: ModuleType) -> None:
    menu = site.NAVIGATION.values()
    in_menu = {page for value in menu for page in ([value] if isinstance(value, str) else value.values())}
    written = {
        path.relative_to(ROOT / "docs").as_posix()
        for path in (ROOT / "docs").rglob("*.md")
        if path.parent.name not in ("rules", "adr")
    }
    assert written <= in_menu


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[c](docs/guide/checking.md#rules)", "[c](guide/checking.md#rules)"),
        ("[c](CONTRIBUTING.md) and [d](docs/adr)", "[c](CONTRIBUTING.md) and [d](adr/index.md)"),
        ("![a page](docs/images/preview.png)", "![a page](images/preview.png)"),
        (
            "see the [examples](examples), [here](https://example.org)",
            "see the examples, [here](https://example.org)",
        ),
        ("```\n[c](docs/guide/checking.md)\n```", "```\n[c](docs/guide/checking.md)\n```"),
        ("## Fix\n\n## Fix", '## Fix\n\n<a id="fix-1"></a>\n\n## Fix'),
    ],
)
def test_links_lead_to_pages_of_the_site(
    site: ModuleType, monkeypatch: pytest.MonkeyPatch, text: str, wanted: str
) -> None:
    monkeypatch.setattr(site, "address", lambda: None)
    assert site.site_text(ROOT / "README.md", text) == wanted


def test_what_is_no_page_is_linked_in_the_repository_once_it_has_an_address(
    site: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "address", lambda: "https://github.com/example/captious")
    text = site.site_text(ROOT / "docs" / "guide" / "timing.md", "[results](../../bench/results/timing.txt)")
    assert text == "[results](https://github.com/example/captious/blob/main/bench/results/timing.txt)"


def test_dead_links_and_foreign_resources_are_found(site: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<h1 id="here">x</h1><a href="#here">1</a><a href="b.html#no">2</a><a href="c.html">3</a>'
        '<script src="https://example.org/x.js"></script>',
        encoding="utf-8",
    )
    (tmp_path / "b.html").write_text("<p>x</p>", encoding="utf-8")
    assert list(site.dead_links(tmp_path)) == [
        "a.html: b.html#no has no such place",
        "a.html: c.html is not there",
    ]
    assert list(site.foreign_resources(tmp_path)) == ["a.html: loads https://example.org/x.js"]
