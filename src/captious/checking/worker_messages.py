"""Messages to and from the processes that check files."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from captious.core.cue import Cue
from captious.core.document import Document
from captious.core.finding import Edit, Finding, Fix, Severity
from captious.core.span import Span
from captious.formats.base import CaptionFormat, Use
from captious.formats.files import read_bytes
from captious.formats.registry import by_name
from captious.reports.model import FileFindings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from captious.errors import CaptiousError


class Aim(Enum):
    """What to do with a file."""

    CHECK = "check"
    FIX = "fix"
    """Apply fixes and write the file."""
    PREVIEW = "preview"
    """Apply fixes and write nothing."""


class Task(NamedTuple):
    """A file to check.

    Args:
        shown: its name in reports.
        path: its absolute path; for standard input, the path it would have.
        settings: index of its settings in the list that goes with the tasks.
        aim: what to do with it.
        unsafe: whether to apply unsafe fixes, too.
        content: the bytes of standard input; ``None`` = read the file.
        encoding: Python's name of its encoding; ``None`` = detected from the bytes.
        format: name of its format; ``None`` = detected from content and name.
        since: a Git commit; only cues changed since then are checked. ``None`` = all cues.
        whole: whether to return all cues with their texts; otherwise only the source of files with findings, and time
            and place of the cues with findings: parsing every file again in the parent is half the work.
    """

    shown: str
    path: str
    settings: int
    aim: Aim
    unsafe: bool = False
    content: bytes | None = None
    encoding: str | None = None
    format: str | None = None
    since: str | None = None
    whole: bool = True

    def read(self) -> bytes:
        """The bytes of the file.

        Raises:
            CaptiousError: it cannot be read.
        """
        return self.content if self.content is not None else read_bytes(self.path)


class CheckedFile(NamedTuple):
    """The result of a file.

    Args:
        file: its findings, after fixing; the document is ``None`` if it could not be read.
        before: its text before fixing, if that changed it; for a preview.
        data: its bytes after fixing, if that changed them.
        reencoded: whether its encoding changes.
        error: why it could not be read, fixed or written.
        applied: the fixed findings; not sent between processes.
        known_unread: whether it could not be read, and a baseline knows it.
    """

    file: FileFindings
    before: str | None = None
    data: bytes | None = None
    reencoded: bool = False
    error: CaptiousError | None = None
    applied: tuple[Finding, ...] = ()
    known_unread: bool = False


_Fix = tuple[tuple[tuple[int, int, str], ...], bool, str, bool]
_Finding = tuple[str, str, str, str, tuple[int, int, int, int], int | None, _Fix | None, str]
_Document = tuple[str, str, bool, str | None]


class Packed(NamedTuple):
    """A compact `CheckedFile`, of built-in types that are fast to send between processes.

    Documents are not sent but parsed again from their text, which takes no longer than unpickling their cues. If they
    are not needed as a whole, the places of the cues with findings are enough. The cues of a format of exchange are
    sent, because they are more than its text.
    """

    source: str
    document: _Document | None
    findings: tuple[_Finding, ...]
    fixed: int
    before: str | None
    data: bytes | None
    reencoded: bool
    error: CaptiousError | None
    places: tuple[tuple[int, ...], ...] = ()
    cues: tuple[Cue, ...] | None = None


def pack(checked: CheckedFile, *, whole: bool = True) -> Packed:
    """Packs the result of a file; ``whole`` as in `Task`."""
    file, document = checked.file, checked.file.document
    return Packed(
        source=file.source if whole or file.findings else "",
        document=(document.format, document.encoding, document.bom, document.language) if document else None,
        findings=tuple(map(_pack_finding, file.findings)),
        fixed=file.fixed,
        before=checked.before,
        data=checked.data,
        reencoded=checked.reencoded,
        error=checked.error,
        places=() if whole else tuple(_places(checked)),
        cues=document.cues if whole and document is not None and not _is_parsed(document.format) else None,
    )


def _is_parsed(name: str) -> bool:
    """Whether documents of a format are parsed again: those that are their text, and read fast."""
    return isinstance(by_name(name, Use.CHECK), CaptionFormat)


def _places(checked: CheckedFile) -> Iterator[tuple[int, ...]]:
    """Number, times and span of each cue with findings."""
    cues = checked.file.document.cues if checked.file.document is not None else ()
    for number in sorted({finding.cue for finding in checked.file.findings if finding.cue is not None}):
        cue = cues[number - 1]
        span = cue.span or Span(0, 0, 1, 1)
        yield number, cue.start_ms, cue.end_ms, span.start, span.end, span.line, span.column


def _cues(places: Iterable[Sequence[int]]) -> Iterator[Cue]:
    """Cues without texts at their positions, with empty cues in between."""
    empty = Cue(0, 0, "", ())
    at = 0
    for number, start_ms, end_ms, *span in places:
        yield from repeat(empty, number - 1 - at)
        yield Cue(start_ms, end_ms, "", (), span=Span(*span))
        at = number


def unpack(task: Task, packed: Packed) -> CheckedFile:
    """Unpacks the result of a file, as far as the task needs it."""
    document = None
    if packed.document is not None:
        name, encoding, bom, language = packed.document
        if packed.cues is not None:
            document = Document(name, packed.cues, source=packed.source)
        elif task.whole:
            document = by_name(name, Use.CHECK).read(packed.source).located
        else:
            document = Document(name, tuple(_cues(packed.places)), source=packed.source)
        document = replace(document, encoding=encoding, bom=bom, language=language)
    findings = tuple(map(_unpack_finding, packed.findings))
    return CheckedFile(
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
    severity = finding.severity.value
    return finding.code, finding.name, severity, finding.message, place, finding.cue, packed, finding.place


def _unpack_finding(packed: _Finding) -> Finding:
    code, name, severity, message, place, cue, fix, label = packed
    unpacked: Fix | None = None
    if fix is not None:
        edits, safe, summary, reencode = fix
        unpacked = Fix(tuple(Edit(*edit) for edit in edits), safe, summary, reencode)
    return Finding(code, name, Severity(severity), message, Span(*place), cue, unpacked, label)
