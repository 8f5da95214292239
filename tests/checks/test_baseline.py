"""Files of known findings, which git merges."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from captious.checks.baseline import (
    Baseline,
    Known,
    baseline_text,
    is_baseline,
    known_findings,
    read_baseline,
    text_hash,
    unreadable,
)
from captious.core.finding import Finding, Severity
from captious.core.span import Span
from captious.errors import CaptiousError, ConfigError
from captious.formats.documents import read_text

if TYPE_CHECKING:
    from pathlib import Path

SRT = "1\n00:00:01,000 --> 00:00:02,000\n<i>One</i>\nand more.\n\n2\n00:00:03,000 --> 00:00:04,000\nOne and  more.\n"


def finding(cue: int | None, code: str = "LAY001", line: int = 1) -> Finding:
    return Finding(code, "a-issue", Severity.ERROR, "", Span(0, 0, line, 1), cue)


def test_the_text_of_a_cue_is_what_is_visible_and_spaces_do_not_count() -> None:
    document = read_text(SRT, format="srt").document
    assert text_hash(finding(1), document) == text_hash(finding(2), document)
    assert text_hash(finding(None, line=3), document) != text_hash(finding(1), document)
    assert text_hash(finding(None, line=99), document)


def test_findings_in_the_baseline_are_left_out_as_often_as_they_are_in_it(tmp_path: Path) -> None:
    document = read_text(SRT, format="srt").document
    path = tmp_path / "known.json"
    path.write_text(baseline_text({"b/a.srt": known_findings([finding(1)], document)}), encoding="utf-8")
    baseline = read_baseline(str(path))
    assert baseline.new_findings("b/a.srt", [finding(2)], document) == ()
    assert baseline.new_findings("b/a.srt", [finding(1), finding(2)], document) == (finding(2),)
    assert baseline.new_findings("b/a.srt", [finding(1, "TIM003")], document) == (finding(1, "TIM003"),)
    assert baseline.new_findings("other.srt", [finding(1)], document) == (finding(1),)
    assert Baseline({}).new_findings("a", [], document) == ()


def test_the_same_findings_give_the_same_file() -> None:
    document = read_text(SRT, format="srt").document
    first = known_findings([finding(1), finding(None, line=5)], document)
    other = known_findings([finding(1)], document)
    one = baseline_text({"a": first, "b": other})
    assert one == baseline_text({"b": other, "a": first})
    assert one.count("\n") == 1 + (1 + 2) + (1 + 1) + 2
    assert [line for line in one.split("\n") if '"b"' in line] == [
        '["b"],', f'["b", "LAY001", "line-too-long", "{other[0].text}"],'
    ]  # fmt: skip
    assert is_baseline(one.encode())


def test_a_baseline_of_the_first_version_is_read(tmp_path: Path) -> None:
    document = read_text(SRT, format="srt").document
    path = tmp_path / "known.json"
    text = text_hash(finding(1), document)
    path.write_text(
        f'{{"version": 1, "findings": {{"a.srt": {{"LAY001": {{"{text}": 2}}}}}}}}', encoding="utf-8"
    )
    assert is_baseline(path.read_bytes())
    baseline = read_baseline(str(path))
    alike = [finding(1), finding(2), finding(1)]
    assert baseline.new_findings("a.srt", alike, document) == (finding(1),)


def test_a_file_that_cannot_be_read_is_known_as_long_as_it_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(baseline_text({"a.srt": (unreadable(b"\xff"),)}), encoding="utf-8")
    baseline = read_baseline(str(path))
    assert baseline.has_unreadable("a.srt", b"\xff")
    assert not baseline.has_unreadable("a.srt", b"\xfe")
    assert not baseline.has_unreadable("b.srt", b"\xff")
    assert not baseline.has_unreadable("a.srt", None)


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    own = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "core.autocrlf=false")
    return subprocess.run(
        ["git", *own, *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )


FILES = {f"{name}.srt": tuple(Known("LAY001", f"{name}{number}") for number in range(4)) for name in "abcd"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        # all findings of neighbouring files are gone
        ({"a.srt": (0, 0)}, {"b.srt": (0, 0)}),
        # the last findings of one file and the first of the next; new ones besides
        ({"a.srt": (0, 3)}, {"b.srt": (1, 4)}),
        ({"b.srt": (0, 6)}, {"c.srt": (0, 6), "a.srt": (0, 6)}),
        # findings of one file that are not neighbours
        ({"b.srt": (1, 4)}, {"b.srt": (0, 3)}),
        # a file that is new on each side, at the same end
        ({"x.srt": (0, 2)}, {"a.srt": (0, 0)}),
    ],
)
def test_git_merges_what_two_branches_changed(
    tmp_path: Path, ours: dict[str, tuple[int, int]], theirs: dict[str, tuple[int, int]]
) -> None:
    if shutil.which("git") is None:
        pytest.skip("no git here")
    path = tmp_path / "known.json"

    def with_changes(changes: dict[str, tuple[int, int]]) -> dict[str, tuple[Known, ...]]:
        cut = {
            name: tuple(Known("LAY001", f"{name[0]}{number}") for number in range(first, last))
            for name, (first, last) in changes.items()
        }
        return {**FILES, **cut}

    git(tmp_path, "init", "-q", "-b", "main")
    for branch, files in (
        ("main", FILES), ("theirs", with_changes(theirs)), ("ours", with_changes(ours)),
    ):  # fmt: skip
        if branch != "main":
            git(tmp_path, "checkout", "-q", "-b", branch, "main")
        path.write_text(baseline_text(files), encoding="utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", branch)
    merged = git(tmp_path, "merge", "-q", "theirs", "-m", "Merge")
    assert merged.returncode == 0, merged.stdout + merged.stderr + path.read_text(encoding="utf-8")
    wanted = {name: set(known) for name, known in FILES.items()}
    for side in (ours, theirs):
        for name, known in with_changes(side).items():
            before = set(FILES.get(name, ()))
            wanted[name] = (wanted.get(name, set()) - (before - set(known))) | (set(known) - before)
    read = read_baseline(str(path)).files
    assert {name: set(known) for name, known in read.items()} == wanted
    assert baseline_text(read) == path.read_text(encoding="utf-8")


def test_a_conflict_that_was_left_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    text = baseline_text(FILES)
    lines = text.split("\n")
    lines[3:3] = ["<<<<<<< HEAD"]
    lines[5:5] = ["=======", ">>>>>>> theirs"]
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(ConfigError, match="a merge left a conflict in it") as error:
        read_baseline(str(path))
    assert error.value.line == 4
    assert is_baseline(path.read_bytes())


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", "\xff", '{"version": 1}', '{"version": 1, "findings": []}', '{"version": 1, "findings": {"a": 1}}',
     '{"version": 1, "findings": {"a": {"b": {"c": "x"}}}}', "[" * 100_000],
)  # fmt: skip
def test_a_file_that_is_not_a_baseline_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "known.json"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(ConfigError, match="not a baseline"):
        read_baseline(str(path))
    with pytest.raises(CaptiousError, match="no such file"):
        read_baseline(str(tmp_path / "gone"))
