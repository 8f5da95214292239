"""The repository itself: what lies where, how long modules are, what is written down."""

from __future__ import annotations

import ast
import re
import subprocess
import tokenize
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "captious"
MODULES = sorted(SOURCE.rglob("*.py"))

TOP_LEVEL = {
    ".ci", ".editorconfig", ".github", ".gitignore", ".pre-commit-config.yaml", ".pre-commit-hooks.yaml",
    "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "action.yml", "bench", "docs", "examples",
    "pyproject.toml", "seeds", "src", "styles", "tests",
}  # fmt: skip

LONG_MODULES: dict[str, str] = {}
"""Modules over the limit, with the reason they are not split."""

LONGEST = 300
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")


def module_id(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def tracked_files() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [name for name in listed.stdout.split("\0") if name]


def definitions(node: ast.AST, prefix: str = "") -> Iterator[tuple[str, ast.AST]]:
    """Public classes and functions, methods included; nothing inside a function, which is nobody else's business."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            if child.name.startswith("_"):
                continue
            yield prefix + child.name, child
            if isinstance(child, ast.ClassDef):
                yield from definitions(child, f"{prefix}{child.name}.")


def is_overload(node: ast.AST) -> bool:
    names = [getattr(item, "id", getattr(item, "attr", "")) for item in getattr(node, "decorator_list", [])]
    return "overload" in names or "override" in names


def test_only_expected_names_stand_at_the_top() -> None:
    assert {name.split("/", 1)[0] for name in tracked_files()} <= TOP_LEVEL


def test_nothing_generated_or_private_is_tracked() -> None:
    unwanted = re.compile(
        r"(^|/)(\.venv|captions|dist|build|node_modules|__pycache__|\.coverage|.*\.egg-info)(/|$)"
    )
    assert not [name for name in tracked_files() if unwanted.search(name)]


def test_styles_are_data() -> None:
    assert {path.suffix for path in (ROOT / "styles").iterdir()} == {".toml"}


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_module_is_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    if module_id(path) in LONG_MODULES:
        assert lines > LONGEST, "no longer long: take it off the list"
    else:
        assert lines <= LONGEST, "split it, or say why not in LONG_MODULES"


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_module_has_a_name_of_its_own(path: Path) -> None:
    assert path.stem not in VAGUE_NAMES


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_public_names_are_described(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not tree.body or ast.get_docstring(tree), "the module has no docstring"
    silent = [
        name
        for name, node in definitions(tree)
        if not is_overload(node) and not ast.get_docstring(node)  # type: ignore[arg-type]
    ]
    assert not silent


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_imports_are_absolute_and_lazy_about_types(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    relative = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level]
    assert not relative
    if any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in tree.body):
        assert "from __future__ import annotations" in text


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_nothing_is_left_unfinished(path: Path) -> None:
    with tokenize.open(path) as file:
        comments = [
            token.string
            for token in tokenize.generate_tokens(file.readline)
            if token.type == tokenize.COMMENT
        ]
    assert not [comment for comment in comments if UNFINISHED.search(comment)]
    assert not UNFINISHED.search(ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "")
    stubs = [
        name
        for name, node in definitions(ast.parse(path.read_text(encoding="utf-8")))
        for inner in ast.walk(node)
        if isinstance(inner, ast.Raise) and "NotImplementedError" in ast.dump(inner)
    ]
    assert not stubs


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
    names = [re.match(r"[A-Za-z0-9_.-]+", item)[0] for item in wanted]  # type: ignore[index]
    reasons = (ROOT / "docs" / "adr" / "0002-libraries.md").read_text(encoding="utf-8")
    assert not [name for name in names if f"**{name}**" not in reasons]
