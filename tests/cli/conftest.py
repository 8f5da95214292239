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
