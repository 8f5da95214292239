"""Pages name what exists: a commit until there is a tag, no address until the owner names one, and both after."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from captious import address
from captious.jobs import init_texts
from captious.jobs.installed import Origin

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
PAGES = (*ROOT.glob("*.md"), *(ROOT / "docs" / "guide").glob("*.md"), ROOT / "action.yml")
HOME = "https://github.com/example/captious"


def named_revisions(text: str) -> set[str]:
    """The revisions of captious that a page names: of hooks, of the action, for pip."""
    of_hook = re.findall(r"captious\n\s+rev: (\S+)", text)
    of_action = re.findall(r"[\w.-]+/captious@([^\s`\"]+)", text)
    of_pip = re.findall(r"captious==([^\s`\"]+)", text)
    return {*of_hook, *of_action, *of_pip}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_pages_name_revisions_that_exist(path: Path) -> None:
    wanted = {"COMMIT", "…@COMMIT"} if address.RELEASE is None else {address.RELEASE}
    assert named_revisions(path.read_text(encoding="utf-8")) <= wanted


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_owner_is_a_placeholder_only_while_there_is_none(path: Path) -> None:
    if address.ADDRESS is not None:
        assert "OWNER/captious" not in path.read_text(encoding="utf-8")


@pytest.fixture
def guide(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / ".ci"))
    for name in ("address", "ci_guide"):
        sys.modules.pop(name, None)
    import ci_guide  # type: ignore[import-not-found]

    module: ModuleType = ci_guide
    return module


@pytest.mark.parametrize(
    ("home", "release", "wanted"),
    [(None, None, "COMMIT"), (HOME, None, "COMMIT"), (HOME, "v1.2.0", "v1.2.0"), (None, "v1.2.0", "COMMIT")],
)
def test_the_guide_follows_the_one_line(
    guide: Any, home: str | None, release: str | None, wanted: str
) -> None:
    text = (ROOT / "docs" / "guide" / "ci.md").read_text(encoding="utf-8")
    page = guide.page_text(text, home, release)
    assert named_revisions(page) == {wanted}
    assert ("OWNER/captious" in page) == (home is None)
    assert ("no public address yet" in page) == (home is None)
    if home is not None:
        assert f"repo: {home}\n" in page
        assert f"uses: example/captious@{wanted}\n" in page
        assert f"captious @ git+{home}@{wanted}" in page
    # and back again
    assert guide.page_text(page, address.ADDRESS, address.RELEASE) == text


def test_an_action_has_the_same_commit_everywhere() -> None:
    texts = [init_texts.github_workflow(Origin("https://git.example.org/captious", "f" * 40))]
    texts += [
        path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "guide" / "ci.md", ROOT / "action.yml")
    ]
    texts.append((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))
    pins: dict[str, set[str]] = {}
    for text in texts:
        for name, revision in re.findall(r"uses: ([\w.-]+/[\w./-]+)@(\S+)", text):
            if not name.endswith("/captious"):
                pins.setdefault(name, set()).add(revision)
    assert pins
    for name, revisions in pins.items():
        assert len(revisions) == 1, name
        assert re.fullmatch("[0-9a-f]{40}", next(iter(revisions))), name


def test_the_problem_matcher_reads_what_people_read() -> None:
    matchers = json.loads((ROOT / ".github" / "problem-matcher.json").read_text(encoding="utf-8"))[
        "problemMatcher"
    ]
    (full,), (concise,) = (one["pattern"] for one in matchers)
    said = (
        "my talks/a.srt:6:1: error TIM003 [*] overlaps the next cue by 400 ms (cue 1) -- captious rule TIM003"
    )
    match = re.fullmatch(full["regexp"], said)
    assert match is not None
    assert [match[full[name]] for name in ("file", "line", "column", "severity", "code")] == [
        "my talks/a.srt", "6", "1", "error", "TIM003",
    ]  # fmt: skip
    # prek indents what a hook says
    assert re.fullmatch(full["regexp"], f"  {said}").groups() == match.groups()  # type: ignore[union-attr]
    assert re.fullmatch(concise["regexp"], said) is None
    assert re.fullmatch(concise["regexp"], "a.srt:2:1: TIM003 [*] overlaps the next cue") is not None
    for other in ("10 warnings in 2 files do not fail this hook:", "::error title=TIM003 x,file=a.srt::m"):
        assert re.fullmatch(full["regexp"], other) is None


def test_the_hooks_in_the_guide_are_offered() -> None:
    offered = {
        hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    }
    text = (ROOT / "docs" / "guide" / "ci.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`(captious-(?:check|fix)[a-z-]*)`", text)) == offered
