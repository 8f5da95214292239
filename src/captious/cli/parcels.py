"""What goes to the processes that judge files, and what comes back."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from captious.core.finding import Edit, Finding, Fix, Severity
from captious.core.span import Span
from captious.formats.registry import format_by_name
from captious.reports.model import FileFindings

if TYPE_CHECKING:
    from captious.errors import CaptiousError


class Aim(Enum):
    """What is to be done with a file."""

    JUDGE = "judge"
    MEND = "mend"
    """Apply fixes and write the file."""
    PREVIEW = "preview"
    """Apply fixes and write nothing."""


class Task(NamedTuple):
    """One file to be judged.

    Args:
        shown: its name in reports.
        path: its absolute path; for standard input, where it would be.
        terms: number of the terms it is judged by, in the list that goes with the tasks.
        aim: what is to be done with it.
        unsafe: whether fixes that change words or cues are wanted too.
        content: its bytes, when they do not come from the file: standard input.
        encoding: Python's name of its encoding; ``None`` = told from the bytes.
        format: name of its format; ``None`` = told from content and name.
        since: the commit since which it must have changed to be judged; ``None`` = all of it is.
    """

    shown: str
    path: str
    terms: int
    aim: Aim
    unsafe: bool = False
    content: bytes | None = None
    encoding: str | None = None
    format: str | None = None
    since: str | None = None


class Judged(NamedTuple):
    """What became of a file.

    Args:
        file: what is found in it, after mending; its document is ``None`` if it could not be read.
        before: its text before mending, if that changed it; for a preview.
        data: its bytes after mending, if that changed them.
        reencoded: whether its encoding changes.
        error: why it could not be read, mended or written.
    """

    file: FileFindings
    before: str | None = None
    data: bytes | None = None
    reencoded: bool = False
    error: CaptiousError | None = None


_Fix = tuple[tuple[tuple[int, int, str], ...], bool, str, bool]
_Finding = tuple[str, str, int, str, tuple[int, int, int, int], int | None, _Fix | None]
_Document = tuple[str, str, bool, str | None]


class Packed(NamedTuple):
    """What became of a file, small: as values Python sends between processes without calling our code.

    Documents are not sent but read again from their text, which takes no longer than unpacking their cues would.
    """

    source: str
    document: _Document | None
    findings: tuple[_Finding, ...]
    fixed: int
    before: str | None
    data: bytes | None
    reencoded: bool
    error: CaptiousError | None


def pack(judged: Judged) -> Packed:
    """What became of a file, to be sent."""
    file, document = judged.file, judged.file.document
    return Packed(
        source=file.source,
        document=(document.format, document.encoding, document.bom, document.language) if document else None,
        findings=tuple(map(_pack_finding, file.findings)),
        fixed=file.fixed,
        before=judged.before,
        data=judged.data,
        reencoded=judged.reencoded,
        error=judged.error,
    )


def unpack(task: Task, packed: Packed) -> Judged:
    """What became of a file, as it was before it was sent."""
    document = None
    if packed.document is not None:
        name, encoding, bom, language = packed.document
        document = format_by_name(name).read(packed.source).document
        document = replace(document, encoding=encoding, bom=bom, language=language)
    findings = tuple(map(_unpack_finding, packed.findings))
    return Judged(
        FileFindings(task.shown, packed.source, document, findings, packed.fixed),
        before=packed.before,
        data=packed.data,
        reencoded=packed.reencoded,
        error=packed.error,
    )


def _pack_finding(finding: Finding) -> _Finding:
    fix, span = finding.fix, finding.span
    packed: _Fix | None = None
    if fix is not None:
        edits = tuple((edit.start, edit.end, edit.text) for edit in fix.edits)
        packed = (edits, fix.safe, fix.message, fix.reencode)
    place = (span.start, span.end, span.line, span.column)
    severity = int(finding.severity)
    return finding.code, finding.name, severity, finding.message, place, finding.cue, packed


def _unpack_finding(packed: _Finding) -> Finding:
    code, name, severity, message, place, cue, fix = packed
    unpacked: Fix | None = None
    if fix is not None:
        edits, safe, what, reencode = fix
        unpacked = Fix(tuple(Edit(*edit) for edit in edits), safe, what, reencode)
    return Finding(code, name, Severity(severity), message, Span(*place), cue, unpacked)
