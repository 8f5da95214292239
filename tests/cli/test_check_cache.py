"""What `captious check` keeps, and that it never says anything else than without."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from captious.checking.cache import FOLDER
from captious.jobs.check_many import FEWEST_CACHED
from captious.reports.registry import OUTPUT_FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Done, Run

FAULTY = (
    "1\n00:00:00,000 --> 00:00:00,300\nToo short for anybody, number {number}.\n\n"
    "2\n00:00:05,000 --> 00:00:07,000\nFine  here.\n"
)
CLEAN = "1\n00:00:00,000 --> 00:00:03,000\nNothing is wrong with number {number}.\n"


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for number in range(FEWEST_CACHED + 5):
        text = (FAULTY if number % 3 == 0 else CLEAN).format(number=number)
        (tmp_path / f"f{number:02}.srt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", OUTPUT_FORMATS)
def test_the_same_with_and_without(run: Run, many: Path, name: str) -> None:
    # into a file: what is for Excel is in UTF-16, which a captured output cannot hold
    report = many / "report"

    def answer(*more: str) -> tuple[Done, bytes]:
        report.unlink(missing_ok=True)
        return run("check", ".", "--output-format", name, "--output-file", report, *more), report.read_bytes()

    expected = answer("--no-cache")
    assert not (many / FOLDER).exists()
    for _ in range(2):
        assert answer() == expected
    (many / "f00.srt").write_text(CLEAN.format(number=0), encoding="utf-8")
    assert answer() == answer("--no-cache") != expected


def test_other_settings_are_other_answers(run: Run, many: Path) -> None:
    for options in ((), ("--style", "netflix-en"), ("--ignore", "TIM"), ("--fps", "25"), ("--lang", "de")):
        kept = run("check", ".", *options)
        assert run("check", ".", *options) == kept == run("check", ".", "--no-cache", *options)


def test_git_does_not_see_it_and_few_files_make_none(run: Run, many: Path) -> None:
    run("check", "f00.srt")
    assert not (many / FOLDER).exists()
    run("check", ".")
    assert (many / FOLDER / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_what_is_broken_is_no_matter(run: Run, many: Path) -> None:
    expected = run("check", ".", "--no-cache")
    run("check", ".")
    book = sqlite3.connect(many / FOLDER / "findings.sqlite")
    book.execute("UPDATE findings SET packed = '[1, 2'")
    book.commit()
    book.close()
    assert run("check", ".") == expected
    (many / FOLDER / "findings.sqlite").write_text(
        "no book at all, but long enough to look at", encoding="utf-8"
    )
    assert run("check", ".") == expected


def test_runs_at_the_same_time(many: Path) -> None:
    command = [sys.executable, "-m", "captious", "check", ".", "--output-format", "concise"]
    expected = subprocess.run([*command, "--no-cache"], cwd=many, capture_output=True, check=False).stdout
    running = [subprocess.Popen(command, cwd=many, stdout=subprocess.PIPE) for _ in range(4)]
    assert [process.communicate()[0] for process in running] == [expected] * 4


def test_what_fixes_is_not_kept(run: Run, many: Path) -> None:
    run("fix", ".")
    assert not (many / FOLDER).exists()
