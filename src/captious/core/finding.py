"""Findings: issues a reader or a rule reports at a place in a file, and their fixes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from captious.core.display import MOST_CHARS, html_table, short_repr
from captious.core.numbers import count
from captious.plain import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.core.span import Span

_MOST_ROWS = 100


class Severity(StrEnum):
    """The severity of an issue: a broken format or limit, an advisory limit or strong convention, or taste.

    Written as its word, and ordered from ``INFO`` to ``ERROR``: ``Severity.ERROR > "warning"``.
    """

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    def __int__(self) -> int:
        return _RANKS[self]

    # words would be in the order of the alphabet

    def __lt__(self, other: str) -> bool:
        return _RANKS[self] < _rank(other)

    def __le__(self, other: str) -> bool:
        return _RANKS[self] <= _rank(other)

    def __gt__(self, other: str) -> bool:
        return _RANKS[self] > _rank(other)

    def __ge__(self, other: str) -> bool:
        return _RANKS[self] >= _rank(other)


_RANKS: dict[str, int] = {severity: rank for rank, severity in enumerate(Severity, 1)}


def _rank(severity: str) -> int:
    if severity not in _RANKS:
        raise TypeError(f"{severity!r} is not a severity")
    return _RANKS[severity]


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``[start, end)`` of the source text, in code points, by ``text``."""

    start: int
    end: int
    text: str

    __repr__ = short_repr


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that fix one finding.

    Args:
        edits: not overlapping, in source order.
        safe: whether a viewer sees the same afterwards; `captious.fixing.contract` says what that means.
        message: its effect, in the imperative.
        reencode: whether the file is to be written as UTF-8 without byte order mark; the edits are empty then.
    """

    edits: tuple[Edit, ...]
    safe: bool
    message: str
    reencode: bool = False

    def __repr__(self) -> str:
        kind = "safe" if self.safe else "unsafe"
        return f"<Fix {quoted(self.message, limit=MOST_CHARS)}: {count(len(self.edits), 'edit')}, {kind}>"


@dataclass(frozen=True, slots=True)
class Finding:
    """One issue at one place.

    Args:
        code: three letters and three digits, never reused.
        name: kebab-case name of the issue; reads after "allow".
        severity: its severity.
        message: the issue, with the measured value and the limit.
        span: its place in the source text.
        cue: 1-based number of the cue in reading order; ``None`` for an issue without a cue.
        fix: its fix; ``None`` if it has to be fixed by hand.
        place: its place in words, in a file without lines: ``"subtitle 12, 10:00:01:12"``; empty = by line and cue.
    """

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    cue: int | None = None
    fix: Fix | None = None
    place: str = ""

    def __str__(self) -> str:
        """``line:column: CODE message``; in a file without lines, with the cue as its place."""
        return f"{self.where}: {self.code} {self.message}"

    def __repr__(self) -> str:
        message = quoted(self.message, limit=MOST_CHARS)
        return f"<Finding {self.where}: {self.severity} {self.code} {message}>"

    @property
    def has_line(self) -> bool:
        """Whether its place is a line of its file, and not a cue of a file without lines."""
        return self.span.line > 0

    @property
    def where(self) -> str:
        """Its place: ``12:3``, or the cue in a file without lines."""
        if self.has_line:
            return f"{self.span.line}:{self.span.column}"
        return self.place or ("file" if self.cue is None else f"cue {self.cue}")


def findings_table(findings: Sequence[Finding]) -> str:
    """Findings as a table for a notebook; of very many, the first."""
    more = len(findings) - _MOST_ROWS
    return html_table(
        ("place", "rule", "severity", "finding"),
        [(one.where, one.code, one.severity, one.message) for one in findings[:_MOST_ROWS]],
        title=count(len(findings), "finding"),
        left_out=f"and {count(more, 'more finding')}" if more > 0 else "",
    )


def cue_number(index: int | None) -> int | None:
    """The 1-based number of a cue for display, by its 0-based ``index``; ``None`` for no cue."""
    return None if index is None else index + 1
