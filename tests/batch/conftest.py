"""Folders of small files, and the command run as a program."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from captious.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TALK = (
    "A talk\n\nAnn Lee: Hello there, Bob, and welcome. This is talk number {number}.\n\n"
    "Bob: Thank you. It is good.\n"
)


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


def program(*arguments: object, cwd: Path, env: dict[str, str] | None = None) -> Ran:
    """Runs captious as a user would, and never sees a traceback."""
    command = [sys.executable, "-m", "captious", *map(str, arguments)]
    done = subprocess.run(
        command,
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **(env or {})},
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def batch(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Ran]:
    """Runs ``captious batch`` in a folder of its own, in this process."""
    monkeypatch.chdir(tmp_path)
    # a busy machine must not change what is printed
    monkeypatch.setattr("captious.cli.progress.PLAIN_EVERY_S", 1e9)

    def run(*arguments: object) -> Ran:
        with pytest.raises(SystemExit) as ended:
            main(["batch", *map(str, arguments)])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, captured.out, captured.err)

    return run


@pytest.fixture
def talks(tmp_path: Path) -> Callable[[int], Path]:
    """A folder of so many transcripts, some of them in a folder below."""

    def make(count: int) -> Path:
        folder = tmp_path / "talks"
        (folder / "more").mkdir(parents=True)
        for number in range(count):
            place = folder / "more" if number % 3 == 0 else folder
            (place / f"talk{number}.txt").write_text(TALK.format(number=number), encoding="utf-8")
        return folder

    return make


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, but ledgers."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "ledger" not in path.name
    }
