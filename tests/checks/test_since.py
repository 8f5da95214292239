"""Which findings are about what an edit touched."""

from __future__ import annotations

from captious.checks.since import EarlierVersion
from captious.core.finding import Finding, Severity
from captious.core.span import Span
from captious.formats.documents import read_text

OLD = "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo.\n"


def finding(cue: int | None, code: str = "LAY001", line: int = 1) -> Finding:
    return Finding(code, "a-issue", Severity.ERROR, "", Span(0, 0, line, 1), cue)


def touched(new: str, *findings: Finding, old: str | None = OLD) -> tuple[Finding, ...]:
    earlier = EarlierVersion(read_text(old, format="srt").document if old is not None else None)
    return earlier.touched(findings, read_text(new, format="srt").document)


def test_a_new_file_is_all_new() -> None:
    findings = (finding(1), finding(None))
    assert touched(OLD, *findings, old=None) == findings
    assert touched(OLD, *findings) == ()


def test_cues_with_another_text_or_time() -> None:
    one, two = finding(1), finding(2)
    assert touched(OLD.replace("One", "Won"), one, two) == (one,)
    assert touched(OLD.replace("04,000", "04,100"), one, two) == (two,)
    assert touched(OLD.replace("\n2\n", "\n9\n"), one, two) == ()


def test_neighbours_only_in_their_times() -> None:
    retimed = OLD.replace("00:00:03,000", "00:00:01,500")
    words, times = finding(1), finding(1, "TIM003")
    assert touched(retimed, words, times) == (times,)


def test_findings_without_a_cue_by_their_line() -> None:
    at_old, at_new, beyond = finding(None, line=3), finding(None, line=8), finding(None, line=99)
    assert touched(OLD + "stray\n", at_old, at_new, beyond) == (at_new,)
