"""Names for findings that outlive an edit elsewhere in the file, so that a service knows an old fault again."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from captious.reports.uris import relative_path

if TYPE_CHECKING:
    from captious.core.finding import Finding
    from captious.reports.model import FileFindings
    from captious.reports.places import Places


def fingerprint_findings(file: FileFindings, places: Places) -> list[str]:
    """A fingerprint for each finding of a file, in their order, each different.

    It is made of the name of the file, the rule, and the text at fault (of the cue, or else of the line), and
    counts up where these are the same; neither line nor time is part of it, so inserting a cue above or shifting all
    times changes none.
    """
    seen: Counter[str] = Counter()
    fingerprints = []
    path = relative_path(file.path)
    for finding in file.findings:
        key = "\0".join((path, finding.code, _text(finding, places)))
        seen[key] += 1
        data = f"{key}\0{seen[key]}".encode("utf-8", "backslashreplace")
        fingerprints.append(hashlib.sha256(data).hexdigest())
    return fingerprints


def _text(finding: Finding, places: Places) -> str:
    cue = places.cue(finding)
    if cue is not None:
        return cue.text
    lines = places.lines.texts
    return lines[min(finding.span.line, len(lines)) - 1]
