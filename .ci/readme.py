"""Fills the README's terminal session and caption excerpts by running what they show."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from address import NOT_SET, address

ROOT = Path(__file__).resolve().parents[1]

_RUN = re.compile(r"(?<=<!-- begin run -->\n)```console\n(.*?)```(?=\n<!-- end run -->)", re.DOTALL)
_COMMAND = "$ captious "
_FILE = re.compile(
    r"(<!-- begin cues: (\S+) from \"([^\"]+)\" -->\n```\w+\n).*?(```\n<!-- end cues -->)", re.DOTALL
)
_CUES = 3
_CLONE = re.compile(r"(<!-- begin clone -->\n).*?(<!-- end clone -->)", re.DOTALL)


def readme_page() -> str:
    """The README with every marked block generated again; the text around them stays as it is."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "seeds").symlink_to(ROOT / "seeds")
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        text = _RUN.sub(lambda match: f"```console\n{_session(match[1], folder)}```", text)
        text = _CLONE.sub(lambda match: f"{match[1]}{_clone(address())}{match[2]}", text)
        return _FILE.sub(lambda match: f"{match[1]}{_cues(Path(folder, match[2]), match[3])}{match[4]}", text)


def _clone(home: str) -> str:
    """How to get the repository and begin, from its address."""
    if home == NOT_SET:
        # no line that leads nowhere
        lines = [
            "cd captious                 # a checkout of this repository, which has no public address yet"
        ]
    else:
        lines = [f"git clone {home}", f"cd {home.rpartition('/')[2]}"]
    commands = "\n".join(f"$ {line}" for line in (*lines, "make captions"))
    return f"```console\n{commands}\n```\n"


def _session(shown: str, folder: str) -> str:
    """The commands of a block, each with its current output."""
    commands = [line for line in shown.splitlines() if line.startswith(_COMMAND)]
    return "\n".join(f"{command}\n{_run(command.removeprefix(_COMMAND), folder)}" for command in commands)


def _run(arguments: str, folder: str) -> str:
    words = [
        part
        for word in shlex.split(arguments)
        for part in (
            sorted(str(path.relative_to(folder)) for path in Path(folder).glob(word))
            if "*" in word
            else [word]
        )
    ]
    command = [sys.executable, "-m", "captious", *words]
    done = subprocess.run(  # noqa: S603 - the README is ours
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode not in (0, 1):
        raise SystemExit(f"README: captious {arguments} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def _cues(path: Path, phrase: str) -> str:
    """A few cues of a file, from the one with a phrase on."""
    blocks = path.read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    first = next(number for number, block in enumerate(blocks) if phrase in block)
    return "\n\n".join(blocks[first : first + _CUES]) + "\n"
