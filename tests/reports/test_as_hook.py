"""What a hook says: what fails first, then what does not, and what to type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from captious.reports.registry import render

if TYPE_CHECKING:
    from captious.reports.model import Report


def test_errors_come_first_and_the_rest_is_counted(report: Report) -> None:
    lines = render(report, format="hook").splitlines()
    errors = [line for line in lines if ": error " in line]
    assert lines[: len(errors)] == errors
    assert all(line.endswith(f"-- captious rule {line.split(': error ')[1][:6]}") for line in errors)
    assert lines[len(errors)] == "1 warning, 1 info in 1 file do not fail this hook:"
    assert lines[len(errors) + 1] == "  1 × warning TXT010 blank-at-line-end -- captious rule TXT010"
    assert lines[-1] == "To fix them: captious fix captions/talk.srt"
    assert "Found 6 errors, 1 warning, 1 info." in lines[-2]


def test_a_strict_hook_lists_warnings_behind_errors(report: Report) -> None:
    lines = render(report, format="hook", strict=True).splitlines()
    listed = [line for line in lines if " -- " in line and " × " not in line]
    levels = ["warning" if ": warning " in line else "error" for line in listed]
    assert levels == sorted(levels) and levels[-1] == "warning"
    assert "1 info in 1 file does not fail this hook:" in lines


def test_a_clean_run_says_so_in_a_line(clean_report: Report) -> None:
    assert render(clean_report, format="hook") == "Nothing found in 1 file.\n"


def test_the_command_that_fixes_can_be_typed(make: Any) -> None:
    source = "1\n00:00:01,000 --> 00:00:02,000\nhere\n"
    fix = make.fix(source, "here", "there")
    files = [
        make.file(name, source, make.issue("LAY001", source, "here", "bad", cue=1, fix=fix))
        for name in ("a b.srt", "-c.srt")
    ]
    said = render(make.report(*files), format="hook")
    assert said.endswith("To fix them: captious fix -- 'a b.srt' -c.srt\n")
    many = [make.file(f"{number}.srt", source, *files[0].findings) for number in range(9)]
    said = render(make.report(*many), format="hook")
    assert said.endswith("To fix them: captious fix FILE …, with the files above\n")
