"""Shell completion, as docs/guide/ci.md tells to set it up."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

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


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("check --style netflix-e", ["netflix-en", "netflix-es"]),
        ("style show bbc-online-", ["bbc-online-vertical"]),
        ("check --select LAY00", [f"LAY00{number}" for number in range(1, 10)]),
        ("check --select TIM,overl", ["TIM,overlapping-cues"]),
        ("check --ignore T", ["TIM001", "TXT001", "TTM001"]),
        ("rule overl", ["overlapping-cues"]),
        ("check --output-format git", ["github", "gitlab"]),
    ],
)
def test_styles_rules_and_reports_are_completed(words: str, found: list[str]) -> None:
    place = str(len(words.split()))
    shown = captious(_CAPTIOUS_COMPLETE="bash_complete", COMP_WORDS=f"captious {words}", COMP_CWORD=place)
    assert set(found) <= {line.partition(",")[2] for line in shown.splitlines()}


@pytest.mark.parametrize(
    ("words", "kind"),
    [("check ta", "file"), ("caption ta", "file"), ("check --style ./ho", "file"), ("check --config c", "file"),
     ("split a.srt -o ou", "dir"), ("diff ol", "file")],
)  # fmt: skip
def test_files_and_folders_are_left_to_the_shell(words: str, kind: str) -> None:
    place = str(len(words.split()))
    shown = captious(_CAPTIOUS_COMPLETE="bash_complete", COMP_WORDS=f"captious {words}", COMP_CWORD=place)
    assert [line.partition(",")[0] for line in shown.splitlines()] == [kind]


SCRIPTS = {"bash": "captious.bash", "zsh": "_captious", "fish": "captious.fish"}


def typed(shell: str, text: str, wanted: str, folder: Path) -> str:
    """What a shell shows in a terminal once a text and two tabulators are typed, up to what is wanted."""
    pty = pytest.importorskip("pty")
    import select

    script = GUIDE.parents[1] / "completions" / SCRIPTS[shell]
    start = {
        "bash": (["bash", "--norc", "--noprofile", "-i"], f"source {script}"),
        "zsh": (["zsh", "-f", "-i"], f"autoload -U compinit; compinit -u -d {folder}/dump; source {script}"),
        "fish": (["fish", "--no-config", "-i"], f"source {script}"),
    }[shell]
    # the program as a user has it: a command on the path
    (folder / "bin").mkdir()
    program = folder / "bin" / "captious"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nfrom captious.__main__ import main\nsys.argv[0] = 'captious'\nmain()\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    (folder / "talk one.srt").touch()
    environment = {
        **os.environ, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}", "TERM": "xterm", "HOME": str(folder),
        "COLUMNS": "120", "LINES": "50", "PS1": "> ",
    }  # fmt: skip
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execvpe(start[0][0], start[0], environment)  # noqa: S606 - a shell
    shown = ""
    try:
        _read(terminal, 1.0, "", select)
        os.write(terminal, f"{start[1]}; echo rea''dy\n".encode())
        _read(terminal, 30.0, "ready", select)
        os.write(terminal, f"{text}\t".encode())
        shown += _read(terminal, 8.0, wanted, select)
        if wanted not in shown:
            os.write(terminal, b"\t")
            shown += _read(terminal, 8.0, wanted, select)
    finally:
        os.close(terminal)
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, 9)
        os.waitpid(process, 0)
    return shown


def _read(terminal: int, seconds: float, wanted: str, select: Any) -> str:
    """What comes from a terminal, until it holds what is wanted, or time is up."""
    end, got = time.monotonic() + seconds, b""
    while time.monotonic() < end and not (wanted and wanted in got.decode("utf-8", "replace")):
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                got += os.read(terminal, 65536)
            except OSError:
                break
    return got.decode("utf-8", "replace")


@pytest.mark.parametrize("shell", SCRIPTS)
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("captious style show bbc-online-", "bbc-online-vertical"),
        ("captious rule overl", "overlapping-cues"),
        ("captious convert --to mi", "microdvd"),
        ("captious check tal", "one.srt"),
    ],
)
def test_a_real_shell_completes_what_is_typed(shell: str, text: str, wanted: str, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell}")
    assert wanted in typed(shell, text, wanted, tmp_path)
