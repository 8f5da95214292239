"""Whatever a file holds and wherever a finding points, every report is whole and safe to print."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from captious.core.cue import Cue
from captious.core.document import Document
from captious.core.finding import Edit, Finding, Fix, Severity
from captious.core.span import LineIndex
from captious.formats.lines import split_lines
from captious.reports.as_csv import HEADS
from captious.reports.model import FileFindings, Report
from captious.reports.registry import OUTPUT_FORMATS, TEXT_FORMATS, render
from captious.reports.tables import CSV_FORMATS

UNSAFE_TO_PRINT = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
ODD = "ab \t\r\n\x1b\x00\x85\u2028\u202e\u200b\u0301\ud800\ufffe漢😀<&]>%:,\"'[("
TEXTS = st.text(st.sampled_from(ODD) | st.characters(), max_size=300)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    files = []
    for _ in range(draw(st.integers(0, 2))):
        source = draw(TEXTS)
        index = LineIndex(split_lines(source).starts)
        offsets = st.integers(0, len(source))

        def stretch(offsets: st.SearchStrategy[int] = offsets) -> tuple[int, int]:
            start, end = sorted((draw(offsets), draw(offsets)))
            return start, end

        cues = [
            Cue(
                draw(st.integers(-10, 10**9)),
                0,
                source[start:end],
                (source[start:end],),
                span=index.span(start, end),
            )
            for start, end in (stretch() for _ in range(draw(st.integers(0, 2))))
        ]
        findings = []
        for _ in range(draw(st.integers(0, 3))):
            fix = None
            if draw(st.booleans()):
                edits = tuple(Edit(*stretch(), draw(TEXTS)) for _ in range(draw(st.integers(0, 2))))
                fix = Fix(edits, draw(st.booleans()), draw(TEXTS), reencode=not edits)
            span = index.span(*stretch())
            cue = draw(st.none() | st.integers(0, 4))
            findings.append(
                Finding(
                    "LAY001", "line-too-long", draw(st.sampled_from(Severity)), draw(TEXTS), span, cue, fix
                )
            )
        document = Document("srt", tuple(cues), source=source) if draw(st.booleans()) or findings else None
        files.append(FileFindings(draw(TEXTS), source, document, tuple(findings), draw(st.integers(0, 2))))
    return Report(tuple(files), {})


@given(report=reports(), unsafe=st.booleans(), statistics=st.booleans())
def test_every_format_is_whole_and_safe(report: Report, unsafe: bool, statistics: bool) -> None:
    count = sum(len(file.findings) for file in report.files)
    for name in OUTPUT_FORMATS:
        text = render(report, format=name, unsafe=unsafe, statistics=statistics, show_fixes=True)
        allowed = {"\n", "\t"} if name == "csv-excel" else {"\n"}
        assert {char for char in text if unicodedata.category(char) in UNSAFE_TO_PRINT} <= allowed
        assert text.endswith("\n") or not text
        if name == "concise" and not statistics:
            fixed = sum(file.fixed > 0 for file in report.files)
            assert text.count("\n") == count + fixed + 1
        elif name in ("github", "json-lines"):
            assert text.count("\n") == count
        elif name == "junit":
            assert len(list(ET.fromstring(text.encode()).iter("testcase"))) >= count  # noqa: S314 - our own
        elif name == "gitlab":
            assert len(json.loads(text)) == count
        elif name in CSV_FORMATS:
            unread = sum(file.document is None and not file.findings for file in report.files)
            rows = list(csv.reader(io.StringIO(text), delimiter="\t" if name == "csv-excel" else ","))
            assert {len(row) for row in rows} == {len(HEADS)}
            assert len(rows) == 1 + count + unread
            assert not [cell for row in rows for cell in row if cell.startswith(tuple("=+-@"))]
        elif name == "rdjson":
            unread = sum(file.document is None and not file.findings for file in report.files)
            assert len(json.loads(text)["diagnostics"]) == count + unread
        elif name == "sarif":
            assert len(json.loads(text)["runs"][0]["results"]) == count
        elif name == "html":
            assert text.count("<li><p>") == count
        elif name == "markdown":
            unread = sum(file.document is None for file in report.files)
            assert sum(line.startswith("| ") for line in text.splitlines()) == (
                count + unread and count + unread + 2
            )
        elif name not in TEXT_FORMATS:
            assert sum(len(file["findings"]) for file in json.loads(text)["files"]) == count
        if name == "full" and not statistics:
            assert text.count("^") >= sum(bool(file.source) * len(file.findings) for file in report.files)
