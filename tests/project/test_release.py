"""What a release needs: one version, notes, licences, sound workflows and a package that can be published."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
CHANGELOG = """# Changelog

## [Unreleased]

## [0.2.0] - 2027-01-31

### Added

- A thing.

## [0.1.0]

- Another.

[0.2.0]: https://example.org/0.2.0
"""


@pytest.fixture
def release(monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.syspath_prepend(str(ROOT / ".ci"))
    import release

    return release


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    program = BIN / command[0]
    if not program.exists() and not shutil.which(str(command[0])):
        pytest.skip(f"no {command[0]}")
    return subprocess.run(
        [program if program.exists() else command[0], *command[1:]],
        cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip


def test_the_notes_of_a_release_are_its_section_of_the_changelog(release) -> None:  # type: ignore[no-untyped-def]
    assert release.release_notes(CHANGELOG, "0.2.0") == "### Added\n\n- A thing.\n"
    assert release.release_notes(CHANGELOG, "0.1.0") == "- Another.\n"


@pytest.mark.parametrize("version", ["0.3.0", "0.2", "Unreleased"])
def test_a_version_without_a_section_stops_the_release(release, version: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(SystemExit, match=re.escape(f"CHANGELOG.md has nothing about {version}")):
        release.release_notes(CHANGELOG, version)


def test_tag_package_and_citation_must_have_one_version(release) -> None:  # type: ignore[no-untyped-def]
    assert release.release_version("v0.2.0", '__version__ = "0.2.0"\n', "version: 0.2.0\n") == "0.2.0"
    with pytest.raises(
        SystemExit, match=r"not one version: the tag has 0\.3\.0, .* has 0\.2\.0, CITATION\.cff has none"
    ):
        release.release_version("v0.3.0", '__version__ = "0.2.0"\n', "")


def test_citation_names_the_version_of_the_package(release) -> None:  # type: ignore[no-untyped-def]
    from captious import __version__

    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    source = (ROOT / "src" / "captious" / "__init__.py").read_text(encoding="utf-8")
    assert release.release_version(f"v{__version__}", source, citation) == __version__


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("https://github.com/somebody/captious", "* @somebody"),
        ("https://gitlab.com/somebody/captious", "# It names no account on GitHub yet."),
        ("not set", "# It names no account on GitHub yet."),
    ],
)
def test_reviews_are_asked_of_the_account_in_the_address(
    monkeypatch: pytest.MonkeyPatch, address: str, line: str
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / ".ci"))
    import address as module

    assert module.owners_text(address).splitlines()[-1] == line


def test_every_action_is_pinned_by_its_commit() -> None:
    files = [*(ROOT / ".github" / "workflows").glob("*.yml"), ROOT / "action.yml"]
    used = [
        (path.name, line.strip())
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r"\s*-?\s*uses:", line)
    ]
    assert used
    assert not [use for use in used if not re.search(r"uses: (\./|[\w./-]+@[0-9a-f]{40} # v\d)", use[1])]


@pytest.mark.programs
@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("vendor.github-workflows", ".github/workflows/*.yml"),
        ("vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/[0-9]*.yml"),
        ("vendor.github-issue-config", ".github/ISSUE_TEMPLATE/config.yml"),
        ("vendor.dependabot", ".github/dependabot.yml"),
        ("vendor.citation-file-format", "CITATION.cff"),
    ],
)
def test_files_for_github_follow_their_schema(schema: str, pattern: str) -> None:
    files = sorted(ROOT.glob(pattern))
    assert files
    checked = run("check-jsonschema", "--builtin-schema", schema, *files)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.programs
def test_every_file_has_a_licence() -> None:
    checked = run("reuse", "lint", "--quiet")
    assert checked.returncode == 0, run("reuse", "lint").stdout


@pytest.mark.programs
def test_workflows_give_no_more_than_they_must() -> None:
    checked = run("zizmor", "--offline", "--no-progress", "--quiet", ".github", "action.yml")
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.programs
def test_the_container_file_is_sound() -> None:
    checked = run("hadolint", "Containerfile")
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.programs
@pytest.mark.xdist_group("wheel")
def test_what_is_built_can_be_published(tmp_path: Path) -> None:
    built = run(
        "python", "-m", "pip", "wheel", "--quiet", "--no-deps", "--retries", "0", "--wheel-dir", tmp_path, "."
    )
    if built.returncode and re.search("hatchling|onnection|fetch URL", built.stderr):
        pytest.skip("the build back end cannot be fetched")
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    for command in (("twine", "check", "--strict", wheel), ("check-wheel-contents", wheel)):
        checked = run(*command)
        assert checked.returncode == 0, checked.stdout + checked.stderr
