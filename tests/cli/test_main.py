from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import captious

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_help_names_the_commands(run: Run) -> None:
    done = run("--help")
    assert done.code == 0
    assert "caption" in done.out
    assert run("-h").out == done.out


def test_version(run: Run) -> None:
    assert captious.__version__ in run("--version").out


def test_an_unknown_command_names_the_nearest(run: Run) -> None:
    done = run("capton")
    assert done.code == 2
    assert "Did you mean 'caption'?" in done.err
    assert run("zzz").code == 2


def test_a_closed_pipe_is_no_traceback(tmp_path: object) -> None:
    python = sys.executable
    text = "print(\x27Ann: Word and word. \x27 * 5000)"
    command = f'{python} -c "{text}" | {python} -m captious caption - --to srt --lang en -q | head -c 10'
    done = subprocess.run(command, shell=True, capture_output=True, check=False)  # noqa: S602 - a pipe needs a shell
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


def test_a_folder_leads_to_the_command_for_folders(run: Run, tmp_path: Path) -> None:
    for command in ("caption", "convert", "transcript"):
        (tmp_path / "in").mkdir(exist_ok=True)
        options = ("--to", "vtt") if command == "convert" else ()
        done = run(command, tmp_path / "in", *options, "-o", f"{tmp_path / 'out'}/")
        assert done.code == 2
        assert "it is a folder" in done.err
        assert "captious batch COMMAND FOLDER" in done.err


def test_a_hint_is_printed_once_and_on_a_line_of_its_own(run: Run, tmp_path: Path) -> None:
    done = run("caption", tmp_path / "a.txt", "--duration", "soon")
    assert done.err.splitlines()[0].endswith("not a time: 'soon'")
    assert done.err.count("Write seconds") == 1
    assert done.err.count("\n") == 2
