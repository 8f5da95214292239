from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from captious.reports.registry import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.reports.model import Report


def test_golden(check_golden: Callable[[str, str], str]) -> None:
    check_golden("concise", "txt")


def test_every_finding_is_a_line_other_programs_can_parse(report: Report) -> None:
    lines = render(report, format="concise").rstrip("\n").split("\n")
    parsed = [
        re.fullmatch(r"(.+?):([0-9]+):([0-9]+): ([A-Z]{3}[0-9]{3}) (\[\*\] )?(.+)", line) for line in lines
    ]
    assert all(parsed[:-1]) and len(parsed) == 9
    assert parsed[0] is not None
    assert parsed[0].groups() == (
        "captions/talk.srt", "3", "1", "LAY001", "[*] ", "line too long (60 > 42 characters) (cue 1, 00:00:00)",
    )  # fmt: skip


def test_the_end_line(make: Any) -> None:
    source = "1\n00:00:01,000 --> 00:00:02,000\nhere  \n"
    plain = make.issue("LAY001", source, "here", "bad")
    blank = make.issue("TXT010", source, "  ", "blank")
    fixable = type(plain)(*(getattr(plain, name) for name in plain.__slots__[:-2]), fix_of(make, source))
    for findings, end in (
        ((plain,), "Found 1 error."),
        ((plain, plain, plain, blank, blank), "Found 3 errors, 2 warnings."),
        ((fixable, fixable, plain, blank, blank), "Found 3 errors, 2 warnings. [*] 2 fixable with --fix."),
    ):
        text = render(make.report(make.file("a.srt", source, *findings)), format="concise")
        assert text.endswith(f"\n{end}\n")


def fix_of(make: Any, source: str) -> Any:
    from captious.core.finding import Fix

    return Fix((make.edit(source, "here", "there"),), True, "Say there")


def test_after_fixing(make: Any) -> None:
    report = make.report(make.file("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nhere\n", fixed=3))
    assert render(report, format="concise") == "Fixed 3. Nothing left in 1 file.\n"
