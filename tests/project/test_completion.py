"""Shell completion, as docs/guide/ci.md tells to set it up."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.programs

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide" / "ci.md"


def captious(**environment: str) -> str:
    program = shutil.which("captious", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("captious is not installed as a program beside this Python")
    done = subprocess.run(
        [program], env={**os.environ, **environment}, capture_output=True, encoding="utf-8", check=False
    )
    assert done.stderr == ""
    return done.stdout


def test_the_guide_names_a_source_for_each_shell() -> None:
    sources = re.findall(r"_CAPTIOUS_COMPLETE=([a-z]+_source) captious", GUIDE.read_text(encoding="utf-8"))
    assert sources == ["bash_source", "zsh_source", "fish_source"]
    if shutil.which("bash"):  # click asks bash for its version
        assert "_captious_completion" in captious(_CAPTIOUS_COMPLETE="bash_source")
    for source in sources[1:]:
        assert "_captious_completion" in captious(_CAPTIOUS_COMPLETE=source)


def test_commands_and_options_are_completed() -> None:
    asked = {"_CAPTIOUS_COMPLETE": "bash_complete"}
    assert "plain,check\n" in captious(**asked, COMP_WORDS="captious che", COMP_CWORD="1")
    assert "plain,--output-format\n" in captious(**asked, COMP_WORDS="captious check --out", COMP_CWORD="2")


@pytest.mark.parametrize(
    ("line", "formats"),
    [
        ("captious convert --to t", ["ttml", "tsv", "text"]),
        ("captious convert --from s", ["srt", "sbv", "scc", "stl", "sami", "subviewer", "spruce-stl"]),
        # several with commas between, each once
        ("captious caption --to srt,s", ["srt,sbv", "srt,scc", "srt,stl"]),
    ],
)
def test_the_formats_that_an_option_takes_are_completed(line: str, formats: list[str]) -> None:
    shown = captious(_CAPTIOUS_COMPLETE="bash_complete", COMP_WORDS=line, COMP_CWORD="3")
    assert shown.split() == [f"plain,{name}" for name in formats]
