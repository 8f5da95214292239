from __future__ import annotations

from typing import TYPE_CHECKING

from captious.reports.registry import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.reports.model import Report


def test_golden(check_golden: Callable[[str, str], str]) -> None:
    check_golden("grouped", "txt")


def test_files_without_a_finding_are_left_out(report: Report) -> None:
    assert "clean.vtt" not in render(report, format="grouped")
