"""The record of a delivery: what the next delivery is compared with, a line for each file."""

from __future__ import annotations

import gzip
import json
import os
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from captious.checks.index import INDEX
from captious.discovery.pairs import pair_files
from captious.errors import CaptiousError
from captious.formats.base import Use
from captious.formats.files import read_bytes
from captious.formats.registry import suffixes
from captious.reports import tool
from captious.reports.delivery.model import PAGES, RECORD, RecordedFinding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from captious.core.finding import Finding
    from captious.reports.delivery.model import Terms
    from captious.reports.model import FileFindings
    from captious.reports.places import Places

VERSION = 1
_DIGITS = 8
"""Hexadecimal digits of a digest: it tells texts of one file and one rule apart, and no more than that."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery that was reported before.

    Args:
        title: its title.
        date: its date.
        lines: the record of each file as it is written, by its path: few of ten thousand are read at once.
    """

    title: str
    date: str
    lines: Mapping[str, str] = field(default_factory=dict)

    def known_as(self, paths: Iterable[str]) -> dict[str, str]:
        """The path that each file had in it, for those that it had: by the same name, or by another ending or tag."""
        found = pair_files(self.lines, paths, suffixes=suffixes(Use.READ))
        return {new: old for old, new in found.pairs}


def head_line(terms: Terms) -> str:
    """The first line of a record."""
    return _line(
        {"tool": tool.NAME, "version": VERSION, "title": terms.title, "date": terms.date, "files": "below"}
    )


def file_line(path: str, page: str, *, cues: int, findings: Sequence[RecordedFinding] | None) -> str:
    """The line of a file; ``None`` as its findings: it could not be read."""
    entries = None if findings is None else [list(one) for one in findings]
    return _line({"path": path, "page": f"{PAGES}/{page}", "cues": cues, "findings": entries})


def findings_of(line: str) -> tuple[RecordedFinding, ...] | None:
    """The findings in the line of a file; ``None`` if it could not be read."""
    entries = json.loads(line)["findings"]
    return None if entries is None else tuple(RecordedFinding(*entry) for entry in entries)


def record_findings(file: FileFindings, places: Places) -> tuple[RecordedFinding, ...]:
    """The findings of a file as they are recorded."""
    digests: dict[tuple[bool, int], str] = {}

    def digest(finding: Finding) -> str:
        cue = places.cue(finding)
        key = (True, finding.cue or 0) if cue is not None else (False, finding.span.line)
        if key not in digests:
            text = " ".join(cue.lines) if cue is not None else finding.place or places.line(finding.span.line)
            words = " ".join(text.split()).encode("utf-8", "surrogatepass")
            digests[key] = sha256(words).hexdigest()[:_DIGITS]
        return digests[key]

    made = []
    for finding in file.findings:
        cue = places.cue(finding)
        start_ms = cue.start_ms if cue is not None else None
        made.append(
            RecordedFinding(
                finding.code, finding.severity.value, digest(finding), start_ms, finding.cue, finding.message
            )
        )
    return tuple(made)


def rule_names() -> Mapping[str, str]:
    """The name of each rule of captious's own, by its code: a record has codes only."""
    return {entry.code: entry.name for entry in INDEX}


def read_record(folder: str) -> Delivery:
    """The delivery that a report is about.

    Raises:
        CaptiousError: the folder holds no report, or it is damaged or of another version.
    """
    path = os.path.join(folder, RECORD)  # noqa: PTH118
    hint = "Name the folder that check --report-dir wrote."
    if not os.path.isfile(path):  # noqa: PTH113
        raise CaptiousError("no report of a delivery in the folder", path=folder, hint=hint)
    try:
        lines = gzip.decompress(read_bytes(path)).decode("utf-8").splitlines()
        head = json.loads(lines[0])
        if head["tool"] != tool.NAME or head["version"] != VERSION:
            raise CaptiousError(
                f"a report of version {head['version']!r}, not {VERSION}",
                path=folder,
                hint="Make the report of the older delivery again.",
            )
        # the path comes first in a line, so that the findings need not be read for it
        paths = [json.JSONDecoder().raw_decode(line, len('{"path":'))[0] for line in lines[1:]]
        return Delivery(str(head["title"]), str(head["date"]), dict(zip(paths, lines[1:], strict=True)))
    except (OSError, EOFError, ValueError, KeyError, IndexError, TypeError, RecursionError):
        raise CaptiousError("the report is damaged", path=folder, hint=hint) from None


def _line(values: dict[str, Any]) -> str:
    return json.dumps(values, separators=(",", ":")) + "\n"
