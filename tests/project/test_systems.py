"""What can be tried here of other systems: their consoles, line ends and names of files."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

import pytest
import yaml

from captious.reports import uris

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
CRLF = (
    "1\r\n00:00:01,000 --> 00:00:03,500\r\nFirst – “quoted” 字幕.\r\n\r\n"
    "2\r\n00:00:03,000 --> 00:00:05,000\r\nSecond.\r\n"
)


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "captious", *arguments], cwd=folder, capture_output=True, check=False,
        env={**os.environ, "NO_COLOR": "1", **environment},
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "cp932", "utf-8"])
def test_a_console_of_any_encoding_shows_what_it_can(encoding: str, tmp_path: Path) -> None:
    """Windows' consoles and pipes have the code page of the country unless Python is told otherwise."""
    (tmp_path / "a.srt").write_bytes(CRLF.encode())
    done = run(tmp_path, "check", "a.srt", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 1, done.stderr
    assert b"TIM003" in done.stdout
    assert done.stderr == b""
    done.stdout.decode(encoding)
    for arguments in (("--help",), ("rule", "--all"), ("style", "list"), ("style", "show", "netflix-ja")):
        assert run(tmp_path, *arguments, PYTHONIOENCODING=encoding, PYTHONUTF8="0").returncode == 0


def test_line_ends_of_windows_stay_and_settings_may_have_them(tmp_path: Path) -> None:
    (tmp_path / "a.srt").write_bytes(CRLF.encode())
    (tmp_path / "captious.toml").write_bytes(b'language = "en"\r\nselect = ["TIM003"]\r\n')
    assert run(tmp_path, "fix", "a.srt").returncode == 0
    fixed = (tmp_path / "a.srt").read_bytes()
    assert fixed == CRLF.replace("03,500", "03,000").encode()
    assert run(tmp_path, "caption", "talk.txt", "--duration", "0:09").returncode == 2
    (tmp_path / "talk.txt").write_bytes(
        b"\xef\xbb\xbfAnn Lee: Hello and welcome.\r\n\r\nBob Ray: Thank you.\r\n"
    )
    assert run(tmp_path, "caption", "talk.txt", "--duration", "0:09").returncode == 0
    made = (tmp_path / "talk.srt").read_bytes()
    assert b"\r" not in made
    assert b"ANN LEE: Hello" in made


def test_reports_name_files_with_slashes_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uris, "PurePath", PureWindowsPath)
    monkeypatch.setattr(uris.os.path, "realpath", lambda _: "C:\\work")
    assert uris.relative_path("season 1\\a.srt") == "season 1/a.srt"
    assert uris.relative_path("C:\\work\\a.srt") == "a.srt"
    assert uris.path_uri("C:\\work\\season 1\\a.srt") == "season%201/a.srt"
    assert uris.path_uri("D:\\other\\a.srt") == "file:///D%3A/other/a.srt"


def test_names_that_windows_forbids_are_in_no_file_of_the_repository() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    names = listed.stdout.splitlines()
    reserved = re.compile(r"(^|/)(con|prn|aux|nul|com\d|lpt\d)(\.|/|$)", re.IGNORECASE)
    wrong = [name for name in names if re.search(r'[<>:"|?*\\]|[. ](/|$)', name) or reserved.search(name)]
    assert not wrong
    assert len({name.lower() for name in names}) == len(names)


def test_every_version_in_the_classifiers_is_tried_and_every_tried_one_is_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    stated = [line.rpartition(" ")[2] for line in project["classifiers"] if re.search(r":: 3\.\d+$", line)]
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))["jobs"]
    assert stated == jobs["check"]["strategy"]["matrix"]["python"]
    assert set(jobs["systems"]["strategy"]["matrix"]["python"]) <= set(stated)
    assert project["requires-python"] == f">={stated[0]}"


def test_every_dependency_has_a_lowest_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / ".ci"))
    import lowest

    found = lowest.lowest_versions()
    assert "click==8.1.7" in found
    assert all(re.fullmatch(r"[\w.-]+==[0-9][\w.]*(;.+)?", line) for line in found)


@pytest.fixture
def metadata(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    import types

    # hatchling is there when a package is built, and not otherwise
    interface = types.ModuleType("hatchling.metadata.plugin.interface")
    interface.MetadataHookInterface = object  # type: ignore[attr-defined]
    for name in ("hatchling", "hatchling.metadata", "hatchling.metadata.plugin"):
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    monkeypatch.setitem(sys.modules, interface.__name__, interface)
    monkeypatch.syspath_prepend(str(ROOT / ".ci"))
    monkeypatch.delitem(sys.modules, "metadata", raising=False)
    import metadata

    return metadata


def test_the_package_says_nothing_of_an_address_that_is_not_known(metadata: ModuleType) -> None:
    text = metadata.readme_text((ROOT / "README.md").read_text(encoding="utf-8"), address=None)
    assert metadata.project_urls(None) == {}
    assert "](docs/" not in re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    assert "](https://pre-commit.com)" in text


def test_links_of_the_package_are_absolute_once_there_is_an_address(metadata: ModuleType) -> None:
    home = "https://github.com/example/captious"
    shown = "![a page](docs/images/preview.png) [c](docs/guide/checking.md#x) [i](#install)\n```\n[c](docs/x.md)\n```"
    assert metadata.readme_text(shown, address=home) == (
        f"![a page]({home}/raw/main/docs/images/preview.png) [c]({home}/blob/main/docs/guide/checking.md#x) "
        "[i](#install)\n```\n[c](docs/x.md)\n```"
    )
    assert metadata.project_urls(home)["Source"] == home
