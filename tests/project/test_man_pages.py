"""Manual pages say what the help says, and roff shows it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs" / "man").glob("*.1"))


@pytest.fixture
def man(monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.syspath_prepend(str(ROOT / ".ci"))
    import man

    return man


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One line\nand another.", "One line\nand another."),
        (".srt files\n'quoted'", "\\&.srt files\n\\&'quoted'"),
        ("a back\\slash", "a back\\eslash"),
        ("First.\n\n\b\nExamples:\n  captious check a.srt\n\nLast.",
         "First.\n\n.nf\nExamples:\n  captious check a.srt\n.fi\n\nLast."),
    ],
)  # fmt: skip
def test_nothing_in_a_help_is_a_command_of_roff(man, text: str, shown: str) -> None:  # type: ignore[no-untyped-def]
    assert man.roff(text) == shown


def test_there_is_a_page_for_every_command(man) -> None:  # type: ignore[no-untyped-def]
    assert {f"{man.FOLDER}/{path.name}" for path in PAGES} == set(man.man_pages())
    assert "docs/man/captious-style-show.1" in man.man_pages()


@pytest.mark.programs
def test_pages_are_shown_without_a_warning() -> None:
    if not shutil.which("groff"):
        pytest.skip("no groff")
    shown = subprocess.run(
        ["groff", "-man", "-Kutf8", "-Tutf8", "-ww", *PAGES],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert shown.returncode == 0
    assert not [line for line in shown.stderr.splitlines() if "cannot break line" not in line]
    assert "captious check talk.vtt --style netflix-en" in shown.stdout
