"""What `captious.check` and `captious.fix` return."""

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
    """What was found in a file; iterated as its findings, and false when there are none.

    Args:
        path: the file; ``None`` for bytes without a name.
        source: its decoded text, which the spans of the findings count in.
        document: what was read.
        findings: in the order of the source, each with its place, severity and, where there is one, its fix.
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
        """The findings in an output format of the command, such as ``"concise"``, ``"json"`` or ``"sarif"``.

        Raises:
            OptionError: there is no such format.
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
    """A file with its fixes applied.

    Args:
        path: the file; ``None`` for bytes without a name.
        source: its text, fixed; what no fix touches is as it was, character by character.
        data: its bytes, fixed; ``None`` if nothing changed.
        applied: the findings that were fixed, in the order they were.
        left: what is still found.
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
