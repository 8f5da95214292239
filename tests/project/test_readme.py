"""What the README shows can be done as shown."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

from captious.cli.commands.caption import command

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TALK = (
    "Ann Lee: Hello and welcome. We talk about captions.\nBob Ray: Thank you for having me.\nAnn Lee: Good.\n"
)


def blocks(root: Path, language: str) -> list[str]:
    text = (root / "README.md").read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_the_python_example_runs(root: Path, tmp_path: Path) -> None:
    (code,) = blocks(root, "python")
    (tmp_path / "talk.txt").write_text(TALK, encoding="utf-8")
    (tmp_path / "edited.srt").write_text("1\n00:00:01.000 --> 00:00:02,000\nHi\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Ann Lee" in done.stdout
    assert "SRT" in done.stdout
    assert (tmp_path / "talk.vtt").exists()


def test_every_option_shown_exists(root: Path) -> None:
    known = {option for parameter in command.params for option in parameter.opts}
    shown = [word for block in blocks(root, "console") for line in block.replace("\\\n", " ").splitlines()
             if line.startswith("$ captious caption") for word in shlex.split(line.split("#")[0])]  # fmt: skip
    options = {word for word in shown if re.fullmatch(r"--?[a-z][a-z-]*", word)}
    assert options
    assert options <= known


def test_the_readme_says_how_to_get_it_once_there_is_an_address(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(root / ".ci"))
    import readme

    home = "https://github.com/example/captious"
    assert readme._clone(home) == f"```console\n$ git clone {home}\n$ cd captious\n$ make captions\n```\n"
    assert "git clone" not in readme._clone("not set")
    text = (root / "README.md").read_text(encoding="utf-8")
    assert readme._CLONE.search(text)
