"""`captious check --since`, in real git repositories."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import CLEAN, OVERLAP, TWO, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

LATER = "\n3\n00:00:06,000 --> 00:00:08,500\nThird.\n\n4\n00:00:08,000 --> 00:00:09,000\nFourth.\n"


def git(*arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false", *arguments],
        check=True, capture_output=True,
    )  # fmt: skip


@pytest.fixture
def checkout(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    git("init", "-q")
    write(folder / "sub" / "a.srt")
    git("add", ".")
    git("commit", "-qm", "first")
    return folder


def test_what_was_there_before_is_not_reported(run: Run, checkout: Path) -> None:
    assert run("check", *TWO).code == 1
    assert run("check", *TWO, "--since", "HEAD").code == 0


def test_an_edited_cue_is_checked_and_renumbering_is_no_edit(run: Run, checkout: Path) -> None:
    write(checkout / "sub" / "a.srt", OVERLAP + LATER)
    done = run("check", *TWO, "--since", "HEAD")
    assert done.code == 1
    assert done.out.startswith(f"sub{os.sep}a.srt:10:1: TIM003")
    assert "Found 1 error" in done.out
    renumbered = OVERLAP.replace("1\n00", "7\n00").replace("2\n00", "8\n00")
    write(checkout / "sub" / "a.srt", renumbered)
    assert run("check", *TWO, "--since", "HEAD").code == 0


def test_a_neighbour_put_at_issue_is_reported(run: Run, checkout: Path) -> None:
    write(checkout / "sub" / "a.srt", CLEAN)
    git("commit", "-qam", "clean")
    write(checkout / "sub" / "a.srt", CLEAN.replace("00:00:03,000 --> 00:00:05", "00:00:02,900 --> 00:00:05"))
    done = run("check", *TWO, "--since", "HEAD")
    assert done.code == 1
    assert "a.srt:2:1: TIM003" in done.out
    assert run("check", *TWO, "--since", "HEAD~1").code == 1


def test_new_renamed_and_staged_files(run: Run, checkout: Path) -> None:
    write(checkout / "new.srt")
    assert run("check", *TWO, "--since", "HEAD", "new.srt").code == 1
    git("mv", "sub/a.srt", "sub/ä b.srt")
    assert run("check", *TWO, "--since", "HEAD", "sub").code == 0
    write(checkout / "sub" / "ä b.srt", OVERLAP.replace("First", "Last"))
    git("add", "sub")
    done = run("check", *TWO, "--since", "HEAD", "sub")
    assert "Found 1 error" in done.out


def test_from_a_subfolder_within_a_hook(run: Run, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(checkout / "sub")
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert run("check", *TWO, "--since", "HEAD").code == 0
    assert run("check", *TWO, "--since", "HEAD", "a.srt").code == 0


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_files_git_takes_for_binary(run: Run, checkout: Path, encoding: str) -> None:
    path = write(checkout / "b.srt", OVERLAP.replace("\n", "\r\n"), encoding)
    git("add", ".")
    git("commit", "-qm", "second")
    assert run("check", *TWO, "--since", "HEAD", "b.srt").code == 0
    write(path, (OVERLAP + LATER).replace("\n", "\r\n"), encoding)
    assert "Found 1 error" in run("check", *TWO, "--since", "HEAD", "b.srt").out


def test_only_edited_cues_are_fixed(run: Run, checkout: Path) -> None:
    path = write(checkout / "sub" / "a.srt", OVERLAP + LATER)
    assert run("fix", *TWO, "--since", "HEAD").code == 0
    assert path.read_text(encoding="utf-8") == (OVERLAP + LATER).replace("08,500", "08,000")


def test_standard_input_is_compared_by_its_name(run: Run, checkout: Path) -> None:
    options = ("check", "-", *TWO, "--since", "HEAD", "--stdin-filename", "sub/a.srt")
    assert run(*options, stdin=OVERLAP.encode()).code == 0
    assert run(*options, stdin=(OVERLAP + LATER).encode()).code == 1


@pytest.mark.parametrize("ref", ["nowhere", "--help", "HEAD:sub", ""])
def test_what_is_no_commit_is_refused(run: Run, checkout: Path, ref: str) -> None:
    done = run("check", *TWO, f"--since={ref}")
    assert done.code == 2
    assert "no such commit" in done.err


def test_a_repository_without_a_commit(run: Run, folder: Path) -> None:
    git("init", "-q")
    write(folder / "a.srt")
    done = run("check", *TWO, "--since", "HEAD")
    assert done.code == 2
    assert "no such commit: 'HEAD'" in done.err


def test_no_git_at_all(run: Run, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(checkout))
    done = run("check", *TWO, "--since", "HEAD")
    assert done.code == 2
    assert "needs git" in done.err
