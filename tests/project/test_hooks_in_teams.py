"""The hooks as a team has them: from a clone at a commit, under pre-commit and prek, with files of every kind."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from tests.project.test_pre_commit import (
    BAD,
    GOOD,
    NO_NETWORK,
    Repository,
    named,
    offered,
    reported,
    snapshot,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.programs

WARNED = GOOD.replace("This is the second caption.", "x" * 60)
"""A line that is longer than YouTube's advice: a warning."""


def runner(name: str) -> list[str]:
    if name == "pre-commit":
        return [sys.executable, "-m", "pre_commit"]
    program = shutil.which("prek", path=str(Path(sys.executable).parent)) or shutil.which("prek")
    if program is None:
        pytest.skip("no prek here")
    return [program]


@pytest.fixture(scope="module")
def offering(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """captious as a repository of one commit, as others clone it."""
    if shutil.which("git") is None:
        pytest.skip("no git here")
    folder = tmp_path_factory.mktemp("offering")
    (folder / "work").mkdir()
    yield snapshot(folder / "captious", Repository(folder / "work", folder))


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    if shutil.which("git") is None:
        pytest.skip("no git here")
    (tmp_path / "repository").mkdir()
    made = Repository(tmp_path / "repository", tmp_path / "home")
    made.environment |= {"PREK_HOME": str(tmp_path / "prek"), "PIP_RETRIES": "1"}
    return made


def use(repository: Repository, tool: list[str], config: object) -> None:
    """Install a configuration with a tool, and commit it past the hook."""
    repository.write(".pre-commit-config.yaml", yaml.safe_dump(config))
    repository.run(*tool, "install")
    repository.git("add", ".pre-commit-config.yaml")
    repository.git("commit", "--quiet", "--no-verify", "--message", "Start")


def commit(repository: Repository) -> tuple[bool, str]:
    """Whether everything there is could be committed, and what was said; prek indents it."""
    committed, said = repository.commit()
    return committed, re.sub(r"(?m)^  (?=\S)", "", said)


@pytest.mark.parametrize("name", ["pre-commit", "prek"])
def test_five_hundred_files_are_checked_from_a_clone_at_a_commit(
    repository: Repository, offering: Path, name: str
) -> None:
    tool = runner(name)
    head = repository.run("git", "-C", str(offering), "rev-parse", "HEAD").stdout.strip()
    hooks = [{"id": "captious-check"}]
    use(repository, tool, {"repos": [{"repo": str(offering), "rev": head, "hooks": hooks}]})
    # names so long that no command line holds them all
    folder = "/".join(["a folder with a rather long name " + "x" * 60] * 3)
    for number in range(500):
        repository.write(f"{folder}/talk {number:03d}.srt", GOOD)
    bad = [f"{folder}/talk 000.srt", f"{folder}/talk 499.srt", "UPPER.SRT", "with spaces.srt", "-dash.srt"]
    for path in bad:
        repository.write(path, BAD)
    repository.write("sixteen.srt", b"\xff\xfe" + BAD.encode("utf-16-le"))
    repository.write("warned.Srt", WARNED)
    committed, said = commit(repository)
    if any(sign in said for sign in NO_NETWORK):
        pytest.skip("the hook's environment cannot be fetched")
    assert not committed, said
    assert named(said) == {*bad, "sixteen.srt"}
    calls = len(re.findall(r"(?m)^\s*(?:Found|Nothing found) ", said))
    assert calls > 1 or name == "prek", "prek allows itself longer command lines"
    assert "not fail this hook:" in said
    for path in bad:
        repository.write(path, GOOD)
    repository.write("sixteen.srt", b"\xff\xfe" + GOOD.encode("utf-16-le"))
    committed, said = commit(repository)
    assert committed, said
    # and what passes with warnings says so
    assert "1 × warning LAY001 line-too-long -- captious rule LAY001" in said


@pytest.mark.parametrize("name", ["pre-commit", "prek"])
def test_a_run_that_passes_with_warnings_says_so_and_a_strict_one_fails(
    repository: Repository, name: str
) -> None:
    tool = runner(name)
    use(repository, tool, {"repos": [{"repo": "local", "hooks": [offered("captious-check")]}]})
    repository.write("talk.srt", WARNED)
    committed, said = commit(repository)
    assert committed, said
    assert "1 warning in 1 file does not fail this hook:" in said
    use(repository, tool, {"repos": [{"repo": "local", "hooks": [offered("captious-check-strict")]}]})
    repository.write("talk.srt", WARNED.replace("x", "y"))
    committed, said = commit(repository)
    assert not committed
    assert ("talk.srt", 7, "LAY001") in reported(said)


@pytest.mark.parametrize("name", ["pre-commit", "prek"])
def test_errors_come_first_in_one_line_each(repository: Repository, name: str) -> None:
    tool = runner(name)
    use(repository, tool, {"repos": [{"repo": "local", "hooks": [offered("captious-check")]}]})
    repository.write("a.srt", WARNED)
    repository.write("b.srt", BAD)
    committed, said = commit(repository)
    assert not committed
    lines = [line.strip() for line in said.split("\n")]
    (error,) = [line for line in lines if " error TIM003 " in line]
    assert error.endswith("-- captious rule TIM003")
    (others,) = [line for line in lines if line.endswith("not fail this hook:")]
    assert lines.index(error) < lines.index(others)


@pytest.mark.parametrize("name", ["pre-commit", "prek"])
def test_what_init_writes_works(repository: Repository, name: str) -> None:
    """A hundred old files with issues, a baseline, and one new file that is wrong."""
    tool = runner(name)
    for number in range(100):
        repository.write(f"old/{number:03d}.srt", BAD)
    repository.write("old/broken.srt", b"1\n00:00:01,000 --> 00:00:02,000\n\xff\xfe\xfd\n")
    bin_folder = repository.folder.parent / "bin"
    bin_folder.mkdir()
    program = bin_folder / "captious"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m captious "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    repository.environment["PATH"] = f"{bin_folder}:{repository.environment['PATH']}"
    done = repository.run(
        "captious", "init", "--for", "youtube", "--ci", "none", "--repo", "https://example.org/x@v0"
    )
    assert "101 known findings in 101 files" in done.stdout
    # the hook of the captious that runs here, since the repository it names is made up
    use(repository, tool, {"repos": [{"repo": "local", "hooks": [offered("captious-check")]}]})
    committed, said = commit(repository)
    assert committed, said
    repository.write("new.srt", BAD)
    committed, said = commit(repository)
    assert not committed
    assert named(said) == {"new.srt"}
