"""What every caption format offers, and what reading one gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.finding import Finding, Severity, cue_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.core.document import Document
    from captious.core.span import Span


@dataclass(frozen=True, slots=True)
class Issue:
    """One kind of issue a reader reports: data, so that rules and their pages can be made from it.

    Args:
        code: three letters and three digits, never reused.
        name: kebab-case name of the issue; reads after "allow".
        severity: ERROR if players may lose or misplace text, WARNING if they cope.
        summary: what is wrong and what players make of it, one sentence.
    """

    code: str
    name: str
    severity: Severity
    summary: str

    def at(self, span: Span, message: str, *, index: int | None = None) -> Finding:
        """The finding of this issue at a place.

        Args:
            span: where.
            message: what; control characters in it are escaped, since it quotes the file and goes to a terminal.
            index: 0-based index of the cue meant; ``None`` = no cue is.
        """
        return Finding(self.code, self.name, self.severity, printable(message), span, cue_number(index))


MIXED_LINE_ENDS = Issue(
    "FIL004",
    "mixed-line-ends",
    Severity.WARNING,
    "The file mixes kinds of line ends; some editors show it in one line.",
)
NO_CUES = Issue("FIL006", "no-cues", Severity.ERROR, "The file holds no cue; there is nothing to show.")
NUL_CHARACTER = Issue(
    "FIL009", "nul-character", Severity.ERROR, "A NUL character: players cut the line there, or show U+FFFD."
)
SHARED_ISSUES = (MIXED_LINE_ENDS, NO_CUES, NUL_CHARACTER)
"""Issues of a file in any format: one code, whichever reader reports it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a text: the document, and each issue it found, in the order of the text."""

    document: Document
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class CaptionFormat:
    """One caption file format.

    Args:
        name: what users call it, ``"srt"``; also `Document.format`.
        title: for people, ``"SubRip"``.
        suffixes: file name endings, lower case with the dot, the usual one first.
        media_type: Internet media type.
        read: text to document and findings; never raises.
        write: document to text with LF line ends, exactly one at the end, and no blank at the end of a line;
            what it writes is the normalised document.
        normalise: the document as this format can hold it; reading what `write` wrote gives just that.
            Idempotent, and keeps every word of every cue.
        escape: one line of plain text to one line of cue text that shows it.
        recognises: whether a text looks like this format.
        issues: every kind of issue `read` reports.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    media_type: str
    read: Callable[[str], Reading]
    write: Callable[[Document], str]
    normalise: Callable[[Document], Document]
    escape: Callable[[str], str]
    recognises: Callable[[str], bool]
    issues: tuple[Issue, ...]


def printable(text: str) -> str:
    """A text with its control characters escaped."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text
    )


def quote(text: str, *, limit: int = 60) -> str:
    """A text for a message: in quotes, control characters escaped, cut to ``limit`` characters."""
    return f'"{printable(text if len(text) <= limit else text[: limit - 1] + "…")}"'
