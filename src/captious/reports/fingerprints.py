"""Fingerprints of findings that survive edits elsewhere in the file, so that services recognise known issues."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from captious.reports.uris import relative_path

if TYPE_CHECKING:
    from captious.reports.model import FileFindings
    from captious.reports.places import Places


def fingerprint_findings(file: FileFindings, places: Places) -> list[str]:
    """A fingerprint for each finding of a file, in their order, each different.

    It is a hash of the name of the file, the rule, the text at issue (of the cue, or else of the line) and a counter
    for equal ones. Neither line nor time is part of it, so inserting a cue above or shifting all times changes none.
    """
    seen: Counter[str] = Counter()
    digests: dict[tuple[bool, int], str] = {}
    fingerprints = []
    path = relative_path(file.path)
    for finding in file.findings:
        cue = places.cue(finding)
        subject = (cue is not None, finding.span.line if finding.cue is None or cue is None else finding.cue)
        if subject not in digests:
            # once for each text: a broken file can have thousands of findings in one line of a megabyte
            digests[subject] = _digest(places.line(finding.span.line) if cue is None else cue.text)
        key = "\0".join((path, finding.code, digests[subject]))
        seen[key] += 1
        fingerprints.append(_digest(f"{key}\0{seen[key]}"))
    return fingerprints


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()
