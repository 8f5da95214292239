"""The repository itself: what lies where, how long modules are, what is written down.

Docstrings, absolute imports, postponed annotations and forgotten notes are ruff's (D1, TID, I002, FIX).
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "captious"
MODULES = sorted(SOURCE.rglob("*.py"))

TOP_LEVEL = {
    ".ci", ".containerignore", ".editorconfig", ".gitattributes", ".github", ".gitignore", ".pre-commit-config.yaml",
    ".pre-commit-hooks.yaml", "CHANGELOG.md", "CITATION.cff", "CODE_OF_CONDUCT.md", "CONTRIBUTING.md", "Containerfile",
    "LICENSE", "LICENSES", "Makefile", "README.md", "REUSE.toml", "SECURITY.md", "action.yml", "bench", "docs",
    "examples", "pyproject.toml", "seeds", "src", "styles", "tests",
}  # fmt: skip

LONG_MODULES: dict[str, str] = {}
"""Modules over the limit, with the reason they are not split."""

LONGEST = 300
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b|raise NotImplementedError")


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def tracked_files() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [name for name in listed.stdout.split("\0") if name]


def test_only_expected_names_stand_at_the_top() -> None:
    assert {name.split("/", 1)[0] for name in tracked_files()} <= TOP_LEVEL


def test_nothing_generated_or_private_is_tracked() -> None:
    unwanted = re.compile(
        r"(^|/)(\.venv|captions|dist|build|node_modules|__pycache__|\.coverage|.*\.egg-info)(/|$)"
    )
    assert not [name for name in tracked_files() if unwanted.search(name)]


def test_styles_are_data() -> None:
    assert {path.suffix for path in (ROOT / "styles").iterdir()} == {".toml"}


def test_modules_are_short() -> None:
    lines = {name_of(path): path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    long = {name: count for name, count in lines.items() if count > LONGEST}
    assert long.keys() <= LONG_MODULES.keys(), f"split it, or say why not in LONG_MODULES: {long}"
    assert LONG_MODULES.keys() <= long.keys(), "no longer long: take it off the list"


def test_modules_have_names_of_their_own() -> None:
    assert not [name_of(path) for path in MODULES if path.stem in VAGUE_NAMES]


def test_nothing_is_left_unfinished() -> None:
    """Ruff looks at the comments of all code (FIX); a docstring or a stub says the same."""
    assert not [
        f"{name_of(path)}: {match[0]}"
        for path in MODULES
        for match in UNFINISHED.finditer(path.read_text(encoding="utf-8"))
    ]


def test_text_files_name_no_machine() -> None:
    # Spelt in pieces, so that this file does not match itself.
    forbidden = re.compile("/" + "work/|/" + r"home/[a-z]|/" + "root/|/" + "Users/")
    found = []
    for name in tracked_files():
        if name.startswith("seeds/"):
            continue
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
            continue
        found += [
            f"{name}:{number}" for number, line in enumerate(text.split("\n"), 1) if forbidden.search(line)
        ]
    assert not found


def test_every_decision_record_is_numbered_and_dated() -> None:
    records = sorted((ROOT / "docs" / "adr").glob("*.md"))
    assert [record.name[:4] for record in records] == [f"{n:04d}" for n in range(1, len(records) + 1)]
    for record in records:
        text = record.read_text(encoding="utf-8")
        assert re.match(
            rf"# {record.name[:4]} .+\n\n(?:Accepted|Superseded by [0-9]{{4}}), [0-9-]{{10}}\.\n", text
        )


def test_every_dependency_has_its_reason() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    wanted += project["dependency-groups"]["test"]
    names = [re.match(r"[A-Za-z0-9_.-]+", item)[0] for item in wanted if isinstance(item, str)]  # type: ignore[index]
    reasons = (ROOT / "docs" / "adr" / "0002-libraries.md").read_text(encoding="utf-8")
    assert not [name for name in names if f"**{name}**" not in reasons]
