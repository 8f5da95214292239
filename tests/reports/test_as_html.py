"""The report as a page; what a browser makes of it is in tests/pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.reports.conftest import RULES, odd_file, report_of, talk_file

from captious.core.document import Note
from captious.reports import as_html
from captious.reports.model import FileFindings, Report
from captious.style import load_style

if TYPE_CHECKING:
    import pytest

PROFILE = load_style("netflix-en").profile(format="srt", language="en")


def checked() -> FileFindings:
    return replace(talk_file(), profile=PROFILE)


def test_findings_are_grouped_worst_first_with_before_and_after() -> None:
    page = as_html.text(report_of(checked(), odd_file()))
    codes = [code for code in RULES if f'<h3 id="{code}">' in page]
    assert sorted(codes) == ["LAY001", "SPD001", "TIM003", "TXT010", "TXT020", "TXT030"]
    assert page.index('id="TXT030"') < page.index('id="TXT010"') < page.index('id="TXT020"')
    assert "Because readers do." in page
    assert "after: Re-break the lines" in page
    assert "after: Compose it (unsafe: look at it first)" in page
    assert "captions/talk.srt:3:1 (cue 1, 00:00:00)" in page


def test_limits_have_their_sources() -> None:
    page = as_html.text(report_of(checked()))
    assert "Netflix timed text style guides of languages in Latin script: 42 characters per line" in page
    assert "published by the guide" in page
    assert "advisory: only warns" in page


def test_where_times_come_from() -> None:
    assert "not stated in the file" in as_html.text(report_of(checked()))
    file = checked()
    assert file.document is not None
    told = replace(
        file.document, notes=(Note("mine"), Note("timed by Deepgram: 99 % of the words found\nmore"))
    )
    page = as_html.text(report_of(replace(file, document=told)))
    assert "timed by Deepgram: 99 % of the words found" in page


def test_nothing_in_a_file_is_part_of_the_page() -> None:
    page = as_html.text(report_of(odd_file()))
    assert "\x1b" not in page
    assert "\u202e" not in page.split("<pre")[0]
    assert "<b>\\u202e" not in page
    assert "&lt;b&gt;" in page


def test_too_many_findings_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_html, "MOST_FINDINGS", 1)
    page = as_html.text(report_of(odd_file()))
    assert "1 more are not shown." in page


def test_a_clean_run_and_a_file_that_could_not_be_read() -> None:
    clean = replace(checked(), findings=())
    assert "Nothing found." in as_html.text(Report((clean,), {}))
    page = as_html.text(Report((clean, FileFindings("gone.srt", "", None, ())), {}))
    assert "could not be read" in page
