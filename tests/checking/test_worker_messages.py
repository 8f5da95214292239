"""What goes from process to process comes out as it went in."""

from __future__ import annotations

import pickle

from captious.checking.worker_messages import Aim, CheckedFile, Task, pack, unpack
from captious.core.finding import Edit, Finding, Fix, Severity
from captious.core.span import Span
from captious.errors import CaptiousError
from captious.formats.documents import read_document
from captious.reports.model import FileFindings

TASK = Task("a.srt", "/a.srt", 0, Aim.CHECK)


def test_a_checked_file() -> None:
    document = read_document("1\n00:00:01,000 --> 00:00:02,000\nÄh\n".encode("utf-16")).document
    findings = (
        Finding(
            "TIM003",
            "a-b",
            Severity.ERROR,
            "m",
            Span(0, 1, 1, 1),
            1,
            Fix((Edit(0, 1, "x"),), False, "f", True),
        ),
        Finding("FIL001", "c-d", Severity.INFO, "m", Span(0, 0, 1, 1)),
    )
    file = FileFindings("a.srt", document.source or "", document, findings, 3)
    checked = CheckedFile(file, "before", b"data", True, CaptiousError("no", path="a.srt"))
    back = unpack(TASK, pickle.loads(pickle.dumps(pack(checked))))  # noqa: S301
    assert (back.file, back.before, back.data, back.reencoded) == (file, "before", b"data", True)
    assert str(back.error) == "a.srt: no"
    assert back.file.document is not None
    assert (back.file.document.encoding, back.file.document.bom) == ("utf-16-le", True)
    assert back.file.document.source == document.source


def test_a_file_that_could_not_be_read() -> None:
    checked = CheckedFile(FileFindings("a.srt", "", None, ()), error=CaptiousError("no"))
    assert unpack(TASK, pickle.loads(pickle.dumps(pack(checked)))).file == checked.file  # noqa: S301
