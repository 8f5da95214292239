"""The findings of a run, as every output format gets them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.display import short_repr
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from captious.checks.model import Rule
    from captious.core.document import Document
    from captious.core.finding import Finding
    from captious.style.profile import Profile


@dataclass(frozen=True, slots=True)
class FileFindings:
    """The findings of one file.

    Args:
        path: as the user named it; the name given for standard input.
        source: its decoded text, to which the spans of the findings refer; fixed if fixes were applied.
        document: its document; ``None`` if it could not be read.
        findings: sorted by place, then code.
        fixed: how many findings were fixed in it.
        profile: the profile it was checked against; ``None`` if it could not be read, or the output does not need it.
    """

    path: str
    source: str
    document: Document | None
    findings: tuple[Finding, ...]
    fixed: int = 0
    profile: Profile | None = None

    __repr__ = short_repr


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of all files.

    Args:
        files: sorted by path, including files without findings.
        rules: the rules of all findings, by code.
    """

    files: tuple[FileFindings, ...]
    rules: Mapping[str, Rule]

    __repr__ = short_repr

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return self._count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return self._count(Severity.WARNING)

    @property
    def infos(self) -> int:
        """How many findings are infos."""
        return self._count(Severity.INFO)

    @property
    def fixable(self) -> int:
        """How many findings have a safe fix."""
        return sum(
            finding.fix is not None and finding.fix.safe for file in self.files for finding in file.findings
        )

    @property
    def unsafe_fixable(self) -> int:
        """How many findings have an unsafe fix."""
        return sum(
            finding.fix is not None and not finding.fix.safe
            for file in self.files
            for finding in file.findings
        )

    @property
    def fixed(self) -> int:
        """How many findings were fixed."""
        return sum(file.fixed for file in self.files)

    def _count(self, severity: Severity) -> int:
        return sum(finding.severity == severity for file in self.files for finding in file.findings)
