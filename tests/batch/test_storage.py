"""Files here and in stores, by the same names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from captious.batch import storage
from captious.errors import CaptiousError, OutputError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def memory() -> str:
    """A store in this process, empty."""
    fsspec = pytest.importorskip("fsspec")
    system = fsspec.filesystem("memory")
    system.store.clear()
    system.pseudo_dirs[:] = [""]
    return "memory://store"


def test_written_and_read_by_address(memory: str) -> None:
    path = storage.join(memory, "a/b.srt")
    assert path == "memory://store/a/b.srt"
    assert not storage.exists(path)
    storage.write(path, b"one")
    storage.write(path, b"two")
    assert storage.read(path) == b"two"
    assert storage.exists(path)
    assert storage.name_of(path) == "b.srt"
    with pytest.raises(CaptiousError, match="cannot read the file"):
        storage.read("memory://store/gone")


def test_folders_and_patterns(memory: str, tmp_path: Path) -> None:
    for name in ("b.srt", "a/c.SRT", "a/d.txt"):
        storage.write(storage.join(memory, name), b"x")
        storage.write(storage.join(str(tmp_path), name), b"x")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "e.srt").write_bytes(b"x")
    for link in ("lost.srt", ".#b.srt"):
        (tmp_path / link).symlink_to("nowhere")

    def wanted(path: str, below: str) -> bool:
        assert path.endswith(below)
        return below.lower().endswith(".srt")

    assert [below for _, below in storage.expand([memory], wanted)] == ["a/c.SRT", "b.srt"]
    assert [below for _, below in storage.expand([str(tmp_path)], wanted)] == ["a/c.SRT", "b.srt"]
    assert [path for path, _ in storage.expand([f"{memory}/*.srt"], wanted)] == ["memory://store/b.srt"]
    assert [below for _, below in storage.expand([f"{tmp_path}/*.srt"], wanted)] == ["b.srt"]
    with pytest.raises(CaptiousError, match="no such file"):
        list(storage.expand([str(tmp_path / "gone")], wanted))


def test_signatures_change_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x")
    first = storage.signature(str(path))
    path.write_bytes(b"xy")
    assert storage.signature(str(path)) != first != ""
    assert storage.signature(str(tmp_path / "gone")) == ""


def test_no_key_is_shown() -> None:
    assert storage.shown("https://me:secret@example.org/a.srt?token=abc#x") == "https://example.org/a.srt"
    assert storage.shown("s3://bucket/a.srt") == "s3://bucket/a.srt"
    assert storage.shown("/srv/a@b.srt") == "/srv/a@b.srt"


def test_what_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(OutputError):
        storage.write(str(tmp_path / "file" / "a.srt"), b"x")
    with pytest.raises(CaptiousError, match="cannot open the URL"):
        storage.read("nonsense://a/b")


def test_a_file_that_changed_since_it_was_read_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes(b"saved meanwhile")
    with pytest.raises(OutputError, match="has changed since it was read"):
        storage.write(str(path), b"new", expected=b"old")
    assert path.read_bytes() == b"saved meanwhile"


def test_long_names_are_written_beside_and_then_named(tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    path = tmp_path / ("字" * 83 + ".srt")
    for data in (b"one", b"two"):
        storage.write(f"file://{path}", data)
        assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]
