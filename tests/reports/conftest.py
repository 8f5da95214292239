"""A report made by hand, with one of everything that is hard to print, and the golden files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from captious import __version__, address
from captious.checks.model import Group, Rule
from captious.core.finding import Edit, Finding, Fix, Severity
from captious.core.span import LineIndex
from captious.formats.documents import read_text
from captious.formats.lines import split_lines
from captious.reports.model import FileFindings, Report
from captious.reports.registry import render

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
WRITE = "CAPTIOUS_WRITE_GOLDEN"

TALK = """\
1
00:00:00,000 --> 00:00:02,000
Welcome to a line that is far longer than anyone should read

2
00:01:02,000 --> 00:01:04,500
こんにちは、世界。[笑] cafe\u0301s
\tindented by a tab   

3
00:01:04,000 --> 00:01:05,000
{\\an8}Too <b>fast</b> to read,
and it goes on and on.
"""  # noqa: W291 - the trailing whitespace is an issue to find
ODD = "WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\n\x1b[2Jcleared & \u202egone\r\n"
ODD_NAME = "odd \x1b[31m, name: 100%.vtt"
LONG = "1\n00:00:00,000 --> 00:00:09,000\n" + "<" * 300 + "HERE" + "漢" * 300 + "\n"


@pytest.fixture(autouse=True)
def without_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports as they are before captious has an address; `test_links` holds them to what changes then."""
    monkeypatch.setattr(address, "ADDRESS", None)
    monkeypatch.setattr(address, "RELEASE", None)


def manual(first: str) -> str:
    return f"{first}\n\n## Why it matters\n\nBecause *readers* do.\n\n## Sources\n\n- Ourselves.\n"


def no_findings(subject: object, options: object) -> tuple[Finding, ...]:
    return ()


RULES = {
    code: Rule(code, name, severity, Group.DEFAULT, no_findings, manual(text))
    for code, name, severity, text in (
        ("LAY001", "line-too-long", Severity.ERROR, "A line has more characters than the style allows."),
        ("SPD001", "too-fast", Severity.ERROR, "A cue asks for faster reading than the style allows."),
        ("TIM003", "overlapping-cues", Severity.ERROR, "A cue ends after the next one has begun."),
        ("TXT010", "blank-at-line-end", Severity.WARNING, "A line has trailing whitespace."),
        ("TXT020", "decomposed-letter", Severity.INFO, "An accent is a character of its own."),
        ("TXT030", "steering-character", Severity.ERROR, "A character steers the screen."),
    )
}


def place(source: str, text: str) -> Any:
    start = source.index(text)
    return LineIndex(split_lines(source).starts).span(start, start + len(text))


def issue(
    code: str, source: str, text: str, message: str, *, cue: int | None = None, fix: Fix | None = None
) -> Finding:
    rule = RULES[code]
    return Finding(code, rule.name, rule.severity, message, place(source, text), cue, fix)


def edit(source: str, old: str, new: str) -> Edit:
    start = source.index(old)
    return Edit(start, start + len(old), new)


def safe_fix(source: str, old: str, new: str) -> Fix:
    return Fix((edit(source, old, new),), True, "Write it")


def file_of(path: str, source: str, *findings: Finding, fixed: int = 0) -> FileFindings:
    document = read_text(source, format=path.rsplit(".", 1)[1]).document
    return FileFindings(path, source, document, findings, fixed)


def report_of(*files: FileFindings) -> Report:
    codes = {finding.code for file in files for finding in file.findings}
    return Report(files, {code: RULES[code] for code in sorted(codes) if code in RULES})


def talk_file() -> FileFindings:
    long_line = TALK.split("\n")[2]
    broken = long_line.replace("far ", "far\n").removeprefix("Welcome ")
    return file_of(
        "captions/talk.srt",
        TALK,
        issue(
            "LAY001", TALK, long_line, "line too long (60 > 42 characters)", cue=1,
            fix=Fix((edit(TALK, long_line, f"Welcome {broken}"),), True, "Re-break the lines"),
        ),
        issue("TIM003", TALK, "00:01:02,000 --> 00:01:04,500", "overlaps the next cue by 500 ms", cue=2,
              fix=Fix((edit(TALK, "00:01:04,500", "00:01:04,000"),), True, "End the cue where the next begins")),
        issue("TXT030", TALK, "[笑]", "a [sound](link) in brackets", cue=2),
        issue("TXT020", TALK, "\u0301", "an accent on its own", cue=2,
              fix=Fix((edit(TALK, "e\u0301", "é"),), False, "Compose it")),
        issue("TXT010", TALK, "   ", "trailing whitespace (3 characters)", cue=2,
              fix=Fix((edit(TALK, "   ", ""),), True, "Remove the trailing whitespace")),
        issue("SPD001", TALK, TALK[TALK.index("3\n00") :].rstrip("\n"), "45 characters per second (> 20)", cue=3),
    )  # fmt: skip


def odd_file() -> FileFindings:
    return file_of(
        ODD_NAME,
        ODD,
        issue("TXT030", ODD, "\x1b[2J", "a control character: \x1b\n100%, <b>\u202e", cue=1),
        issue("TXT030", ODD, "\u202e", "a direction override", cue=1),
        fixed=2,
    )


@pytest.fixture
def report() -> Report:
    """Four files: one with an issue of each kind, one with an odd name and odd text, a clean one, an unread one."""
    return report_of(
        FileFindings("broken.srt", "", None, ()),
        talk_file(),
        file_of("clean.vtt", "WEBVTT\n\n00:01.000 --> 00:03.000\nFine.\n"),
        odd_file(),
    )


@pytest.fixture
def clean_report() -> Report:
    """One file without a finding."""
    return report_of(file_of("clean.vtt", "WEBVTT\n\n00:01.000 --> 00:03.000\nFine.\n"))


@pytest.fixture
def make() -> Any:
    """The makers of reports, for tests that want their own."""

    class Makers:
        file = staticmethod(file_of)
        report = staticmethod(report_of)
        issue = staticmethod(issue)
        edit = staticmethod(edit)
        fix = staticmethod(safe_fix)
        long = LONG
        odd_name = ODD_NAME

    return Makers


@pytest.fixture
def check_golden(report: Report) -> Callable[[str, str], str]:
    """Renders the report and compares it with its golden file; CAPTIOUS_WRITE_GOLDEN=1 writes that again."""

    def check(format_name: str, suffix: str) -> str:
        text = render(report, format=format_name)
        path = GOLDEN / f"report-{format_name}.{suffix}"
        shown = text.replace(f'"{__version__}"', '"VERSION"')
        if os.environ.get(WRITE):
            path.write_bytes(shown.encode())
        assert shown == path.read_bytes().decode(), f"if this is meant: {WRITE}=1 pytest tests/reports"
        return text

    return check
