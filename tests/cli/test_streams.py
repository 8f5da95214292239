"""Standard streams that are closed or full: a message of captious, its exit code, and no traceback."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import CLEAN, write

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = (
    "check --isolated ok.srt",
    "convert ok.srt --to vtt -o - -q",
    "fix - --stdin-filename ok.srt",
    "--help",
)


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    write(folder / "ok.srt", CLEAN)
    command = ["bash", "-c", f"{sys.executable} -m captious {line}"]  # a shell can close streams
    return subprocess.run(
        command, cwd=folder, input=CLEAN, capture_output=True, encoding="utf-8", check=False, timeout=60
    )


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("stream", "reason"), [(">&-", "cannot write"), (">/dev/full", "cannot write: no space left on device")]
)
def test_standard_output(command: str, stream: str, reason: str, folder: Path) -> None:
    done = shell(f"{command} {stream}", folder)
    assert done.returncode == 2
    assert done.stderr.startswith(f"captious: error: standard output: {reason}")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("stream", ["2>&-", "2>/dev/full"])
def test_standard_error_that_nobody_can_read(stream: str, folder: Path) -> None:
    done = shell(f"check --isolated gone.srt {stream}", folder)
    assert (done.returncode, done.stderr) == (2, "")


def test_a_closed_standard_input_is_empty(folder: Path) -> None:
    done = shell("check --isolated - --stdin-filename a.srt <&-", folder)
    assert done.returncode == 1
    assert "FIL006" in done.stdout


def test_a_file_never_takes_the_place_of_a_closed_stream(folder: Path) -> None:
    done = shell("convert ok.srt --to vtt -o made.vtt >&- 2>&-", folder)
    assert done.returncode == 0
    assert (folder / "made.vtt").read_text(encoding="utf-8").startswith("WEBVTT\n\n00:00:01.000")


def test_what_is_not_written_to_it_needs_no_standard_output(folder: Path) -> None:
    assert shell("check --isolated -q ok.srt >&-", folder).returncode == 0
