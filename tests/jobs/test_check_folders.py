"""What `check FOLDER` finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from captious.cli import run

if TYPE_CHECKING:
    from pathlib import Path

MICRODVD = "{1}{1}25\n{0}{60}Hello there, everybody.\n"
TTML = (
    '<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en"><body><div>'
    '<p begin="0s" end="2s">Hello there.</p></div></body></tt>\n'
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("film.sub", MICRODVD.encode()),
        ("FILM.SUB", MICRODVD.encode("utf-16")),
        ("talk.xml", TTML.encode()),
    ],
)
def test_captions_under_an_ending_of_other_files_too_are_checked_in_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    run(["check", str(tmp_path), "--isolated"])
    shown = capsys.readouterr()
    assert "no caption files found" not in shown.err
    assert "1 file" in shown.out or name in shown.out


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("pictures.sub", b"\x00\x00\x01\xba" + bytes(range(256)) * 20),
        ("pom.xml", b'<?xml version="1.0"?>\n<project><name>captions</name></project>\n'),
        ("page.xml", b"<html><body><p>0:01 Hello</p></body></html>"),
        ("empty.sub", b""),
    ],
)
def test_other_files_under_such_an_ending_are_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    assert run(["check", str(tmp_path), "--isolated"]) == 0
    assert "no caption files found" in capsys.readouterr().err
