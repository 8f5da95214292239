"""Every example runs as a reader of the repository would run it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SCRIPTS = sorted(path.name for path in EXAMPLES.iterdir() if path.suffix in (".py", ".sh"))
EXPECTED = {
    "captions_with_anchors.py": "'Thank you for having me' is in: Dr. Jonas Lind:",
    "library_use.py": "talk.vtt:5:",
    "pages.sh": "talk.preview.html  21 cues, 0 findings",
    "transcript_to_captions.sh": ">> MAYA OKAFOR: Welcome back.",
}


def test_each_example_has_an_expectation() -> None:
    assert set(SCRIPTS) == set(EXPECTED)
    assert len(SCRIPTS) >= 3


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_example_runs(script: str, tmp_path: Path) -> None:
    command = [sys.executable, str(EXAMPLES / script)]
    if script.endswith(".sh"):
        command = ["sh", str(EXAMPLES / script), str(tmp_path)]
    # the interpreter's folder comes first, so that its captious is the one the shell finds
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert EXPECTED[script] in done.stdout
    assert done.stderr == ""


def test_the_captions_are_what_the_command_makes(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "captious",
        "caption",
        "talk.txt",
        "--style",
        "youtube",
        "--duration",
        "0:52",
    ]
    subprocess.run(
        [*command, "--to", "srt,vtt", "-o", str(tmp_path)], cwd=EXAMPLES, capture_output=True, check=True
    )
    for name in ("talk.srt", "talk.vtt"):
        made = (tmp_path / name).read_bytes()
        assert made == (EXAMPLES / name).read_bytes(), f"if this is meant, copy {name} there"
