"""The pages people read: links lead somewhere, a line holds one sentence, numbers have one form."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")]
)
WRITTEN = [page for page in PAGES if page.parent.name != "rules"]
"""All but the pages of rules, which keep the lines of the docstrings they are made from."""

FENCE = re.compile(r"^(?:```|~~~).*?^(?:```|~~~)$", re.MULTILINE | re.DOTALL)
TWO_SENTENCES = re.compile(r"(?<!Bros)[.?!][)\"”]* (?=[A-Z`\[])")


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def prose(page: Path) -> list[str]:
    """The lines of a page, without code, emphasis, tables and what is shown of captions."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    text = re.sub(r"`[^`\n]+`", "`", text)
    text = re.sub(r"^(\s*- )?\*\*[^*\n]+\*\* ", r"\1", text, flags=re.MULTILINE)
    text = re.sub(r"\*[^*\n]+\*", "*", text)
    return [line for line in text.splitlines() if not line.startswith(("|", ">", "<"))]


def anchors(page: Path) -> set[str]:
    """What GitHub lets one link to: headings, numbered where they repeat, and anchors set by hand."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    seen: Counter[str] = Counter()
    found = set(re.findall(r'<a id="([^"]+)"', text))
    for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE):
        slug = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        found.add(f"{slug}-{seen[slug]}" if seen[slug] else slug)
        seen[slug] += 1
    return found


def links(page: Path) -> Iterator[tuple[Path, str]]:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not re.match(r"[a-z]+:", target):
            path, _, anchor = target.partition("#")
            yield (page.parent / path).resolve() if path else page, anchor


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    for path, anchor in links(page):
        assert path.exists(), f"{name_of(page)} links to {path.name}, which is not there"
        if anchor:
            assert anchor in anchors(path), f"{name_of(page)} links to #{anchor} of {path.name}"


@pytest.mark.parametrize("page", WRITTEN, ids=name_of)
def test_a_line_holds_one_sentence_at_most(page: Path) -> None:
    lines = [re.sub(r"^\s*(?:\d+\.|-) ", "", line) for line in prose(page)]
    assert not [line for line in lines if TWO_SENTENCES.search(line)]


@pytest.mark.parametrize("page", WRITTEN, ids=name_of)
def test_percentages_have_one_form(page: Path) -> None:
    assert not [line for line in prose(page) if re.search(r"\d (?:%|per ?cent)", line)]
