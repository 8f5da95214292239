"""What a reader reports: kinds of issues, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.finding import Finding, Severity, cue_number
from captious.formats.base import printable

if TYPE_CHECKING:
    from captious.core.span import Span


@dataclass(frozen=True, slots=True)
class Issue:
    """One kind of issue that a reader reports: data from which rules and their pages are made.

    Args:
        code: three letters and three digits, never reused.
        name: kebab-case name of the issue; reads after "allow".
        severity: ERROR if players may lose or misplace text, WARNING if they cope.
        summary: the issue and its effect in players, one sentence.
    """

    code: str
    name: str
    severity: Severity
    summary: str

    def at(self, span: Span, message: str, *, index: int | None = None) -> Finding:
        """The finding of this issue at a place.

        Args:
            span: its place.
            message: its message; control characters are escaped, since it quotes the file and goes to a terminal.
            index: 0-based index of the cue; ``None`` = none.
        """
        return Finding(self.code, self.name, self.severity, printable(message), span, cue_number(index))


MIXED_LINE_ENDS = Issue(
    "FIL004",
    "mixed-line-ends",
    Severity.WARNING,
    "The file mixes line endings; some editors show it in one line.",
)
NO_CUES = Issue("FIL006", "no-cues", Severity.ERROR, "The file has no cues, so nothing is shown.")
NUL_CHARACTER = Issue(
    "FIL009", "nul-character", Severity.ERROR, "A NUL character: players cut the line there, or show U+FFFD."
)
GARBLED_MARK = Issue(
    "FIL012",
    "garbled-byte-order-mark",
    Severity.ERROR,
    "The file begins with a byte order mark that was read as letters; players cannot read what follows it.",
)
SHARED_ISSUES = (MIXED_LINE_ENDS, NO_CUES, NUL_CHARACTER, GARBLED_MARK)
"""Issues of files in any format, with one code for all readers."""
