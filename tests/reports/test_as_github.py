from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from captious.reports.registry import render

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


def test_golden(check_golden: Callable[[str, str], str]) -> None:
    check_golden("github", "txt")


def parse(line: str) -> tuple[str, dict[str, str], str]:
    """As the runner does: the command, its properties and its message, unescaped."""
    command, listed, message = re.fullmatch(r"::([a-z]+) ([^\n]*?)::(.*)", line).groups()  # type: ignore[union-attr]
    properties = dict(item.split("=", 1) for item in listed.split(","))
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        properties = {key: value.replace(code, character) for key, value in properties.items()}
        if character not in ":,":
            message = message.replace(code, character)
    return command, properties, message


def test_names_and_messages_come_back_whole(make: Any) -> None:
    source = "1\n00:00:01,000 --> 00:00:02,000\nhere\n"
    name = "50% off, now: a::b/tälk.srt"
    finding = make.issue("LAY001", source, "here", "100%, a::b %0A %25")
    (line,) = render(make.report(make.file(name, source, finding)), format="github").splitlines()
    command, properties, message = parse(line)
    assert command == "error"
    assert properties == {
        "title": "LAY001 line-too-long", "file": name, "line": "3", "col": "1", "endLine": "3", "endColumn": "5",
    }  # fmt: skip
    assert message == "100%, a::b %0A %25\nMore: captious rule LAY001"


def test_columns_are_left_out_where_lines_differ(make: Any) -> None:
    source = "1\n00:00:01,000 --> 00:00:02,000\none\ntwo\n"
    for issue, last in (("one\ntwo", "4"), ("one\n", "3"), ("one\ntwo\n", "4")):
        report = make.report(make.file("a.srt", source, make.issue("LAY001", source, issue, "bad")))
        _, properties, _ = parse(render(report, format="github").rstrip("\n"))
        assert "col" not in properties and "endColumn" not in properties
        assert (properties["line"], properties["endLine"]) == ("3", last)


def test_a_file_below_the_current_folder_is_named_relative_to_it(
    make: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    source = "1\n00:00:01,000 --> 00:00:02,000\nhere\n"
    finding = make.issue("LAY001", source, "here", "bad")
    for name in (str(tmp_path / "sub" / "a.srt"), "./sub/a.srt", "sub/a.srt"):
        text = render(make.report(make.file(name, source, finding)), format="github")
        assert parse(text.rstrip("\n"))[1]["file"] == "sub/a.srt"
