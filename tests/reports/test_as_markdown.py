"""The report as a comment on a pull request."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.reports.conftest import odd_file, report_of, talk_file

from captious.reports import as_markdown
from captious.reports.model import FileFindings, Report

if TYPE_CHECKING:
    import pytest


def test_a_row_a_finding_and_what_fixing_would_change() -> None:
    text = as_markdown.text(report_of(talk_file()))
    lines = text.splitlines()
    assert lines[0] == "## Captions: 4 errors, 1 warning, 1 info in captions/talk.srt"
    assert (
        r"| captions/talk.srt:3<br>cue 1, 00:00:00 | **error** | LAY001 line-too-long | line too long "
        r"(60 \> 42 characters) [\*] |" in lines
    )
    assert "-Welcome to a line that is far longer than anyone should read" in lines
    assert lines.count("```diff") == 2
    assert lines[-1].startswith("Found 4 errors")


def test_text_of_a_file_is_never_markdown_or_a_mention() -> None:
    file = odd_file()
    finding = replace(file.findings[0], message="@everyone #1 | a `b` <img src=x>\n## no")
    text = as_markdown.text(report_of(replace(file, findings=(finding,))))
    assert r"&#64;everyone \#1 \| a \`b\` \<img src=x\> \#\# no" in text
    assert "@" not in text
    assert "\x1b" not in text


def test_it_fits_into_a_comment(monkeypatch: pytest.MonkeyPatch) -> None:
    file = talk_file()
    many = replace(file, findings=file.findings * 400)
    text = as_markdown.text(report_of(many))
    assert len(text) <= as_markdown.MOST_CHARS
    assert "more do not fit into this comment." in text
    assert "```diff" not in text


def test_a_fence_in_the_text_does_not_end_the_block() -> None:
    source = "1\n00:00:00,000 --> 00:00:02,000\n```` Hello   \n"
    from tests.reports.conftest import edit, file_of, issue

    from captious.core.finding import Fix

    file = file_of(
        "a.srt",
        source,
        issue("TXT010", source, "   ", "blanks", cue=1, fix=Fix((edit(source, "   ", ""),), True, "Go")),
    )
    assert "`````diff" in as_markdown.text(report_of(file))


def test_a_clean_run_and_a_file_that_could_not_be_read() -> None:
    clean = replace(talk_file(), findings=())
    assert as_markdown.text(Report((clean,), {})) == (
        "## Captions: nothing found in captions/talk.srt\n\n\nNothing found in 1 file.\n"
    )
    assert "could not be read" in as_markdown.text(Report((FileFindings("gone.srt", "", None, ()),), {}))
