from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from captious.errors import CaptiousError, OutputError
from captious.formats.files import read_bytes, replace_file, shortened, temporary_name


def test_a_new_file_has_the_mode_the_umask_asks_for(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    old = os.umask(0o027)
    try:
        replace_file(path, b"new")
    finally:
        os.umask(old)
    assert path.read_bytes() == read_bytes(path) == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_an_existing_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes(b"old")
    path.chmod(0o606)
    replace_file(str(path), b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o606


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    target, link = tmp_path / "folder" / "a.srt", tmp_path / "link.srt"
    link.symlink_to(target)
    replace_file(link, b"one")
    replace_file(link, b"two")
    assert link.is_symlink()
    assert target.read_bytes() == b"two"


@pytest.mark.parametrize(
    "failure", [OSError(28, "No space left on device"), KeyboardInterrupt(), MemoryError()]
)
def test_a_failure_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes(b"old")

    def fail(_: int) -> None:
        raise failure

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError if isinstance(failure, OSError) else type(failure)) as caught:
        replace_file(path, b"new")
    if isinstance(caught.value, OutputError):
        assert str(caught.value) == f"{path}: cannot write the file: no space left on device"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "it is a folder"),
        ("missing/a.srt", "no such file or folder"),
        ("file/a.srt", "not a folder"),
        ("a\0b", "null"),
    ],
)
def test_what_cannot_be_written_or_read(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    path = f"{tmp_path}/{name}"
    with pytest.raises(OutputError, match=reason) as caught:
        replace_file(path, b"x")
    assert caught.value.path == path
    with pytest.raises(CaptiousError, match="cannot read the file"):
        read_bytes(path)


def test_no_right_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes(b"old")
    # The superuser may write anything, so the answer is given here.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OutputError, match="permission denied"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"


def test_devices_are_written_to() -> None:
    replace_file(os.devnull, b"x")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("name", ["😀" * 61 + ".srt", "字" * 83 + ".vtt", "a" * 251 + ".srt"])
def test_names_as_long_as_the_system_takes_are_written(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"old")
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_temporary_names_are_cut_by_bytes_and_between_characters() -> None:
    assert shortened("talk.srt") == "talk.srt"
    assert shortened("😀" * 61) == "😀" * 25
    assert shortened("a" + "ü" * 90) == "a" + "ü" * 49
    assert temporary_name("talk.srt") != temporary_name("talk.srt")


@pytest.mark.parametrize("now", [b"old and new", b"", None])
def test_a_file_that_changed_since_it_was_read_is_not_replaced(tmp_path: Path, now: bytes | None) -> None:
    path = tmp_path / "a.srt"
    if now is not None:
        path.write_bytes(now)
    with pytest.raises(OutputError, match="has changed since it was read") as caught:
        replace_file(path, b"new", expected=b"old")
    assert caught.value.path == str(path)
    assert [(each, each.read_bytes()) for each in tmp_path.iterdir()] == (
        [] if now is None else [(path, now)]
    )


def test_a_file_that_is_as_it_was_read_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes(b"old")
    replace_file(path, b"new", expected=b"old")
    assert path.read_bytes() == b"new"
