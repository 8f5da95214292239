"""What an installation holds."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.programs, pytest.mark.xdist_group("wheel")]

ROOT = Path(__file__).resolve().parents[2]
NO_NETWORK = ("No matching distribution found for hatchling", "Connection", "connection", "Network is unreachable",
              "Could not install packages due to an OSError", "Read timed out", "Could not fetch URL")  # fmt: skip


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built from the checkout as it is."""
    folder = tmp_path_factory.mktemp("wheel")
    run = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--retries", "0", "--timeout", "20",
         "--wheel-dir", folder, ROOT],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if run.returncode and any(sign in run.stderr for sign in NO_NETWORK):
        pytest.skip("the build back end cannot be fetched")
    assert run.returncode == 0, run.stderr
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


def test_wheel_holds_every_style(wheel: zipfile.ZipFile) -> None:
    inside = {name for name in wheel.namelist() if name.startswith("captious/styles/")}
    assert inside == {f"captious/styles/{path.name}" for path in (ROOT / "styles").glob("*.toml")}


def test_wheel_holds_every_file_of_the_package(wheel: zipfile.ZipFile) -> None:
    package = ROOT / "src" / "captious"
    wanted = {
        f"captious/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted <= set(wheel.namelist())


def test_wheel_holds_the_licence_and_nothing_foreign(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    assert [name for name in names if name.endswith("licenses/LICENSE")]
    assert {name.split("/", 1)[0].split("-", 1)[0] for name in names} == {"captious"}


def test_styles_are_found_in_an_installed_wheel(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "import captious\nfrom captious.style import load_style, style_names\n"
        "names = style_names()\n"
        "assert 'youtube' in names, names\n"
        f"assert str(load_style('youtube').path).startswith({str(tmp_path.resolve())!r})"
    )
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True)
