"""The command line, run in this process as a shell would run it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import pytest

from captious.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path, stdin: bytes = b"") -> Done: ...


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs captious; every run must end with an exit code and without a traceback."""

    def call(*arguments: str | Path, stdin: bytes = b"") -> Done:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        assert isinstance(ended.value.code, int)
        return Done(ended.value.code, captured.out, captured.err)

    return call


INTERVIEW = """\
Ann Lee: Hello and welcome to the show. Today we talk about captions, and about
the people who need them. My guest has written three books on it.
Dr. Bob Ray: Thank you for having me. It is a pleasure to be here.
Ann Lee: Hehehe. What makes a caption good?
Dr. Bob Ray: It must be read in the time it is shown, and it must break where a
reader would take a breath. One more thing: never lose a word.
"""


@pytest.fixture
def interview(tmp_path: Path) -> Path:
    path = tmp_path / "talk.txt"
    path.write_text(INTERVIEW, encoding="utf-8")
    return path


OVERLAP = """\
1
00:00:01,000 --> 00:00:03,500
First.

2
00:00:03,000 --> 00:00:05,000
Second.
"""
"""Cue 1 overlaps cue 2: one error, TIM003, with a safe fix."""

CLEAN = OVERLAP.replace("03,500", "03,000")

TWO = ("--select", "TIM003,line-too-long", "--output-format", "concise")
"""Two rules, so that what the others find does not change these tests."""


def write(path: Path, text: str = OVERLAP, encoding: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding=encoding, newline="")
    return path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to run in, with no configuration of the user's own in sight."""
    home = tmp_path / "home"
    work = tmp_path / "work"
    home.mkdir()
    work.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    monkeypatch.chdir(work)
    return work
