"""The results of `captious.check` and `captious.fix`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.finding import findings_table
from captious.core.numbers import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.core.document import Document
    from captious.core.finding import Finding


@dataclass(frozen=True, slots=True, repr=False)
class CheckResult:
    """The findings in a file; iterates over them, and is false without any.

    Args:
        path: path of the file; ``None`` for bytes without a name.
        source: its decoded text; the spans of the findings are offsets in it.
        document: the captions in it.
        findings: the findings in the order of the source, each with place, severity and, if there is one, a fix.
    """

    path: str | None
    source: str
    document: Document | None
    findings: tuple[Finding, ...]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __getitem__(self, index: int) -> Finding:
        return self.findings[index]

    def report(self, format: str = "concise") -> str:  # noqa: A002 - what users call it
        """The report in an output format, such as ``"concise"``, ``"json"`` or ``"sarif"``.

        Raises:
            OptionError: an unknown format.
        """
        from captious.checks.registry import load_rules
        from captious.reports.model import FileFindings, Report
        from captious.reports.registry import render

        file = FileFindings(self.path or "<text>", self.source, self.document, self.findings)
        rules = {rule.code: rule for rule in load_rules(finding.code for finding in self.findings)}
        return render(Report((file,), rules), format=format)

    def __repr__(self) -> str:
        return f"<CheckResult {self.path or 'bytes'}: {count(len(self.findings), 'finding')}>"

    def _repr_html_(self) -> str:
        return findings_table(self.findings)


@dataclass(frozen=True, slots=True, repr=False)
class FixResult:
    """A file with fixes applied.

    Args:
        path: path of the file; ``None`` for bytes without a name.
        source: the fixed text; everything that no fix touches is unchanged.
        data: the fixed bytes; ``None`` if nothing changed.
        applied: the fixed findings, in the order of the fixes.
        left: the findings that are left.
    """

    path: str | None
    source: str
    data: bytes | None
    applied: tuple[Finding, ...]
    left: tuple[Finding, ...]

    @property
    def changed(self) -> bool:
        """Whether anything was changed."""
        return self.data is not None

    def __repr__(self) -> str:
        left = count(len(self.left), "finding")
        return f"<FixResult {self.path or 'bytes'}: {len(self.applied):,} fixed, {left} left>"

    def _repr_html_(self) -> str:
        return findings_table(self.left)
