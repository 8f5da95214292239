"""Folders searched for caption files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from captious.discovery.patterns import Patterns
from captious.discovery.walk import find_files
from captious.errors import OptionError

if TYPE_CHECKING:
    from pathlib import Path


def names(folder: Path, *paths: str, gitignore: bool = True, exclude: str = "") -> list[str]:
    patterns = Patterns([exclude] if exclude else [], folder=str(folder))
    found = find_files(
        paths or (str(folder),),
        suffixes=(".srt", ".vtt"),
        excludes=lambda path, is_folder: bool(patterns.decide(path, is_folder=is_folder)),
        gitignore=gitignore,
    )
    assert not found.errors
    return [place.shown for place in found.places]


def touch(folder: Path, *files: str) -> None:
    for file in files:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")


def test_links_are_files_but_not_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    touch(tmp_path, "a/x.srt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "b.srt").symlink_to(tmp_path / "a" / "x.srt")
    assert names(tmp_path, ".") == [os.path.join("a", "x.srt"), "b.srt"]  # noqa: PTH118


def test_dangling_links_are_skipped_and_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    touch(tmp_path, "a/x.srt")
    (tmp_path / "a" / "lost.vtt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "a" / "lost.txt").symlink_to(tmp_path / "nowhere")
    found = find_files(["a", "./a"], suffixes=(".srt", ".vtt"), excludes=lambda *_: False)
    assert [place.shown for place in found.places] == ["a/x.srt"]
    assert found.skipped == ("a/lost.vtt",)
    assert names(tmp_path, "a/lost.vtt") == ["a/lost.vtt"]


def test_locks_of_editors_are_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    touch(tmp_path, "x.srt", ".#y.srt")
    (tmp_path / ".#x.srt").symlink_to("ann@host.4711:1700000000")
    found = find_files(["."], suffixes=(".srt",), excludes=lambda *_: False)
    assert [place.shown for place in found.places] == ["x.srt"]
    assert found.skipped == ()


def test_each_file_once_by_the_name_that_sorts_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    touch(tmp_path, "a/x.srt")
    assert names(tmp_path, "a/x.srt", "a", "./a/", "a/../a/x.srt") == ["a/x.srt"]
    assert names(tmp_path, "a//") == ["a/x.srt"]
    assert names(tmp_path, "..", exclude="nothing")[0].startswith("..")


def test_names_with_spaces_dashes_and_bytes_that_are_no_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    touch(tmp_path, "-rf.srt", "a b.srt", "ä.VTT")
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.srt")).write_text("", encoding="utf-8")
    except OSError:
        pytest.skip("this system takes names in UTF-8 only")
    assert names(tmp_path, ".") == ["-rf.srt", "a b.srt", os.fsdecode(b"caf\xe9.srt"), "ä.VTT"]


def test_a_folder_that_ends_like_a_file_is_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    touch(tmp_path, "talk.srt/x.vtt")
    assert names(tmp_path, ".") == ["talk.srt/x.vtt"]


def test_missing_paths_are_reported(tmp_path: Path) -> None:
    found = find_files(
        [str(tmp_path / "b"), str(tmp_path / "a")], suffixes=(".srt",), excludes=lambda *_: False
    )
    assert [str(error) for error in found.errors] == [
        f"{tmp_path / name}: no such file or folder" for name in ("a", "b")
    ]


def test_a_file_that_gitignore_cannot_be_read_as_text_still_counts(tmp_path: Path) -> None:
    touch(tmp_path, "a.srt", "b.srt")
    (tmp_path / ".gitignore").write_bytes(b"\xff\xfe\n!\n\r\na.srt\r\n")
    assert names(tmp_path) == [str(tmp_path / "b.srt")]


def test_patterns_are_those_of_gitignore(tmp_path: Path) -> None:
    folder = str(tmp_path)
    patterns = Patterns(["# remark", "", "*.srt", "!keep.srt", "/top/"], folder=folder)
    assert patterns.decide(f"{folder}/deep/a.srt") is True
    assert patterns.decide(f"{folder}/deep/keep.srt") is False
    assert patterns.decide(f"{folder}/a.vtt") is None
    assert patterns.decide("/elsewhere/a.srt") is None
    assert patterns.match(f"{folder}/top/a.vtt")
    assert patterns.decide(f"{folder}/top", is_folder=True) is True
    assert patterns.decide(f"{folder}/top") is None
    assert not Patterns(["# remark"], folder=folder)
    with pytest.raises(OptionError, match="not a pattern: '!'"):
        Patterns(["*.srt", "!"], folder=folder)
