"""What fixing changes, shown as a diff."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from captious.reports.unified_diff import diff_lines

if TYPE_CHECKING:
    from pathlib import Path

LINES = st.lists(
    st.sampled_from(["", "a", "b", "00:00:01,000 --> 00:00:02,000", "\ttabbed", "è"]), max_size=30
)


def test_nothing_changes() -> None:
    assert diff_lines("a\n", "a\n", path="a") == []


def test_a_changed_line_stands_between_three_others() -> None:
    old = "".join(f"{number}\n" for number in range(10))
    assert diff_lines(old, old.replace("5", "five"), path="a.srt") == [
        "--- a.srt", "+++ a.srt", "@@ -3,7 +3,7 @@", " 2", " 3", " 4", "-5", "+five", " 6", " 7", " 8",
    ]  # fmt: skip


def test_line_ends_are_distinguished() -> None:
    assert diff_lines("a\r\nb", "a\nb\n", path="x")[3:] == [
        "-a\r", "-b", "\\ No newline at end of file", "+a", "+b",
    ]  # fmt: skip


def test_control_characters_are_escaped() -> None:
    shown = "\n".join(diff_lines("a\x1b[2J\n", "b\x07\n", path="\x1b.srt"))
    assert "\x1b" not in shown
    assert "\x07" not in shown


def test_a_stretch_of_repeated_lines_is_not_compared_line_by_line() -> None:
    old, new = "same\n" * 50_000, "same\n" * 49_999 + "other\n"
    assert diff_lines(old, new, path="x")[-1] == "+other"


@given(old=LINES, new=LINES, newline=st.sampled_from(["\n", "\r\n"]), last=st.booleans())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_patch_makes_the_new_text_of_the_old(
    tmp_path: Path, old: list[str], new: list[str], newline: str, last: bool
) -> None:
    before = newline.join(old) + (newline if last and old else "")
    after = newline.join(new) + (newline if last and new else "")
    shown = diff_lines(before, after, path="x.srt")
    if not shown or not before or not after:
        return
    (tmp_path / "x.srt").write_text(before, encoding="utf-8", newline="")
    patch = "".join(f"{line}\n" for line in shown).encode()
    subprocess.run(["git", "apply", "--whitespace=nowarn", "-p0", "-"], input=patch, check=True, cwd=tmp_path)
    assert (tmp_path / "x.srt").read_text(encoding="utf-8") == after.replace("\r\n", "\n") or (
        (tmp_path / "x.srt").read_bytes() == after.encode()
    )
