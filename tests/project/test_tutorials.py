"""The tutorials, word for word: their files are written, their commands run, and what they print is what is shown.

A fence with a ``title`` is a file of that name. In a ``console`` fence, a line that begins with ``$`` is a command, and
what follows is what it prints; ``…`` stands for any lines, or for anything in a line. Commands that need a network or
another program are in ``sh`` fences, and are not run.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.programs

ROOT = Path(__file__).resolve().parents[2]
TUTORIALS = sorted((ROOT / "docs" / "tutorials").glob("*.md"))
_FENCE = re.compile(r"^(`{3,})(\w+)(?: title=\"([^\"]+)\")?\n(.*?)^\1$", re.MULTILINE | re.DOTALL)


def as_shown(wanted: list[str], got: list[str]) -> bool:
    if not wanted:
        return not got
    first, *rest = wanted
    if first == "…":
        return any(as_shown(rest, got[skipped:]) for skipped in range(len(got) + 1))
    if not got:
        return False
    same = re.fullmatch(".*".join(map(re.escape, first.split("…"))), got[0])
    return same is not None and as_shown(rest, got[1:])


def sessions(text: str) -> list[tuple[str, list[str]]]:
    """The commands of a fence, with the lines that each prints."""
    found: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found and found[-1][0].endswith("\\"):
            found[-1] = (f"{found[-1][0]}\n{line}", [])
        else:
            found[-1][1].append(line.rstrip())
    return found


@pytest.mark.skipif(os.name != "posix", reason="the commands are those of a POSIX shell")
@pytest.mark.parametrize("page", TUTORIALS, ids=lambda page: page.stem)
def test_a_tutorial_goes_as_it_says(page: Path, tmp_path: Path) -> None:
    programs, folder = tmp_path / "programs", tmp_path / "work"
    programs.mkdir()
    folder.mkdir()
    (programs / "captious").write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -m captious "$@"\n', encoding="utf-8"
    )
    (programs / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    for program in programs.iterdir():
        program.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "NO_COLOR": "1",
        "COLUMNS": "100",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "GIT_AUTHOR_NAME": "Ann", "GIT_AUTHOR_EMAIL": "ann@example.org", "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_COMMITTER_NAME": "Ann", "GIT_COMMITTER_EMAIL": "ann@example.org",
    }  # fmt: skip
    for fence in _FENCE.finditer(page.read_text(encoding="utf-8")):
        _, kind, title, body = fence.groups()
        if title:
            target = folder / title
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(body, encoding="utf-8")
        elif kind == "console":
            for command, wanted in sessions(body):
                done = subprocess.run(
                    ["bash", "-c", command], cwd=folder, env=environment, check=False, encoding="utf-8",
                    stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                )  # fmt: skip
                assert done.returncode in (0, 1), f"$ {command}\n{done.stdout}"
                got = [line.rstrip() for line in done.stdout.splitlines()]
                assert as_shown(wanted, got), f"$ {command}\n{done.stdout}"
