"""`captious check --fix` and `captious fix`: what is changed, and what is not."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import CLEAN, OVERLAP, TWO, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.mark.parametrize("command", [("fix",), ("check", "--fix")])
def test_the_file_is_fixed_and_the_rest_reported(run: Run, folder: Path, command: tuple[str, ...]) -> None:
    path = write(folder / "a.srt")
    done = run(*command, *TWO)
    assert done.code == 0
    assert done.out == "Fixed 1. Nothing left in 1 file.\n"
    assert path.read_text(encoding="utf-8") == CLEAN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encoding_mark_and_line_ends_stay(run: Run, folder: Path, encoding: str, newline: str) -> None:
    text = OVERLAP.replace("First", "Fürst").replace("\n", newline)
    path = write(folder / "a.srt", text, encoding)
    before = path.read_bytes()
    options = ("--encoding", "cp1252") if encoding == "cp1252" else ()
    assert run("fix", *TWO, *options).code == 0
    assert path.read_bytes() == text.replace("03,500", "03,000").encode(encoding)
    assert path.read_bytes() != before


def test_a_file_without_an_issue_is_not_written(run: Run, folder: Path) -> None:
    path = write(folder / "a.srt", CLEAN)
    path.chmod(0o444)
    before = path.stat()
    assert run("fix", *TWO).code == 0
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_diff_changes_nothing_and_applies_with_patch(run: Run, folder: Path) -> None:
    path = write(folder / "a.srt", OVERLAP.replace("\n", "\r\n"))
    before = path.read_bytes()
    done = run("check", "--diff", *TWO)
    assert done.code == 1
    assert "-00:00:01,000 --> 00:00:03,500" in done.out
    assert "+00:00:01,000 --> 00:00:03,000" in done.out
    assert path.read_bytes() == before
    assert run("check", "--diff", "--exit-zero", *TWO).code == 0
    run("fix", "--diff", *TWO, "--output-file", "a.diff")
    subprocess.run(["git", "apply", "a.diff"], check=True, cwd=folder)
    assert path.read_bytes() == before.replace(b"03,500", b"03,000")
    done = run("check", "--diff", *TWO)
    assert (done.code, done.out) == (0, "")


def test_fix_only_does_not_report(run: Run, folder: Path) -> None:
    long = "x" * 90
    path = write(folder / "a.srt", OVERLAP.replace("Second", long))
    done = run("check", "--fix-only", *TWO, "--style", "netflix-en")
    assert (done.code, done.out) == (0, "")
    assert "03,000 -->" in path.read_text(encoding="utf-8")
    write(path)
    assert "Fixed 1 in a.srt" in run("check", "--fix-only", "--show-fixes", *TWO).out


def test_show_fixes(run: Run, folder: Path) -> None:
    write(folder / "a.srt")
    assert "Fixed 1 in a.srt" in run("fix", "--show-fixes", *TWO).out


def test_standard_input_is_fixed_to_standard_output(run: Run, folder: Path) -> None:
    done = run("fix", "-", *TWO, stdin=OVERLAP.encode())
    assert (done.code, done.out) == (0, CLEAN)
    assert "Fixed 1" in done.err
    # what cannot be read goes back to the editor as it came
    done = run("fix", "-", *TWO, stdin=b"no captions")
    assert (done.code, done.out) == (2, "no captions")


def test_unsafe_fixes_only_when_asked_for(run: Run, folder: Path) -> None:
    comment = "NOTE captious: ignore overlapping-cues\n\n"
    text = f"WEBVTT\n\n{comment}00:01.000 --> 00:03.000\nFirst.\n"
    path = write(folder / "a.vtt", text)
    select = ("--select", "FIL008")
    assert run("fix", *select, "--strict").code == 1
    assert path.read_text(encoding="utf-8") == text
    assert run("fix", *select, "--unsafe-fixes", "--strict").code == 0
    assert path.read_text(encoding="utf-8") == text.replace(comment, "")


def test_many_processes_fix_as_one_does(run: Run, folder: Path) -> None:
    for name in "abcdef":
        write(folder / f"{name}.srt")
    assert run("fix", *TWO, "--jobs", "3").out == "Fixed 6. Nothing left in 6 files.\n"
    assert all((folder / f"{name}.srt").read_text(encoding="utf-8") == CLEAN for name in "abcdef")


def test_fixes_that_do_not_settle_change_nothing(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from captious.errors import FixError
    from captious.fixing import engine

    def endless(*_: object, **__: object) -> None:
        raise FixError("fixes do not settle after 50 rounds: TIM003")

    monkeypatch.setattr(engine, "fix_source", endless)
    path = write(folder / "a.srt")
    done = run("fix", *TWO)
    assert done.code == 2
    assert "a.srt: fixes do not settle" in done.err
    assert "a.srt:2:1: TIM003" in done.out
    assert path.read_text(encoding="utf-8") == OVERLAP


def test_a_file_that_cannot_be_written_is_an_error(run: Run, folder: Path) -> None:
    write(folder / "a.srt")
    target = folder / "sealed"
    target.mkdir()
    write(target / "b.srt")
    target.chmod(0o500)
    try:
        if (target / "b.srt").stat().st_uid == 0:
            pytest.skip("whoever runs this may write anywhere")
        done = run("fix", *TWO)
    finally:
        target.chmod(0o700)
    assert done.code == 2
    assert "b.srt: cannot write the file" in done.err


def test_a_file_without_a_cue_is_left_alone(run: Run, folder: Path) -> None:
    path = write(folder / "a.srt", "no cue at all")
    before = path.stat().st_mtime_ns
    checked, fixed = (run(command, "a.srt", "--output-format", "json") for command in ("check", "fix"))
    assert (fixed.code, fixed.out) == (checked.code, checked.out)
    assert fixed.code == 1
    assert (path.read_text(encoding="utf-8"), path.stat().st_mtime_ns) == ("no cue at all", before)


def test_what_an_editor_saved_meanwhile_is_not_lost(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from captious.fixing import engine

    path = write(folder / "a.srt")
    usual = engine.fix_source

    def slow(source: str, **options: object) -> engine.Fixed:
        fixed = usual(source, **options)  # type: ignore[arg-type]
        path.write_text("saved meanwhile", encoding="utf-8")
        return fixed

    monkeypatch.setattr(engine, "fix_source", slow)
    done = run("fix", "a.srt", *TWO)
    assert done.code == 2
    assert "a.srt: the file has changed since it was read" in done.err
    assert path.read_text(encoding="utf-8") == "saved meanwhile"


def test_a_name_as_long_as_the_system_takes_is_fixed(run: Run, folder: Path) -> None:
    path = write(folder / ("😀" * 61 + ".srt"))
    assert run("fix", path.name, *TWO).code == 0
    assert path.read_text(encoding="utf-8") == CLEAN
