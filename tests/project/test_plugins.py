"""A small package that adds a rule and a format, installed as a user would, without a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TALK = "1\n00:00:01,000 --> 00:00:03,000\nWelcome to Youtube.\n"
PROJECT = """\
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "captious-house"
version = "1.0"

[project.entry-points."captious.rules"]
house = "captious_house.rules"

[project.entry-points."captious.formats"]
ping = "captious_house.ping"
"""
BACKEND = '''
import zipfile
from pathlib import Path

INFO = "captious_house-1.0.dist-info"
POINTS = """[captious.rules]
house = captious_house.rules

[captious.formats]
ping = captious_house.ping
"""


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    name = "captious_house-1.0-py3-none-any.whl"
    with zipfile.ZipFile(Path(wheel_directory) / name, "w") as wheel:
        for path in sorted(Path("captious_house").glob("*.py")):
            wheel.write(path)
        wheel.writestr(f"{INFO}/METADATA", "Metadata-Version: 2.1\\nName: captious-house\\nVersion: 1.0\\n")
        facts = ["Wheel-Version: 1.0", "Generator: test", "Root-Is-Purelib: true", "Tag: py3-none-any"]
        wheel.writestr(f"{INFO}/WHEEL", "\\n".join(facts) + "\\n")
        wheel.writestr(f"{INFO}/entry_points.txt", POINTS)
        wheel.writestr(f"{INFO}/RECORD", "")
    return name
'''
RULES = '''"""A name is misspelt.

## Why it matters

Names matter.
"""

import re

from captious.plugin import Group, Place, Rule, Severity, report


def check(subject):
    places = (
        Place(cue, *match.span(), f"{match[0]} is misspelt", "YouTube")
        for cue, match in subject.matches(re.compile("Youtube"))
    )
    return report(RULE, subject, places, "Write it as the house does", safe=False)


RULE = Rule("HSE001", "misspelt-name", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="unsafe")
'''
PING = '''"""Ping: a line for each cue."""

from captious.plugin import (
    Format, FormatError, Reading, Use, features, make_cue, make_document, parse_clock, plain_lines, vtt_time,
)

FORMAT = Format(
    "ping", "Ping Captions", (".ping",), "text/x-ping", "captious_house.ping", Use.READ | Use.WRITE | Use.CAPTION,
    holds=frozenset({features.TIMES, features.END_TIMES}),
)


def recognises(text):
    return text.startswith("#ping")


def read(text):
    cues = []
    for number, line in enumerate(text.splitlines()[1:], 2):
        parts = line.split(" ", 2)
        if len(parts) < 3:
            raise FormatError("a line without times", line=number, column=1)
        cues.append(make_cue(parse_clock(parts[0]), parse_clock(parts[1]), plain_lines(parts[2])))
    return Reading(make_document(cues, title="Ping"))


def write(document):
    rows = [f"{vtt_time(cue.start_ms)} {vtt_time(cue.end_ms)} {' '.join(cue.lines)}\\n" for cue in document.cues]
    return "#ping 1\\n" + "".join(rows)
'''


def make_package(folder: Path, *, rules: str = RULES, ping: str = PING) -> Path:
    package = folder / "captious-house"
    (package / "captious_house").mkdir(parents=True)
    for name, text in (
        ("pyproject.toml", PROJECT),
        ("backend.py", BACKEND),
        ("captious_house/__init__.py", ""),
        ("captious_house/rules.py", rules),
        ("captious_house/ping.py", ping),
    ):
        (package / name).write_text(text, encoding="utf-8")
    return package


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package installed by pip."""
    folder = tmp_path_factory.mktemp("plugins")
    target = folder / "site"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation",
         "--disable-pip-version-check", "--target", target, make_package(folder)],
        check=True, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    return target


def run(site: Path, *arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    """captious, in a process of its own that has the package."""
    paths = [str(site), *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.run(
        [sys.executable, "-m", "captious", *map(str, arguments)],
        cwd=cwd, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "NO_COLOR": "1", "COLUMNS": "200"},
    )  # fmt: skip


@pytest.fixture
def broken(installed: Path, tmp_path: Path) -> Path:
    """The installed package, to be broken."""
    return Path(shutil.copytree(installed, tmp_path / "broken"))


@pytest.mark.programs
def test_an_installed_rule_is_a_rule_like_any_other(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "talk.srt").write_text(TALK, encoding="utf-8")
    done = run(installed, "check", "talk.srt", "--select", "HSE", "--output-format", "concise", cwd=tmp_path)
    assert done.stdout.startswith("talk.srt:3:12: HSE001 Youtube is misspelt"), done.stderr
    assert "HSE001" in run(installed, "check", "talk.srt", cwd=tmp_path).stdout
    assert (
        "## Why it matters\n\nNames matter." in run(installed, "rule", "misspelt-name", cwd=tmp_path).stdout
    )
    assert "HSE001  misspelt-name" in run(installed, "rule", "--all", cwd=tmp_path).stdout
    (tmp_path / "captious.toml").write_text('extend-select = ["HSE001"]\n', encoding="utf-8")
    assert run(installed, "fix", "talk.srt", "--unsafe-fixes", cwd=tmp_path).returncode == 0
    assert "Welcome to YouTube." in (tmp_path / "talk.srt").read_text(encoding="utf-8")
    sarif = run(installed, "check", "talk.srt", "--output-format", "sarif", cwd=tmp_path)
    assert sarif.returncode == 0


@pytest.mark.programs
def test_an_installed_format_is_known_by_ending_and_content(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "talk.srt").write_text(TALK, encoding="utf-8")
    assert run(installed, "convert", "talk.srt", "talk.ping", cwd=tmp_path).returncode == 0
    ours = (tmp_path / "talk.ping").read_text(encoding="utf-8")
    assert ours == "#ping 1\n00:00:01.000 00:00:03.000 Welcome to Youtube.\n"
    (tmp_path / "talk.ping").rename(tmp_path / "talk.dat")
    assert (
        run(installed, "convert", "talk.dat", "--to", "vtt", "-o", "back.vtt", cwd=tmp_path).returncode == 0
    )
    assert "Welcome to Youtube." in (tmp_path / "back.vtt").read_text(encoding="utf-8")
    (tmp_path / "other.ping").write_text(ours, encoding="utf-8")
    found = run(installed, "check", ".", "--select", "HSE", cwd=tmp_path).stdout
    assert "other.ping: warning HSE001" in found
    assert "ping" in run(installed, "convert", "--help", cwd=tmp_path).stdout
    (tmp_path / "bad.ping").write_text("#ping 1\nx\n", encoding="utf-8")
    assert "bad.ping:2:1: a line without times" in run(installed, "stats", "bad.ping", cwd=tmp_path).stderr


@pytest.mark.programs
@pytest.mark.parametrize(
    ("module", "change", "command", "message"),
    [
        ("rules", ("import re\n", "import rex\n"), "check", "(house) cannot be loaded: ModuleNotFoundError: No module"),
        ("rules", ('"HSE001"', '"LAY001"'), "check", "LAY001 is a rule of captious"),
        ("rules", ("import re\n", "import re\nCAPTIOUS_API = 9\n"), "check", "is for version 9 of the interface"),
        ("rules", ("    places", "    len(1)\n    places"), "check", "the rule HSE001 misspelt-name of the plug-in"),
        ("ping", ('"ping", "Ping', '"srt", "Ping'), "convert", "gives the format srt, which is also the name of"),
        ("ping", ('(".ping",)', '(".vtt",)'), "convert", "the ending .vtt, which is that of WebVTT"),
        ("ping", ("def write", "def writes"), "convert", "has no function write in captious_house.ping"),
        ("ping", ("    rows =", "    rows = 1 / 0\n    rows ="), "convert", "(ping) failed: ZeroDivisionError"),
    ],
)  # fmt: skip
def test_a_package_that_does_not_work_is_an_error_that_names_it(  # noqa: PLR0917
    module: str, change: tuple[str, str], command: str, message: str, broken: Path, tmp_path: Path
) -> None:
    path = broken / "captious_house" / f"{module}.py"
    path.write_text(path.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    shutil.rmtree(broken / "captious_house" / "__pycache__", ignore_errors=True)
    (tmp_path / "talk.srt").write_text(TALK, encoding="utf-8")
    more = ("talk.ping",) if command == "convert" else ()
    done = run(broken, command, "talk.srt", *more, cwd=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr
    assert "captious-house 1.0" in done.stderr
    assert "Traceback" not in done.stderr
    assert "a bug in captious" not in done.stderr
    # help never needs it
    assert run(broken, "--help", cwd=tmp_path).returncode == 0
